import { describe, expect, test } from "vitest";
import { formatDate } from "../../src/derive/format-date.ts";
import { formatDay, isDay, offerDayPage } from "../../src/scripts/day-page.ts";

const ADDRESSES = [
  "/",
  "/as-of/",
  "/as-of/2021/",
  "/as-of/2026-04-27/",
  "/as-of/2026-04-24/",
  "/known/2022-11/",
];
const offer = (missing: string) =>
  offerDayPage(missing, ADDRESSES, "2026-11-06");

describe("a day without a page of its own", () => {
  test.each([
    ["between two pages", "/as-of/2026-04-25/", "/as-of/2026-04-24/"],
    ["the day before the next", "/as-of/2026-04-26", "/as-of/2026-04-24/"],
    ["after a year's page", "/as-of/2025-12-31/", "/as-of/2021/"],
    ["the record's own", "/as-of/2026-11-06.html", "/as-of/2026-04-27/"],
    ["by the other clock", "/known/2023-01-20/", "/known/2022-11/"],
    ["without its zeros", "/as-of/2026-4-25", "/as-of/2026-04-24/"],
  ])("%s, leads to the page whose days hold it", (_, missing, address) => {
    expect(offer(missing)!.address).toBe(address);
  });

  test("is told in words", () => {
    const said = (missing: string) => offer(missing)!.words;
    expect(said("/as-of/2026-04-25/")).toBe(
      "25 April 2026 is on the page for 24 April 2026",
    );
    expect(said("/known/2023-01-20/")).toBe(
      "20 January 2023 is on the page for November 2022",
    );
    expect(said("/as-of/2026-05/")).toBe(
      "May 2026 begins on the page for 27 April 2026",
    );
    expect(said("/as-of/2026-04-24")).toBe("24 April 2026");
  });

  test.each(["/as-of/1999-01-01/", "/as-of/2026-11-07/"])(
    "outside the record, as %s, leads to the list",
    (missing) => {
      expect(offer(missing)!.address).toBe("/as-of/");
      expect(offer(missing)!.words).toContain("No page answers for");
    },
  );

  test.each(["/as-of/2026-04-31/", "/as-of/soon/", "/terms/2026-04-25/"])(
    "is none where %s is no day",
    (missing) => {
      expect(offer(missing)).toBeUndefined();
    },
  );
});

test("days are written as the pages write them", () => {
  for (const date of ["2021", "2016-11", "2025-10-28", "2026-03-01"])
    expect(formatDay(date)).toBe(formatDate(date));
  expect(["2026-02-28", "2026-02-29", "2026-2-1"].map(isDay)).toEqual([
    true,
    false,
    false,
  ]);
});
