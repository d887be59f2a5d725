import { describe, expect, test } from "vitest";
import { deriveEdition } from "../../src/derive/edition.ts";
import { listPresentPins } from "../../src/derive/snapshot.ts";
import { acceptPins } from "../../src/ledger/accept-pins.ts";
import type { Pin } from "../../src/model/pin.ts";
import { formatPins } from "../../src/model/pins-file.ts";
import { makeRecord } from "../derive/make-record.ts";

function pinsOf(value: string): Pin[] {
  const record = makeRecord(
    ["2020-01-01", "2021-01-01"],
    [
      { id: "rent-2020", version: "2020-01-01", value: "ten" },
      { id: "rent-2021", version: "2021-01-01", value },
    ],
  );
  return listPresentPins(record, deriveEdition(record).id);
}

describe("accepting pins", () => {
  const first = acceptPins([], pinsOf("twelve"));

  test("pins every redline and claim once, by page", () => {
    expect(first.map(({ says }) => says.page)).toEqual([
      "/claims/rent-2020/",
      "/claims/rent-2021/",
      "/compare/2020-01-01..2021-01-01/",
    ]);
    expect(acceptPins(first, pinsOf("twelve"))).toEqual(first);
  });

  test("adds what says something else, and rewrites nothing", () => {
    const second = acceptPins(first, pinsOf("thirteen"));
    expect(formatPins(second).startsWith(formatPins(first))).toBe(true);
    // The earlier claim names its successor's words.
    expect(second.slice(3).map(({ says }) => says.page)).toEqual([
      "/claims/rent-2020/",
      "/claims/rent-2021/",
      "/compare/2020-01-01..2021-01-01/",
    ]);
    expect(second[4]!.since).not.toBe(first[1]!.since);
  });

  test("knows words again that an earlier edition had", () => {
    const second = acceptPins(first, pinsOf("thirteen"));
    expect(acceptPins(second, pinsOf("twelve"))).toEqual(second);
  });
});
