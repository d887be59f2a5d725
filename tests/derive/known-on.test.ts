import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isBeside } from "../../src/derive/beside-versions.ts";
import { cellWords } from "../../src/derive/cell.ts";
import { formatLag } from "../../src/derive/format-lag.ts";
import { listKnownSpans } from "../../src/derive/known-days.ts";
import {
  deriveKnowledge,
  deriveRecordKnownOn,
  surelyPublished,
} from "../../src/derive/knowledge.ts";
import { deriveKnownOn } from "../../src/derive/known-on.ts";
import type { KnownPage } from "../../src/derive/known-on.ts";
import { deriveCellOn } from "../../src/derive/term-cell.ts";
import { setsState } from "../../src/model/claim.ts";
import type { Change } from "../../src/model/change.ts";
import { deriveInterval } from "../../src/model/interval.ts";
import { firstDay, lastDay } from "../../src/model/partial-date.ts";
import { indexRecord } from "../../src/model/record.ts";
import type { AgreementRecord } from "../../src/model/record.ts";
import { AS_OF, generateRecords } from "./generate-record.ts";
import { makeRecord } from "./make-record.ts";

/** Every source that a page cites. */
function citedOn({ notes, topics }: KnownPage): string[] {
  return [
    ...notes.flatMap(({ citations }) => citations.map((c) => c.sourceId)),
    ...topics.flatMap(({ rows }) =>
      rows.flatMap(({ cells }) => cells.flatMap((cell) => cell.sourceIds)),
    ),
  ];
}

/** The terms as outsiders could have seen them. */
function cellsOf(record: AgreementRecord, day: string) {
  const view = deriveRecordKnownOn(record, day);
  return record.terms.map(({ id }) => deriveCellOn(view, id, day));
}

describe("what was known on a day", () => {
  test("rests on no source that was published later", () => {
    fc.assert(
      fc.property(generateRecords(), (record) => {
        for (const span of listKnownSpans(record)) {
          for (const id of citedOn(deriveKnownOn(record, span))) {
            const source = record.byId.sources.get(id)!;
            expect(surelyPublished(record, source) <= span.from).toBe(true);
          }
        }
      }),
    );
  });

  test("does not change when something of it is withdrawn later", () => {
    fc.assert(
      fc.property(generateRecords(), fc.nat(), (record, place) => {
        const open = record.claims.filter(
          ({ id }) => !record.withdrawals.has(id),
        );
        const claim = open[place % Math.max(open.length, 1)];
        if (!claim) return;
        const change: Change = {
          id: "withdraw",
          date: AS_OF,
          reason: "we-corrected",
          summary: "It was wrong.",
          claims: [],
          withdraws: [claim.id],
        };
        const after = indexRecord({
          ...record,
          changes: [...record.changes, change],
        });
        for (const { from } of listKnownSpans(record)) {
          if (from < AS_OF)
            expect(cellsOf(after, from)).toEqual(cellsOf(record, from));
        }
      }),
    );
  });

  test("is, on the record's day, what the record says", () => {
    fc.assert(
      fc.property(generateRecords(), (record) => {
        expect(cellsOf(record, AS_OF)).toEqual(
          record.terms.map(({ id }) => deriveCellOn(record, id, AS_OF)),
        );
      }),
    );
  });

  test("says nothing of a term only where nothing on it was public and in force", () => {
    fc.assert(
      fc.property(generateRecords(), (record) => {
        for (const span of listKnownSpans(record)) {
          const view = deriveRecordKnownOn(record, span.from);
          const silent = new Set(
            deriveKnownOn(record, span).silent.map(({ id }) => id),
          );
          const spoken = view.claims.filter((claim) => {
            const { from, to } = deriveInterval(view, claim);
            const over = to !== undefined && firstDay(to) <= span.from;
            const tells = setsState(claim) || isBeside(view, claim);
            return tells && lastDay(from) <= span.from && !over;
          });
          expect(spoken.filter(({ term }) => silent.has(term!))).toEqual([]);
        }
      }),
    );
  });

  test("has words in every cell, and a source unless nothing is recorded", () => {
    fc.assert(
      fc.property(generateRecords(), (record) => {
        for (const span of listKnownSpans(record)) {
          for (const { rows } of deriveKnownOn(record, span).topics) {
            for (const cell of rows.flatMap((row) => row.cells)) {
              expect(cellWords(cell)).not.toBe("");
              if (cell.state !== "no-entry")
                expect(cell.sourceIds).not.toEqual([]);
            }
          }
        }
      }),
      { numRuns: 40 },
    );
  });

  test("counts each claim as becoming public on one day", () => {
    fc.assert(
      fc.property(generateRecords(), (record) => {
        const pages = listKnownSpans(record).map((span) =>
          deriveKnownOn(record, span),
        );
        const listed = pages.flatMap(({ published }) => published);
        expect(listed.length).toBe(record.claims.length);
      }),
      { numRuns: 40 },
    );
  });
});

