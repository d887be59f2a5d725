import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  comparePath,
  compareStates,
  deriveRedline,
  listPairs,
} from "../../src/derive/redline.ts";
import type { RedlineItem } from "../../src/derive/redline.ts";
import {
  deriveRedlinePage,
  formatTotals,
} from "../../src/derive/redline-page.ts";
import { formatRedlineItem } from "../../src/derive/redline-sentence.ts";
import { deriveTermState } from "../../src/derive/term-state.ts";
import type { TermState } from "../../src/derive/term-state.ts";
import type { AgreementRecord } from "../../src/model/record.ts";
import type { Version } from "../../src/model/version.ts";
import { generateRecords } from "./generate-record.ts";
import { makeRecord } from "./make-record.ts";

/** A generated record and as many of its versions as asked for, in the order of the timeline. */
function withVersions(
  count: number,
): fc.Arbitrary<{ record: AgreementRecord; versions: Version[] }> {
  return generateRecords().chain((record) =>
    fc
      .array(fc.nat(record.timeline.length - 1), {
        minLength: count,
        maxLength: count,
      })
      .map((places) => ({
        record,
        versions: places
          .sort((a, b) => a - b)
          .map((place) => record.timeline[place]!),
      })),
  );
}

function stateAt(record: AgreementRecord, version: Version) {
  return new Map(
    record.terms.map(({ id }) => [id, deriveTermState(record, id, version)]),
  );
}

/** What a redline makes of a state: each item replaces what it says it found. */
function apply(
  state: ReadonlyMap<string, TermState>,
  items: RedlineItem[],
): Map<string, TermState> {
  const next = new Map(state);
  for (const { termId, before, after } of items) {
    expect(state.get(termId)).toEqual(before);
    next.set(termId, after);
  }
  return next;
}

/** Two redlines, one after the other, as one. */
function compose(
  record: AgreementRecord,
  first: RedlineItem[],
  second: RedlineItem[],
) {
  const ids = new Set([...first, ...second].map(({ termId }) => termId));
  return record.terms
    .filter(({ id }) => ids.has(id))
    .map(({ id }) => {
      const a = first.find(({ termId }) => termId === id);
      const b = second.find(({ termId }) => termId === id);
      const before = a?.before ?? b!.before;
      const after = b?.after ?? a!.after;
      return {
        termId: id,
        kind: compareStates(record, id, before, after)!.kind,
        value: after.value,
        causes: [...(a?.causes ?? []), ...(b?.causes ?? [])],
      };
    });
}

const MIRROR = {
  changed: "changed",
  added: "removed",
  removed: "added",
  unknown: "unknown",
  "not-restated": "not-restated",
  unchanged: "unchanged",
};

