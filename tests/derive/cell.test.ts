import { describe, expect, test } from "vitest";
import { cellWords } from "../../src/derive/cell.ts";
import { deriveCell, deriveCellOn } from "../../src/derive/term-cell.ts";
import { makeRecord } from "./make-record.ts";

const VERSIONS = ["2020-01-01", "2021-01-01", "2022-01-01"];

function words(
  claims: Parameters<typeof makeRecord>[1],
  version: string,
): string {
  const cell = deriveCell(makeRecord(VERSIONS, claims), "rent", version);
  return `${cell.state} | ${cellWords(cell)}`;
}

describe("the cell of a term in a version", () => {
  test("gives the value of its leading claim", () => {
    expect(
      words([{ id: "a", version: "2020-01-01", value: "Ten" }], "2020-01-01"),
    ).toBe("value | Ten");
  });

  test("says `not yet` before the first version that speaks of the term", () => {
    expect(
      words([{ id: "a", version: "2021-01-01", value: "Ten" }], "2020-01-01"),
    ).toBe("not-yet | not yet");
  });

  test("says of a day before that version what is known beside the versions, while it holds", () => {
    const claims = [
      {
        id: "report",
        valid_from: "2019-05-01",
        valid_to: "2021-06-01",
        confidence: "reported" as const,
        value: "Nine, says the press",
      },
      { id: "filing", valid_from: "2020-06-01", value: "Eight" },
      { id: "a", version: "2022-01-01", value: "Ten" },
    ].map((claim) => ({ term: "rent", ...claim }));
    const record = makeRecord(VERSIONS, claims);
    const on = (day: string) => {
      const cell = deriveCellOn(record, "rent", day);
      return `${cell.state} | ${cellWords(cell)}`;
    };
    expect(on("2019-04-30")).toBe("not-yet | not yet");
    expect(on("2020-01-01")).toBe(
      "reported-only | reported only: Nine, says the press (since 1 May 2019, in no version)",
    );
    expect(on("2021-01-01")).toBe(
      "value | Nine, says the press (reported only; since 1 May 2019, in no version); Eight (since 1 June 2020, in no version)",
    );
    expect(on("2021-06-01")).toBe(
      "value | Eight (since 1 June 2020, in no version)",
    );
    expect(on("2022-01-01")).toBe("value | Ten (since 1 January 2022)");
    expect(words(claims, "2021-01-01")).toBe("not-yet | not yet");
  });

  test("shows the last known value with its date where a version is silent", () => {
    expect(
      words([{ id: "a", version: "2020-01-01", value: "Ten" }], "2022-01-01"),
    ).toBe("not-restated | not restated: Ten (last known: 1 January 2020)");
  });

  test("shows since when a value is unchanged, back to the first of a run of equal values", () => {
    const claims = [
      { id: "a", version: "2020-01-01", value: "Ten" },
      { id: "b", version: "2021-01-01", value: "Ten" },
      { id: "c", version: "2022-01-01", effect: "unchanged" as const },
    ];
    expect(words(claims, "2022-01-01")).toBe(
      "unchanged | unchanged: Ten (since 1 January 2020)",
    );
  });

  test("keeps an explicit silence apart from a missing claim by naming the claim", () => {
    const record = makeRecord(VERSIONS, [
      { id: "a", version: "2020-01-01", value: "Ten" },
      { id: "b", version: "2021-01-01", effect: "not-restated" },
    ]);
    expect(deriveCell(record, "rent", "2021-01-01").claimIds).toEqual([
      "b",
      "a",
    ]);
    expect(deriveCell(record, "rent", "2022-01-01").claimIds).toEqual(["a"]);
  });

  test("marks what ended, then and in later versions that are silent", () => {
    const claims = [
      { id: "a", version: "2020-01-01", value: "Ten" },
      {
        id: "b",
        version: "2021-01-01",
        value: "No rent",
        effect: "ends" as const,
      },
    ];
    expect(words(claims, "2021-01-01")).toBe(
      "ended | ended: since then: No rent",
    );
    expect(words(claims, "2022-01-01")).toBe(
      "ended | ended: since then: No rent (since 1 January 2021)",
    );
  });

  test("marks as ended what ran out by its own end without a successor", () => {
    expect(
      words(
        [{ id: "a", version: "2020-01-01", value: "Ten", valid_to: "2020-06" }],
        "2021-01-01",
      ),
    ).toBe("ended | ended: was: Ten (until June 2020)");
  });

  test("says which values are only reported, not disclosed, or our reading", () => {
    expect(
      words(
        [
          {
            id: "a",
            version: "2020-01-01",
            value: "Ten",
            confidence: "reported",
          },
        ],
        "2020-01-01",
      ),
    ).toBe("reported-only | reported only: Ten");
    expect(
      words(
        [
          {
            id: "a",
            version: "2020-01-01",
            value: "Secret",
            effect: "not-disclosed",
          },
        ],
        "2020-01-01",
      ),
    ).toBe("not-disclosed | not disclosed: Secret");
    expect(
      words(
        [
          {
            id: "a",
            version: "2020-01-01",
            value: "Ten",
            confidence: "analysis",
          },
        ],
        "2020-01-01",
      ),
    ).toBe("value | Ten (our reading)");
  });

  test("forgets a silence once a later version leaves all as it was", () => {
    const record = makeRecord(VERSIONS, [
      { id: "a", version: "2020-01-01", value: "Ten" },
      { id: "b", version: "2021-01-01", effect: "not-restated" },
      { id: "c", version: "2022-01-01", effect: "unchanged" },
    ]);
    expect(cellWords(deriveCellOn(record, "rent", "2021-06-01"))).toBe(
      "not restated: Ten (last known: 1 January 2020); not restated 1 January 2021",
    );
    expect(cellWords(deriveCellOn(record, "rent", "2022-06-01"))).toBe(
      "Ten (since 1 January 2020)",
    );
  });

  test("shows both sides of a dispute", () => {
    const claims = [
      {
        id: "a",
        version: "2020-01-01",
        value: "Ten",
        disputes: [{ id: "b", about: "x" }],
      },
      { id: "b", value: "Twelve", disputes: [{ id: "a", about: "x" }] },
    ];
    expect(words(claims, "2020-01-01")).toBe(
      "disputed | disputed: Ten; Twelve (against it)",
    );
  });

  test("does not let a description of what holds replace it", () => {
    const claims = [
      { id: "a", version: "2020-01-01", value: "Ten" },
      {
        id: "b",
        version: "2021-01-01",
        value: "Ten, says the report",
        effect: "restates" as const,
      },
    ];
    expect(words(claims, "2021-01-01")).toBe("value | Ten, says the report");
    expect(words(claims, "2022-01-01")).toBe(
      "not-restated | not restated: Ten (last known: 1 January 2020, described again 1 January 2021)",
    );
  });

  test("has a source even where it is silent: the document that says nothing", () => {
    const cell = deriveCell(makeRecord(VERSIONS, []), "rent", "2020-01-01");
    expect(cell.sourceIds).toEqual(["paper"]);
  });
});

