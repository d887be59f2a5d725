import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { asOfPath, listChangeDays } from "../../src/derive/change-days.ts";
import { formatDate } from "../../src/derive/format-date.ts";
import { loadChecked } from "../load-fixture.ts";
import { startBrowser } from "./open-page.ts";

const record = loadChecked("content");
const TERM = record.terms[0]!.id;
const SPANS = listChangeDays(record);

const open = startBrowser();

describe("the / key", () => {
  const focused = (page: Page) =>
    page.evaluate(() => document.activeElement!.id);

  test("leads to the header's field, and typing there goes to the search", async () => {
    const page = await open(`/terms/${TERM}/`);
    await page.keyboard.press("/");
    expect(await focused(page)).toBe("search-box");
    await page.keyboard.type("a/b");
    expect(await page.locator("#search-box").inputValue()).toBe("a/b");
    await page.keyboard.press("Enter");
    await page.waitForURL("**/search/?q=a%2Fb");
    await page.context().close();
  });

  test("leads to the large field on the search page", async () => {
    const page = await open("/search/");
    await page.keyboard.press("/");
    expect(await focused(page)).toBe("search-words");
    await page.context().close();
  });

  test("leads to the search page where the header has no field", async () => {
    const page = await open(`/terms/${TERM}/`, { width: 360 });
    await page.keyboard.press("/");
    await page.waitForURL("**/search/");
    await page.context().close();
  });
});

describe("an address that leads nowhere", () => {
  test("offers the nearest ones", async () => {
    const page = await open(`/term/${TERM.slice(0, -1)}`);
    const first = page.locator(".nearest li a").first();
    await first.waitFor();
    expect(await page.locator(".nearest li a").count()).toBeLessThanOrEqual(5);
    expect(await first.getAttribute("href")).toBe(`/terms/${TERM}/`);
    await page.context().close();
  });

  test("offers the page of a day that has none of its own", async () => {
    const { date, to } = SPANS.find(({ from, to }) => from !== to)!;
    const page = await open(`/as-of/${to}/`);
    const links = page.locator(".nearest li a");
    await links.waitFor();
    expect(await links.getAttribute("href")).toBe(asOfPath(date));
    expect(await links.innerText()).toBe(
      `${formatDate(to)} is on the page for ${formatDate(date)}`,
    );
    await page.context().close();
  });

  test("shows the ways in without a script, and no empty offer", async () => {
    const page = await open(`/term/${TERM}`, { script: false });
    expect(await page.locator(".nearest").isVisible()).toBe(false);
    expect(await page.locator("main a:visible").count()).toBeGreaterThan(5);
    await page.context().close();
  });
});
