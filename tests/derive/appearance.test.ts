import { expect, test } from "vitest";
import { deriveAppearances } from "../../src/derive/appearance.ts";
import { makeRecord } from "./make-record.ts";

test("names one place a row for a claim: its own column, though later cells repeat it", () => {
  const record = makeRecord(
    ["2020-01-01", "2021-01-01"],
    [{ id: "a", version: "2020-01-01", value: "Ten" }],
    { tables: [{ id: "all", kind: "terms", title: "All", summary: "All." }] },
  );
  expect(deriveAppearances(record).get("a")).toEqual([
    {
      kind: "table",
      label: "All: Rent (1 January 2020)",
      href: "/tables/all/#rent.2020-01-01",
    },
  ]);
});