describe("a redline, over generated records,", () => {
  test("of a version with itself changes nothing", () => {
    fc.assert(
      fc.property(withVersions(1), ({ record, versions: [a] }) => {
        const { items } = deriveRedline(record, a!, a!);
        expect(
          items.filter(
            ({ kind }) => kind !== "unchanged" && kind !== "not-restated",
          ),
        ).toEqual([]);
        expect(items.flatMap(({ causes }) => causes)).toEqual([]);
      }),
    );
  });

  test("is not empty where the two versions say different things", () => {
    fc.assert(
      fc.property(withVersions(2), ({ record, versions: [a, b] }) => {
        const [before, after] = [stateAt(record, a!), stateAt(record, b!)];
        const differ = record.terms.filter(({ id }) => {
          const [x, y] = [before.get(id)!, after.get(id)!];
          return x.kind !== y.kind || x.value !== y.value;
        });
        const moved = deriveRedline(record, a!, b!).items.filter(
          ({ kind }) => kind !== "unchanged" && kind !== "not-restated",
        );
        expect(moved.map(({ termId }) => termId)).toEqual(
          differ.map(({ id }) => id),
        );
      }),
    );
  });

  test("applied to the earlier state gives the later one", () => {
    fc.assert(
      fc.property(withVersions(2), ({ record, versions: [a, b] }) => {
        const { items } = deriveRedline(record, a!, b!);
        const known = (state: ReadonlyMap<string, TermState>) =>
          [...state].filter(([, { kind }]) => kind !== "none");
        expect(known(apply(stateAt(record, a!), items))).toEqual(
          known(stateAt(record, b!)),
        );
      }),
    );
  });

  test("from a to c is that from a to b followed by that from b to c", () => {
    fc.assert(
      fc.property(withVersions(3), ({ record, versions: [a, b, c] }) => {
        const whole = deriveRedline(record, a!, c!).items.map(
          ({ termId, kind, after, causes }) => ({
            termId,
            kind,
            value: after.value,
            causes,
          }),
        );
        const [first, second] = [
          deriveRedline(record, a!, b!).items,
          deriveRedline(record, b!, c!).items,
        ];
        expect(compose(record, first, second)).toEqual(whole);
      }),
    );
  });

  test("the other way round is its mirror image", () => {
    fc.assert(
      fc.property(withVersions(2), ({ record, versions: [a, b] }) => {
        const mirrored = deriveRedline(record, b!, a!).items.map((item) => ({
          ...item,
          kind: MIRROR[item.kind],
          before: item.after,
          after: item.before,
        }));
        expect(mirrored).toEqual(deriveRedline(record, a!, b!).items);
      }),
    );
  });

  test("exists once for each pair, whichever version is named first", () => {
    fc.assert(
      fc.property(generateRecords(), (record) => {
        const n = record.timeline.length;
        const pairs = listPairs(record);
        expect(pairs).toHaveLength((n * (n - 1)) / 2);
        const paths = pairs.flatMap(([a, b]) => [
          comparePath(record, a, b),
          comparePath(record, b, a),
        ]);
        expect(new Set(paths).size).toBe(pairs.length);
      }),
    );
  });

  test("has a sentence for each item that names the later value", () => {
    fc.assert(
      fc.property(withVersions(2), ({ record, versions: [a, b] }) => {
        fc.pre(a !== b);
        for (const item of deriveRedline(record, a!, b!).items) {
          const sentence = formatRedlineItem(record, item);
          expect(sentence).toContain(item.after.value);
          expect(sentence).toMatch(/^\S.*\.$/);
          expect(sentence).not.toMatch(/undefined|\s\s|: \.| \./);
        }
      }),
    );
  });
});

describe("a redline's sentence", () => {
  const record = makeRecord(
    ["2020-01-01", "2021", "2022-01-01", "2023-01-01"],
    [
      { id: "ten a month", version: "2020-01-01" },
      {
        id: "twenty a month",
        version: "2021",
        valid_from: "2021",
        confidence: "reported",
      },
      {
        id: "silence",
        version: "2022-01-01",
        effect: "not-restated",
      },
      {
        id: "no rent",
        version: "2023-01-01",
        effect: "ends",
      },
    ],
  );
  const between = (from: string, to: string) =>
    deriveRedlinePage(
      record,
      record.byId.versions.get(from)!,
      record.byId.versions.get(to)!,
    );
  const said = (from: string, to: string) =>
    between(from, to).sections.flatMap(({ kind, rows }) =>
      rows.map(({ sentence }) => [kind, sentence]),
    );

  test("says until when the one held, since when the other, and which document did it", () => {
    expect(said("2020-01-01", "2021")).toEqual([
      [
        "changed",
        "Until 2021: ten a month. Since then: twenty a month. The agreement announced that day changed it. The later value is known only from reports.",
      ],
    ]);
  });

  test("does not take silence for change or survival", () => {
    expect(said("2021", "2022-01-01")).toEqual([
      [
        "not-restated",
        "Last known, from 2021: twenty a month. It is known only from reports.",
      ],
    ]);
    expect(between("2021", "2022-01-01").sections[0]?.remark).toBe(
      "The agreement of 1 January 2022 does not mention these, which proves neither survival nor repeal. What is given was last known.",
    );
  });

  test("tells an end apart from a change, and names what came in between", () => {
    expect(said("2020-01-01", "2023-01-01")).toEqual([
      [
        "removed",
        "Until 2021: ten a month. The agreement announced on 1 January 2023 ended it. Since then: no rent. It also changed in between: 2021.",
      ],
    ]);
  });

  test("counts what happened, or says that nothing did", () => {
    expect(between("2020-01-01", "2023-01-01").totals).toBe("1 ended");
    expect(formatTotals([])).toBe("nothing changed in 0 terms");
  });
});
