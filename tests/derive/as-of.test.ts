import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { deriveAsOf } from "../../src/derive/as-of.ts";
import { cellWords } from "../../src/derive/cell.ts";
import { listChangeDays } from "../../src/derive/change-days.ts";
import {
  divideDays,
  findSpan,
  formatSpan,
  formatSpanEnd,
} from "../../src/derive/day-span.ts";
import { deriveInterval } from "../../src/model/interval.ts";
import { deriveStanding } from "../../src/derive/standing.ts";
import { setsState } from "../../src/model/claim.ts";
import { deriveTermState } from "../../src/derive/term-state.ts";
import { compareDates } from "../../src/model/partial-date.ts";
import { indexRecord } from "../../src/model/record.ts";
import type { AgreementRecord } from "../../src/model/record.ts";
import { partialDates } from "./generate-claims.ts";
import { AS_OF, generateRecords } from "./generate-record.ts";
import { makeRecord } from "./make-record.ts";

const days = partialDates().filter((date) => date.length === 10);

/** The record with every leading claim beginning on the day of its version, and ending with its successor. */
function onVersionDays(record: AgreementRecord): AgreementRecord {
  return indexRecord({
    ...record,
    claims: record.claims.map((claim) => {
      const { valid_to: _, ...open } = claim;
      return claim.version ? { ...open, valid_from: claim.version } : claim;
    }),
  });
}

describe("the days of the pages", () => {
  test("let the least precise of dates that begin together stand for all", () => {
    expect(
      divideDays(["2021-01-01", "2021", "2023-03", "2021-01"], "2024-05-06"),
    ).toEqual([
      { date: "2021", from: "2021-01-01", to: "2023-02-28" },
      { date: "2023-03", from: "2023-03-01", to: "2024-05-06" },
    ]);
  });

  test("say which days they answer for", () => {
    const [first, last] = divideDays(["2021", "2023-01-01"], "2023-01-01");
    expect(formatSpan(first!)).toBe(
      "answers for any day from 1 January 2021 to 31 December 2022",
    );
    expect(formatSpan(last!)).toBe("answers for 1 January 2023");
  });

  test("hold every day from the first change to the record's day once", () => {
    fc.assert(
      fc.property(generateRecords(), days, (record, day) => {
        const spans = listChangeDays(record);
        const holding = spans.filter(
          ({ from, to }) => from <= day && day <= to,
        );
        const inside = spans.length > 0 && day >= spans[0]!.from;
        expect(holding.length).toBe(inside && day <= AS_OF ? 1 : 0);
        expect(findSpan(spans, day)).toBe(holding[0]);
      }),
    );
  });
});

describe("what held on a day", () => {
  test("is, on a version's day, what the version's column says", () => {
    fc.assert(
      fc.property(generateRecords(), (generated) => {
        const record = onVersionDays(generated);
        for (const version of record.timeline) {
          for (const { id } of record.terms) {
            const { claim, ended } = deriveStanding(record, id, version.date);
            const state = deriveTermState(record, id, version);
            expect(claim?.id).toBe(state.claim?.id);
            expect(ended).toBe(state.kind === "ended");
          }
        }
      }),
    );
  });

  test("is set by one leading claim a term", () => {
    fc.assert(
      fc.property(generateRecords(), days, (record, day) => {
        for (const leading of record.leading.values()) {
          const holding = leading.filter(setsState).filter((claim) => {
            const { from, to } = deriveInterval(record, claim);
            return (
              compareDates(from, day) <= 0 &&
              (to === undefined || compareDates(day, to) < 0)
            );
          });
          expect(holding.length).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  test("has words and a source in every cell, and shows today beside it", () => {
    fc.assert(
      fc.property(generateRecords(), (record) => {
        for (const span of listChangeDays(record)) {
          const page = deriveAsOf(record, span);
          for (const { columns, rows } of page.topics) {
            expect(columns.map(({ id }) => id)).toEqual(
              page.newest ? [span.date] : [span.date, "today"],
            );
            for (const cell of rows.flatMap((row) => row.cells)) {
              expect(cellWords(cell), cell.id).not.toBe("");
              expect(cell.sourceIds, cell.id).not.toEqual([]);
            }
          }
        }
      }),
      { numRuns: 40 },
    );
  });

  test("says so where it may have begun later in the year", () => {
    const record = makeRecord(
      ["2020-01-01", "2021", "2022-02-02"],
      [
        { id: "a", version: "2020-01-01" },
        { id: "b", version: "2021" },
        { id: "side", valid_from: "2021-11", valid_to: "2023-01-01" },
      ],
    );
    const cells = listChangeDays(record).map((span) => {
      const [table] = deriveAsOf(record, span).topics;
      return `${span.date}: ${cellWords(table!.rows[0]!.cells[0]!)}`;
    });
    expect(cells).toEqual([
      "2020-01-01: a (since 1 January 2020)",
      "2021: b (since 2021; began some day in 2021; before that: a)",
      "2021-11: b (since 2021; began some day in 2021; before that: a)",
      "2022-02-02: b (since 2021)",
      "2023-01-01: b (since 2021)",
    ]);
  });
});

describe("what changed on a day", () => {
  const record = makeRecord(
    ["2020-01-01", "2021-01-01"],
    [
      { id: "a", version: "2020-01-01" },
      { id: "b", version: "2021-01-01" },
      { id: "side", valid_from: "2020-05-01", valid_to: "2020-06-01" },
    ],
  );
  const changesOn = (date: string) =>
    deriveAsOf(
      record,
      listChangeDays(record).find((span) => span.date === date)!,
    );

  test("is what began, struck against what it replaced, with its version", () => {
    const { changes, versions } = changesOn("2021-01-01");
    expect(changes).toEqual([
      {
        verb: "began",
        about: "Rent",
        href: "/claims/b/",
        redline: [
          { kind: "removed", text: "a" },
          { kind: "added", text: "b" },
        ],
      },
    ]);
    expect(versions[0]!.compared).toEqual({
      href: "/compare/2020-01-01..2021-01-01/",
      with: "1 January 2020",
    });
  });

  test("is what ended, where nothing took its place", () => {
    expect(
      changesOn("2020-06-01").changes.map(({ verb, href }) => [verb, href]),
    ).toEqual([["ended", "/claims/side/"]]);
  });
});

test("a page's title says how far it reaches beyond its day", () => {
  const spans = divideDays(
    ["2020-01-01", "2020-01-02", "2020-05"],
    "2021-03-04",
  );
  expect(spans.map(formatSpanEnd)).toEqual([
    undefined,
    "the same until 30 April 2020",
    "the same until 4 March 2021",
  ]);
});
