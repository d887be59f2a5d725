import { describe, expect, test } from "vitest";
import { dayNumber } from "../../src/derive/day-number.ts";
import { makeAxis } from "../../src/derive/picture-axis.ts";

describe("the time axis", () => {
  test("gives quiet years equal widths and widens those in which more happened", () => {
    const { axis } = makeAxis(
      ["2020-01-01", "2022-02-02", "2022-05-05", "2022-08-08"],
      "2023-12-31",
      [],
    );
    expect(axis.years.map(({ label, times }) => [label, times])).toEqual([
      ["2020", 1],
      ["2021", 1],
      ["2022", 5],
      ["2023", 1],
    ]);
    const [first, second, third] = axis.years;
    expect(second!.width).toBeCloseTo(first!.width, 1);
    expect(third!.width).toBeCloseTo(5 * second!.width, 0);
    expect(axis.note).toBe(
      "The scale changes: 2022, in which more happened, is drawn wider.",
    );
  });

  test("puts days in order, up to the record's day", () => {
    const { axis, place } = makeAxis(["2020-03"], "2021-06-01", []);
    const places = ["2020-03-01", "2020-12-31", "2021-01-01", "2021-06-01"].map(
      (day) => place(dayNumber(day)),
    );
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(places[0]).toBe(0);
    expect(places.at(-1)).toBe(axis.asOf.x);
  });

  test("sets days to come after a break, in even steps and in order", () => {
    const { axis } = makeAxis(["2020-01-01"], "2021-01-01", [
      "2032-12-31",
      "2030-12-31",
      "2032-12-31",
    ]);
    expect(axis.coming.map(({ date }) => date)).toEqual([
      "2030-12-31",
      "2032-12-31",
    ]);
    const [a, b] = axis.coming.map(({ x }) => x);
    expect(axis.asOf.x).toBeLessThan(axis.breakAt!);
    expect(axis.breakAt!).toBeLessThan(a!);
    expect(a!).toBeLessThan(b!);
    expect(b!).toBeLessThan(100);
    expect(axis.note).toBe(
      "Dates after the break on the right are fixed in advance and not to scale.",
    );
  });

  test("exists for a record without dates", () => {
    const { axis } = makeAxis([], "2021-06-01", []);
    expect(axis.years.map(({ label }) => label)).toEqual(["2021"]);
  });

  test("names no two years where they would touch", () => {
    const dates = Array.from({ length: 60 }, (_, index) =>
      String(1960 + index),
    );
    const { axis } = makeAxis(dates, "2020-01-01", []);
    const named = axis.years.filter(({ named }) => named.narrow);
    for (const [index, year] of named.slice(1).entries())
      expect(year.x - named[index]!.x).toBeGreaterThan(10);
  });
});
