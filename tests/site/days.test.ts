import { describe, expect, test } from "vitest";
import { asOfPath, listChangeDays } from "../../src/derive/change-days.ts";
import { knownPath, listKnownSpans } from "../../src/derive/known-days.ts";
import { startBrowser } from "./open-page.ts";
import { record, WIDE } from "./real-tables.ts";

const open = startBrowser();
const { as_of } = record.site;

describe.each([
  ["/as-of/", listChangeDays(record), asOfPath],
  ["/known/", listKnownSpans(record), knownPath],
] as const)("%s", (index, spans, pathOf) => {
  const inside = spans.find(({ from, to }) => from !== to)!;
  const last = spans.at(-1)!;

  test.each([
    ["the first of its days", inside.from],
    ["the last of its days", inside.to],
  ])("leads from %s to the page that answers for it", async (_, day) => {
    const page = await open(index);
    await page.fill(".find-day input", day);
    await page.click(".find-day button");
    await page.waitForURL(`**${pathOf(inside.date)}`);
    await page.context().close();
  });

  test("says why there is no page for a day outside the record", async () => {
    const page = await open(index);
    const said = async (day: string) => {
      await page.fill(".find-day input", day);
      await page.click(".find-day button");
      return page.locator(".find-day [role=status]").innerText();
    };
    expect(await said("1999-01-01")).toContain("The record begins");
    expect(await said("2099-01-01")).toContain("The record speaks for");
    expect(new URL(page.url()).pathname).toBe(index);
    await page.context().close();
  });

  test("lists every day without script, and shows no field that cannot answer", async () => {
    const page = await open(index, { script: false });
    expect(await page.locator("a[data-from]").count()).toBe(spans.length);
    expect(await page.locator(".find-day").isVisible()).toBe(false);
    await page.context().close();
  });

  test("says on every page of the past that it is one, and leads to today", async () => {
    const page = await open(pathOf(inside.date), { script: false, width: 360 });
    await page.evaluate(() => scrollTo(0, 2000));
    const bar = page.locator(".past");
    const header = (await page.locator("header.site").boundingBox())!;
    const box = (await bar.boundingBox())!;
    expect(box.y).toBeCloseTo(header.y + header.height, 0);
    expect(await bar.innerText()).toMatch(/^past/i);
    await bar.locator("a").click();
    await page.waitForURL(`**${pathOf(last.date)}`);
    expect(await page.locator(".past").count()).toBe(0);
    await page.context().close();
  });

  test("hides no cell under the bar", async () => {
    const term = record.terms[0]!.id;
    const past = spans.find(({ from }) => from >= "2024") ?? spans[0]!;
    const id = `${term}.${past.date}`;
    const page = await open(`${pathOf(past.date)}#${id}`, { script: false });
    const bar = (await page.locator(".past").boundingBox())!;
    await expect
      .poll(async () => (await page.locator(`[id="${id}"]`).boundingBox())!.y)
      .toBeGreaterThanOrEqual(bar.y + bar.height);
    await page.context().close();
  });
});

describe("what is of the past", () => {
  const replaced = record.claims.find(
    ({ id, term }) => term && record.successors.has(id),
  )!;
  test.each([
    `/versions/${record.timeline[0]!.id}/`,
    `/claims/${replaced.id}/`,
  ])("%s says so", async (path) => {
    const page = await open(path);
    expect(await page.locator(".past").isVisible()).toBe(true);
    await page.context().close();
  });

  test("says so on paper too", async () => {
    const page = await open(`/claims/${replaced.id}/`);
    await page.emulateMedia({ media: "print" });
    expect(await page.locator(".past").isVisible()).toBe(true);
    await page.context().close();
  });

  test("a table leads to itself on another day", async () => {
    const page = await open(`/tables/${WIDE}/`, { script: false });
    const days = page.locator(".other-days");
    await days.locator("summary").click();
    expect(await days.locator("a[href^='/as-of/2']").count()).toBe(
      listChangeDays(record).length,
    );
    await page.context().close();
  });
});

test("the newest page answers for the record's day", () => {
  expect(listChangeDays(record).at(-1)!.to).toBe(as_of);
  expect(listKnownSpans(record).at(-1)!.to).toBe(as_of);
});
