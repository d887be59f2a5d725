import { describe, expect, test } from "vitest";
import { deriveInterval } from "../../src/model/interval.ts";
import { makeRecord } from "../derive/make-record.ts";

describe("the interval of a claim", () => {
  const record = makeRecord(
    ["2020-01-01", "2021-01-01", "2022-01-01"],
    [
      { id: "a", version: "2020-01-01" },
      { id: "b", version: "2021-01-01", effect: "restates" },
      { id: "c", version: "2022-01-01" },
      { id: "side", valid_from: "2020-05", valid_to: "2021" },
      { id: "report", valid_from: "2020-03" },
      { id: "later", valid_from: "2023", supersedes: ["report"] },
      { id: "first", valid_from: "2020-09", supersedes: ["report"] },
    ],
  );
  const of = (id: string) =>
    deriveInterval(record, record.byId.claims.get(id)!);

  test("ends where the next claim that sets the term begins, not where one describes it", () => {
    expect(of("a")).toEqual({
      from: "2020-01-01",
      to: "2022-01-01",
      successor: "c",
    });
  });

  test("is open where no source says that it ended", () => {
    expect(of("c")).toEqual({
      from: "2022-01-01",
      to: undefined,
      successor: undefined,
    });
  });

  test("keeps the precision of its dates and its own end when it does not lead", () => {
    expect(of("side")).toEqual({
      from: "2020-05",
      to: "2021",
      successor: undefined,
    });
  });

  test("ends, for a claim that sets nothing, with the first that supersedes it", () => {
    expect(of("report")).toEqual({
      from: "2020-03",
      to: "2020-09",
      successor: "first",
    });
  });
});
