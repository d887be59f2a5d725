import { describe, expect, test } from "vitest";
import { dayNumber } from "../../src/derive/day-number.ts";
import { derivePieces } from "../../src/derive/picture-span.ts";

/** One percent a day, from the first of January 2020. */
const place = (day: number) => day - dayNumber("2020-01-01");
const pieces = (from: string, to?: string, until = "2020-04-01") =>
  derivePieces(place, from, to, dayNumber(until)).map(
    ({ part, x, width }) => `${part} ${x} +${width}`,
  );

describe("the parts of a bar", () => {
  test("are one from day to day", () => {
    expect(pieces("2020-01-11", "2020-01-21")).toEqual(["whole 10 +10"]);
  });

  test("run up to the record's day where no end is known", () => {
    expect(pieces("2020-01-11", undefined, "2020-01-31")).toEqual([
      "whole 10 +20",
    ]);
  });

  test("stop at the record's day where the end lies beyond it", () => {
    expect(pieces("2020-01-11", "2030-12-31", "2020-01-31")).toEqual([
      "whole 10 +20",
    ]);
  });

  test("begin with a step over the month that alone is known, never on its first day", () => {
    expect(pieces("2020-01", "2020-02-11")).toEqual([
      "lower 0 +31",
      "whole 31 +10",
    ]);
  });

  test("end with a step over the month that alone is known", () => {
    expect(pieces("2020-01-11", "2020-02")).toEqual([
      "whole 10 +21",
      "upper 31 +29",
    ]);
  });

  test("are never whole where no single day is sure", () => {
    expect(pieces("2020", "2020")).toEqual(["lower 0 +91"]);
    expect(pieces("2020-01-11", "2020")).toEqual(["upper 10 +81"]);
  });

  test("can be seen even if they are a single moment", () => {
    expect(pieces("2020-01-11", "2020-01-11")).toEqual(["whole 9.75 +0.5"]);
  });

  test("are none before they begin", () => {
    expect(pieces("2020-05-01")).toEqual([]);
  });
});
