import { beforeAll, describe, expect, inject, test } from "vitest";
import { weighSite } from "../../scripts/weigh-site.ts";
import type { SiteWeight } from "../../scripts/weigh-site.ts";

const KB = 1024;

let weight: SiteWeight;
beforeAll(async () => {
  weight = await weighSite(inject("realSite").folder);
});

/** Pages above a number of bytes, a line each, so that a failure names them. */
const above = (
  bytes: number,
  what: "all" | "scripts",
  except = (_: string) => false,
) =>
  weight.pages
    .filter((page) => page[what] > bytes && !except(page.page))
    .map((page) => `${page.page}: ${(page[what] / KB).toFixed(1)} KB`);

describe("what a page weighs, brotli, without fonts and images", () => {
  test("is under 30 KB on every page", () => {
    expect(weight.pages.length).toBeGreaterThan(100);
    expect(above(30 * KB, "all")).toEqual([]);
  });

  test("is under 10 KB on half of them", () => {
    expect(above(10 * KB, "all").length).toBeLessThan(weight.pages.length / 2);
  });

  test("holds under 5 KB of script, but where the search is", () => {
    expect(
      above(5 * KB, "scripts", (page) => page.startsWith("search/")),
    ).toEqual([]);
  });

  test("comes with under 60 KB of fonts in all", () => {
    expect(weight.fonts).toBeGreaterThan(0);
    expect(weight.fonts).toBeLessThan(60 * KB);
  });
});
