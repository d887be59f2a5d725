import { AxeBuilder } from "@axe-core/playwright";
import { describe, expect, inject, test } from "vitest";
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
  "/status/",
  "/about/",
  "/nothing-here/",
];

describe.each(PAGES)("%s", (path) => {
  test.each([
    ["light", false],
    ["dark", true],
  ] as const)(
    "has no accessibility violation in the %s theme",
    async (_, dark) => {
      const page = await open(path, { dark });
      const { violations } = await new AxeBuilder({ page })
        .options({ resultTypes: ["violations"] })
        .analyze();
      const found = violations.map(
        ({ id, nodes }) =>
          `${id}: ${nodes
            .slice(0, 3)
            .map((node) => node.html.slice(0, 160))
            .join(" | ")}`,
      );
      await page.context().close();
      expect(found).toEqual([]);
    },
  );

  test.each([360, 768, 1280])(
    "fits into %i pixels without sideways scroll",
    async (width) => {
      const page = await open(path, { width });
      const overflow = await page.evaluate(
        () =>
          document.documentElement.scrollWidth -
          document.documentElement.clientWidth,
      );
      await page.context().close();
      expect(overflow).toBe(0);
    },
  );

  test("asks no other host for anything", async () => {
    const page = await open(path);
    const origins = await page.evaluate(() =>
      performance
        .getEntriesByType("resource")
        .map((entry) => new URL(entry.name).origin),
    );
    await page.context().close();
    const own = new URL(inject("realSite").address).origin;
    expect(origins.filter((origin) => origin !== own)).toEqual([]);
  });
});