describe("hindsight", () => {
  const base = makeRecord([], []).sources[0]!;
  const source = (published: string) => ({ ...base, id: published, published });
  const sources = ["2020-01-01", "2021-06-06", "2022"].map(source);
  const cited = (id: string) => ({ sources: [{ id }] });
  const wordsOn = (record: AgreementRecord, day: string) => {
    const span = listKnownSpans(record).find(({ from }) => from === day)!;
    const { topics } = deriveKnownOn(record, span);
    return cellWords(topics[0]!.rows[0]!.cells[0]!);
  };

  test("names what was in force and learned later, without its source", () => {
    const record = makeRecord(
      ["2020-01-01", "2021-01-01"],
      [
        { id: "a", version: "2020-01-01", ...cited("2020-01-01") },
        { id: "b", version: "2021-01-01", ...cited("2022") },
        { id: "c", valid_from: "2021-06-06", ...cited("2021-06-06") },
      ],
      { sources },
    );
    expect(wordsOn(record, "2020-01-01")).toBe("a (since 1 January 2020)");
    expect(wordsOn(record, "2021-06-06")).toBe(
      "a (since 1 January 2020); in hindsight: b (learned later, in 2022; in force since 1 January 2021)",
    );
    expect(wordsOn(record, "2022-12-31")).toBe("b (since 1 January 2021)");
    expect(
      listKnownSpans(record).map(
        (span) => [span.date, deriveKnownOn(record, span).hindsights] as const,
      ),
    ).toEqual([
      ["2020-01-01", 0],
      ["2021-06-06", 1],
      ["2022-12-31", 0],
    ]);
  });

  test("keeps what was believed until it was corrected, and says when", () => {
    const changes: Change[] = [
      {
        id: "misread",
        date: "2021-06-06",
        reason: "we-corrected",
        summary: "Feet were read as metres.",
        claims: ["right"],
        withdraws: ["wrong"],
      },
    ];
    const record = makeRecord(
      ["2020-01-01"],
      [
        { id: "wrong", version: "2020-01-01", ...cited("2020-01-01") },
        { id: "right", version: "2020-01-01", ...cited("2020-01-01") },
      ],
      { sources, changes },
    );
    expect(wordsOn(record, "2020-01-01")).toBe(
      "wrong (since 1 January 2020; believed then, corrected on 6 June 2021: Feet were read as metres.); in hindsight: right (learned later, on 6 June 2021; in force since 1 January 2020)",
    );
    expect(wordsOn(record, "2021-06-06")).toBe("right (since 1 January 2020)");
  });

  test("reads a claim that is public before it begins as not yet in force", () => {
    const record = makeRecord(
      ["2020-01-01"],
      [
        {
          id: "a",
          version: "2020-01-01",
          valid_from: "2020-03-03",
          date_kind: "effective",
          ...cited("2020-01-01"),
        },
      ],
      { sources },
    );
    const [span] = listKnownSpans(record);
    const page = deriveKnownOn(record, span!);
    expect(page.ahead.map(({ detail }) => detail)).toEqual([
      "from 3 March 2020 on",
    ]);
    expect(page.silent.map(({ id }) => id)).toEqual(["rent"]);
  });

  test("counts what was announced on a day from then on, whatever an older source bears out", () => {
    const record = makeRecord(
      ["2020-01-01"],
      [
        {
          id: "a",
          valid_from: "2021-06-06",
          sources: [{ id: "2020-01-01" }, { id: "2021-06-06" }],
        },
      ],
      { sources },
    );
    const { by } = deriveKnowledge(record, record.claims[0]!);
    expect(by).toBe("2021-06-06");
  });

  test("counts a claim as public from its first source, whichever is named first", () => {
    const record = makeRecord(
      ["2020-01-01"],
      [{ id: "a", sources: [{ id: "2022" }, { id: "2021-06-06" }] }],
      { sources },
    );
    const { by } = deriveKnowledge(record, record.claims[0]!);
    expect(by).toBe("2021-06-06");
  });
});

describe("a lag in words", () => {
  test.each([
    [1, 1, "1 day"],
    [114, 114, "114 days"],
    [29, 58, "between 29 and 58 days"],
    [400, 400, "about 13 months"],
    [90, 150, "between 2 and 5 months"],
    [1096, 1096, "about 3 years"],
    [800, 1090, "between 2 and 3 years"],
    [5, 370, "up to 13 months"],
  ])("%i to %i days are %s", (least, most, words) => {
    expect(formatLag({ least, most })).toBe(words);
  });
});
