import { expect, test } from "vitest";
import { dateFor, readDay } from "../../src/scripts/typed-day.ts";

test.each([
  ["24 April 2026", "2026-04-24"],
  ["as of 24 April 2026?", "2026-04-24"],
  ["the 1st of May 2021", "2021-05-01"],
  ["Apr 24, 2026", "2026-04-24"],
  ["sept. 3rd 2020", "2020-09-03"],
  ["2026-04-24", "2026-04-24"],
  ["29 February 2024", "2024-02-29"],
])("“%s” names a day", (typed, day) => {
  expect(readDay(typed)).toBe(day);
});

test.each([
  "",
  "April 2026",
  "31 April 2026",
  "29 February 2023",
  "2026-13-01",
  "12 monkeys 2026",
  "0 May 2026",
])("“%s” names none", (typed) => {
  expect(readDay(typed)).toBeUndefined();
});

test("the last date that begins no later answers for a day", () => {
  const dates = ["2016-11", "2019-03-11", "2021"];
  expect(dateFor(dates, "2016-10-31")).toBeUndefined();
  expect(dateFor(dates, "2016-11-01")).toBe("2016-11");
  expect(dateFor(dates, "2020-12-31")).toBe("2019-03-11");
  expect(dateFor(dates, "2021-01-01")).toBe("2021");
});
