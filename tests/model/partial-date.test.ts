import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  compareDates,
  firstDay,
  lastDay,
  partialDate,
  precisionOf,
  surelyBefore,
} from "../../src/model/partial-date.ts";

function pad(value: number, length: number): string {
  return String(value).padStart(length, "0");
}

/** The same question put to the platform's calendar. */
function isRealDay(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

const year = fc.integer({ min: 1000, max: 9999 });
const anyDay = fc
  .date({
    min: new Date("1000-01-01T00:00:00Z"),
    max: new Date("9999-12-31T00:00:00Z"),
    noInvalidDate: true,
  })
  .map((date) => date.toISOString().slice(0, 10));
/** Years lie close together, so that equal years and months are drawn often. */
const nearDay = fc
  .date({
    min: new Date("1999-12-01T00:00:00Z"),
    max: new Date("2001-02-01T00:00:00Z"),
    noInvalidDate: true,
  })
  .map((date) => date.toISOString().slice(0, 10));
const date = fc
  .tuple(fc.oneof(anyDay, nearDay), fc.constantFrom(4, 7, 10))
  .map(([day, length]) => day.slice(0, length));

describe("a partial date", () => {
  test.each(["2021", "2016-11", "2025-10-28", "2024-02-29", "2000-02-29"])(
    "may be %s",
    (text) => {
      expect(partialDate.safeParse(text).success).toBe(true);
    },
  );

  test.each([
    "",
    "21",
    "2021-1",
    "2021-13",
    "2021-00",
    "2025-02-30",
    "2023-02-29",
    "1900-02-29",
    "2025-10-28T00:00",
    "2025-10-28\n",
    " 2021",
    "2021-",
    "٢٠٢١",
  ])("may not be %j", (text) => {
    expect(partialDate.safeParse(text).success).toBe(false);
  });

  test("is a real day or none, by the calendar", () => {
    const month = fc.integer({ min: 0, max: 13 });
    const day = fc.integer({ min: 0, max: 32 });
    fc.assert(
      fc.property(year, month, day, (y, m, d) => {
        const text = `${pad(y, 4)}-${pad(m, 2)}-${pad(d, 2)}`;
        expect(partialDate.safeParse(text).success).toBe(isRealDay(y, m, d));
      }),
    );
  });

  test("keeps the precision it was written with", () => {
    expect(["2021", "2021-05", "2021-05-06"].map(precisionOf)).toEqual([
      "year",
      "month",
      "day",
    ]);
  });
});

describe("the days a date can mean", () => {
  test("run from its first to its last", () => {
    const days = ["2021", "2024-02", "2023-02", "2021-12", "2021-05-06"].map(
      (text) => [firstDay(text), lastDay(text)],
    );
    expect(days).toEqual([
      ["2021-01-01", "2021-12-31"],
      ["2024-02-01", "2024-02-29"],
      ["2023-02-01", "2023-02-28"],
      ["2021-12-01", "2021-12-31"],
      ["2021-05-06", "2021-05-06"],
    ]);
  });

  test("are real days that begin with the date, the first not after the last", () => {
    fc.assert(
      fc.property(date, (text) => {
        const [first, last] = [firstDay(text), lastDay(text)];
        expect(first <= last).toBe(true);
        for (const day of [first, last]) {
          expect(day.startsWith(text)).toBe(true);
          expect(partialDate.safeParse(day).success).toBe(true);
          expect(precisionOf(day)).toBe("day");
        }
      }),
    );
  });
});

describe("the order of dates", () => {
  test("puts a day before its month and a month before its year", () => {
    const dates = ["2021", "2021-01-02", "2021-01", "2020-12-31", "2021-01-01"];
    expect(dates.sort(compareDates)).toEqual([
      "2020-12-31",
      "2021-01-01",
      "2021-01",
      "2021",
      "2021-01-02",
    ]);
  });

  test("is total: two dates are equal only when they are the same text", () => {
    fc.assert(
      fc.property(date, date, (a, b) => {
        expect(compareDates(a, b) === 0).toBe(a === b);
      }),
    );
  });

  test("turns round when its dates do, and holds along a chain", () => {
    fc.assert(
      fc.property(date, date, date, (a, b, c) => {
        expect(compareDates(a, b) + compareDates(b, a)).toBe(0);
        const [low, middle, high] = [a, b, c].sort(compareDates);
        expect(compareDates(low!, middle!)).toBeLessThanOrEqual(0);
        expect(compareDates(middle!, high!)).toBeLessThanOrEqual(0);
        expect(compareDates(low!, high!)).toBeLessThanOrEqual(0);
      }),
    );
  });

  test("calls a date surely before another only when no day of theirs says otherwise", () => {
    expect(surelyBefore("2020-12-31", "2021")).toBe(true);
    expect(surelyBefore("2021-01", "2021")).toBe(false);
    fc.assert(
      fc.property(date, date, (a, b) => {
        if (!surelyBefore(a, b)) return;
        expect(compareDates(a, b)).toBe(-1);
        expect(surelyBefore(b, a)).toBe(false);
        expect(surelyBefore(a, a)).toBe(false);
      }),
    );
  });
});
