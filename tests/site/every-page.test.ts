import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { startBrowser } from "./open-page.ts";
import { NARROW, record, WIDE } from "./real-tables.ts";

const open = startBrowser();
const TERM = record.terms[0]!.id;

/** An article judged in full and one of which a single statement was. */
const ARTICLES = [record.coverage[0]!.article, record.coverage.at(-1)!.article];

/** One page of each type. */
const PAGES = [
  "/",
  ...record.explainers.slice(0, 2).map(({ id }) => `/${id}/`),
  "/impact/developers/",
  "/tables/",
  `/tables/${WIDE}/`,
  `/tables/${NARROW}/`,
  "/terms/",
  `/terms/${TERM}/`,
  "/versions/",
  `/versions/${record.timeline.at(-1)!.id}/`,
  "/compare/",
  `/compare/${record.timeline.at(-2)!.id}..${record.timeline.at(-1)!.id}/`,
  "/as-of/",
  `/as-of/${record.timeline[1]!.date}/`,
  "/known/",
  `/known/${record.timeline[1]!.date}/`,
  "/claims/",
  `/claims/${record.claims[0]!.id}/`,
  "/sources/",
  `/sources/${record.sources[0]!.id}/`,
  "/availability/",
  "/deals/",
  "/timeline/",
  "/was-it-true/",
  ...ARTICLES.map((id) => `/was-it-true/${id}/`),
  "/search/",
  "/glossary/",
  "/open-questions/",
  "/changes/",
  "/corrections/",
  "/data/",
  "/status/",
  "/about/",
  "/nothing-here/",
];

const WIDTHS = [360, 768, 1280];

/** What axe finds on the page as it stands, a line for each rule. */
async function violationsOf(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .options({ resultTypes: ["violations"] })
    .analyze();
  return violations.map(
    ({ id, nodes }) =>
      `${id}: ${nodes
        .slice(0, 3)
        .map((node) => node.html.slice(0, 160))
        .join(" | ")}`,
  );
}

// One page each, seen in turn in every theme and width: opening it again for each is most of the time.
describe.each(PAGES)("%s", (path) => {
  let page: Page;
  const complaints: string[] = [];
  beforeAll(async () => {
    page = await open("about:blank");
    page.on("console", (message) => {
      if (message.type() === "error") complaints.push(message.text());
    });
    page.on("pageerror", (error) => complaints.push(error.message));
    await page.goto(new URL(path, inject("realSite").address).href, {
      waitUntil: "networkidle",
    });
  });
  afterAll(() => page.context().close());

  test.each(["light", "dark"] as const)(
    "has no accessibility violation in the %s theme",
    async (colorScheme) => {
      await page.emulateMedia({ colorScheme });
      expect(await violationsOf(page)).toEqual([]);
    },
  );

  test.each(WIDTHS)(
    "fits into %i pixels without sideways scroll",
    async (width) => {
      await page.setViewportSize({ width, height: 900 });
      const overflow = await page.evaluate(
        () =>
          document.documentElement.scrollWidth -
          document.documentElement.clientWidth,
      );
      expect(overflow).toBe(0);
    },
  );

  test("does nothing that its own policy forbids, and nothing fails", () => {
    const missing = path === "/nothing-here/" ? [/status of 404/] : [];
    expect(
      complaints.filter((text) => !missing.some((sign) => sign.test(text))),
    ).toEqual([]);
  });

  test("asks no other host for anything", async () => {
    const origins = await page.evaluate(() =>
      performance
        .getEntriesByType("resource")
        .map((entry) => new URL(entry.name).origin),
    );
    const own = new URL(inject("realSite").address).origin;
    expect(origins.filter((origin) => origin !== own)).toEqual([]);
  });
});
