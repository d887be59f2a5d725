import { chromium } from "playwright-core";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { loadChecked } from "../load-fixture.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await chromium.launch(inject("browser"));
});
afterAll(() => browser.close());

const PAGES = [
  "/",
  "/empty/",
  "/tables/",
  "/tables/forty-columns/",
  "/tables/one-column/",
  "/terms/",
  "/terms/stress/",
  "/terms/silent/",
  "/versions/stress-0/",
  ...[0, 1, 2, 3, 4, 5].map((index) => `/claims/stress-${index}/`),
];

describe.each(PAGES)("content that is hard on the layout: %s", (path) => {
  let page: Page;
  beforeAll(async () => {
    page = await browser.newPage();
    const response = await page.goto(
      new URL(path, inject("stressSite").address).href,
    );
    expect(response?.status()).toBe(200);
  });
  afterAll(() => page.close());

  test.each([360, 768, 1280])(
    "stays within %i pixels, and no word leaves its box",
    async (width) => {
      await page.setViewportSize({ width, height: 800 });
      const overflow = await page.evaluate(
        () =>
          document.documentElement.scrollWidth -
          document.documentElement.clientWidth,
      );
      const cut = await page.evaluate(() =>
        [
          ...document.querySelectorAll<HTMLElement>(
            "main h1, main h2, main p, main td, main th, main dd, .crumbs, .brand",
          ),
        ]
          .filter(
            (node) =>
              !node.closest(".spoken") &&
              node.clientWidth > 1 &&
              node.scrollWidth > node.clientWidth + 2,
          )
          .map((node) => node.outerHTML.slice(0, 120)),
      );
      expect(overflow).toBe(0);
      expect(cut).toEqual([]);
    },
  );
});

test("a sentence whose claim no longer holds says so, on paper too", async () => {
  const page = await browser.newPage();
  await page.goto(new URL("/empty/", inject("stressSite").address).href);
  await page.emulateMedia({ media: "print" });
  expect(await page.locator(".outstanding-line").innerText()).toContain(
    "2 sentences on this page rest on claims that no longer hold.",
  );
  const note = page.locator(".outstanding").first();
  const { byId } = loadChecked(inject("stressContent").content);
  const { value } = byId.claims.get("berth-use-2007-09-12")!;
  expect((await note.innerText()).replace(/\s+/g, " ")).toBe(
    `[superseded on 12 September 2007 by ${value!.trim().replace(/\s+/g, " ")}]`,
  );
  expect(await note.locator("a").getAttribute("href")).toBe(
    "/claims/berth-use-2007-09-12/",
  );
  expect(await note.isVisible()).toBe(true);
  await page.close();
});