describe("the cell of a term on a date", () => {
  const record = makeRecord(VERSIONS, [
    { id: "a", version: "2020-01-01", value: "Ten" },
    {
      id: "b",
      version: "2021-01-01",
      value: "Ten, says the report",
      effect: "restates",
    },
    { id: "c", version: "2022-01-01", value: "Twelve" },
  ]);
  const on = (date: string) => cellWords(deriveCellOn(record, "rent", date));

  test("changes on the day on which the next claim begins", () => {
    expect(on("2021-12-31")).toBe(
      "Ten (since 1 January 2020); Ten, says the report (so described 1 January 2021)",
    );
    expect(on("2022-01-01")).toBe("Twelve (since 1 January 2022)");
  });

  test("is `not yet` before the record begins", () => {
    expect(on("2019-12-31")).toBe("not yet");
  });

  test("says when a later text left the term unsaid", () => {
    const silent = makeRecord(VERSIONS, [
      { id: "a", version: "2020-01-01", value: "Ten" },
      { id: "b", version: "2021-01-01", effect: "not-restated" },
    ]);
    expect(cellWords(deriveCellOn(silent, "rent", "2023-01-01"))).toBe(
      "not restated: Ten (last known: 1 January 2020); not restated 1 January 2021",
    );
  });
});
