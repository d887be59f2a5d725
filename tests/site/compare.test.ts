import { describe, expect, test } from "vitest";
import { asOfPath } from "../../src/derive/change-days.ts";
import { formatDate } from "../../src/derive/format-date.ts";
import { comparePath, listPairs } from "../../src/derive/redline.ts";
import { deriveRedlinePage } from "../../src/derive/redline-page.ts";
import { startBrowser } from "./open-page.ts";
import { record } from "./real-tables.ts";

const open = startBrowser();

/** Two versions with a changed term between them, and a term that stayed. */
const [from, to, page] = listPairs(record)
  .map(([a, b]) => [a, b, deriveRedlinePage(record, a, b)] as const)
  .find(
    ([a, b, { sections }]) =>
      a.date.length === 10 &&
      b.date.length === 10 &&
      sections[0]!.kind === "changed" &&
      sections.at(-1)!.kind === "unchanged",
  )!;
const path = comparePath(record, from, to);
const changed = page.sections[0]!.rows[0]!;
const stayed = page.sections.at(-1)!.rows[0]!;

describe("two dates", () => {
  test("lead to the page of their versions, in whichever order they are given", async () => {
    const opened = await open("/compare/");
    await opened.fill("input[name=from]", to.date);
    await opened.fill("input[name=to]", from.date);
    await opened.click(".two-dates button");
    await opened.waitForURL(`**${path}?from=${from.date}&to=${to.date}`);
    expect(await opened.locator("h1").innerText()).toContain(page.totals);
    expect(await opened.locator(".asked").innerText()).toContain(
      `You asked for ${formatDate(from.date)} and ${formatDate(to.date)}.`,
    );
    const days = opened.locator(".asked a");
    await days.nth(1).waitFor();
    expect(
      await days.evaluateAll((links) =>
        links.map((link) => link.getAttribute("href")),
      ),
    ).toEqual([asOfPath(from.date), asOfPath(to.date)]);
    await opened.context().close();
  });

  test("outside the record, or under one version, give a reason", async () => {
    const opened = await open("/compare/");
    const say = async (a: string, b: string) => {
      await opened.fill("input[name=from]", a);
      await opened.fill("input[name=to]", b);
      await opened.click(".two-dates button");
      return opened.locator(".two-dates output").innerText();
    };
    expect(await say("1999-01-01", to.date)).toContain(
      "The record begins with",
    );
    expect(await say(to.date, to.date)).toContain(
      "No version lies between these days",
    );
    const day = opened.locator(".two-dates output a");
    await day.waitFor();
    expect(await day.getAttribute("href")).toBe(asOfPath(to.date));
    expect(await day.innerText()).toBe(formatDate(to.date));
    await opened.context().close();
  });

  test("can be chosen in a grid of links without script", async () => {
    const opened = await open("/compare/", { script: false });
    expect(await opened.locator(".two-dates").isVisible()).toBe(false);
    const link = opened.locator(`[id="${to.id}.${from.id}"] a`);
    expect(await link.textContent()).toContain(page.totals);
    await link.click();
    expect(new URL(opened.url()).pathname).toBe(path);
    await opened.context().close();
  });
});

describe("a redline's page", () => {
  test("is the same for both orders of its versions", async () => {
    const opened = await open(`/compare/${to.id}..${from.id}/`);
    await opened.waitForURL(`**${path}`);
    await opened.context().close();
  });

  test("opens at a changed item by its address", async () => {
    const opened = await open(`${path}#${changed.term.id}`, { script: false });
    const item = opened.locator(`[id="${changed.term.id}"]`);
    const top = async () => (await item.boundingBox())!.y;
    // The page glides to its fragment.
    await expect.poll(top, { timeout: 10_000 }).toBeLessThan(400);
    expect(await top()).toBeGreaterThanOrEqual(0);
    await opened.context().close();
  });

  test("unfolds what did not change when its address is opened", async () => {
    const opened = await open(`${path}#${stayed.term.id}`, { script: false });
    expect(
      await opened.locator(`[id="${stayed.term.id}"] h3`).isVisible(),
    ).toBe(true);
    await opened.context().close();
  });

  test("says in words what is struck out and what is inserted", async () => {
    const opened = await open(path);
    const text = await opened
      .locator(`[id="${changed.term.id}"] .redline`)
      .evaluate((node) => node.textContent.replace(/\s+/g, " ").trim());
    const removed = changed.redline.find(({ kind }) => kind === "removed")!;
    const added = changed.redline.find(({ kind }) => kind === "added")!;
    expect(text).toContain(`removed: ${removed.text.trim()}`);
    expect(text).toContain(`added: ${added.text.trim()}`);
    await opened.context().close();
  });

  test("is printed with everything unfolded", async () => {
    const opened = await open(path);
    await opened.emulateMedia({ media: "print" });
    const item = opened.locator(`[id="${stayed.term.id}"] h3`);
    expect((await item.boundingBox())?.height).toBeGreaterThan(0);
    expect(await item.isVisible()).toBe(true);
    await opened.context().close();
  });
});
