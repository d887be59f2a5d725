import { loadDraft } from "../../src/model/index.ts";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { DifferenceKind } from "../../src/exports/difference-kind.ts";
import { formatDifference } from "../../src/exports/format-difference.ts";
import {
  compareRecords,
  isEmptyDifference,
} from "../../src/exports/record-difference.ts";
import type { RecordDifference } from "../../src/exports/record-difference.ts";
import { generateRecords } from "../derive/generate-record.ts";
import { makeRecord } from "../derive/make-record.ts";
import { loadChecked } from "../load-fixture.ts";
import { copyMinimal, MINIMAL, replaceIn } from "../model/copy-minimal.ts";
import { editMinimal } from "./edit-minimal.ts";

const WHOLE = {
  id: "whole",
  kind: "terms" as const,
  title: "Whole",
  summary: "All.",
};
const records = generateRecords().map((record) => ({
  ...record,
  tables: [WHOLE],
  byId: { ...record.byId, tables: new Map([["whole", WHOLE]]) },
}));

interface Mirrored {
  kind: DifferenceKind;
  before?: string | undefined;
  after?: string | undefined;
}

const MIRROR: { [kind in DifferenceKind]: DifferenceKind } = {
  added: "removed",
  removed: "added",
  changed: "changed",
};

/** A list read the other way round: sorted, as each side keeps its own order, which the law is not about. */
function mirrored<T extends Mirrored>(list: T[]): string[] {
  return list
    .map(({ kind, before, after, ...rest }) =>
      sorted({ ...rest, kind: MIRROR[kind], before: after, after: before }),
    )
    .sort();
}

function sorted(value: object): string {
  return JSON.stringify(
    Object.entries(value)
      .map(([name, inner]: [string, unknown]) => [
        name,
        Array.isArray(inner) ? [...(inner as unknown[])].sort() : inner,
      ])
      .sort(([a], [b]) => (String(a) < String(b) ? -1 : 1)),
  );
}

const same = <T extends object>(list: T[]) => list.map(sorted).sort();

const cellsOf = ({ cells }: RecordDifference) =>
  cells
    .flatMap((table) => table.cells)
    // A cell of a row or column that one side alone holds is called as that side calls it.
    .map(({ kind, href, before, after }) => ({ kind, href, before, after }));

describe("the difference of two records", () => {
  test("is empty for a record with itself, and says so", () => {
    fc.assert(
      fc.property(records, (record) => {
        const difference = compareRecords(record, record);
        expect(isEmptyDifference(difference)).toBe(true);
        expect(difference.unsettled).toEqual([]);
        expect(difference.withoutPassage).toEqual([]);
        expect(formatDifference(difference)).toContain("No difference");
      }),
      { numRuns: 30 },
    );
  });

  test("read the other way round is its mirror image", () => {
    fc.assert(
      fc.property(records, records, (a, b) => {
        const [there, back] = [compareRecords(a, b), compareRecords(b, a)];
        expect(mirrored(cellsOf(there))).toEqual(same(cellsOf(back)));
        expect(mirrored(there.redlines)).toEqual(same(back.redlines));
        expect(mirrored(there.items)).toEqual(same(back.items));
        const flip = (days: RecordDifference["days"]) =>
          days.map(({ kind, href }) => `${MIRROR[kind]} ${href}`).sort();
        const plain = (days: RecordDifference["days"]) =>
          days.map(({ kind, href }) => `${kind} ${href}`).sort();
        expect(flip(there.days)).toEqual(plain(back.days));
        expect([...there.addresses.added].sort()).toEqual(
          [...back.addresses.retired].sort(),
        );
      }),
      { numRuns: 30 },
    );
  });

  test("is not empty where the editions differ, or is a matter of order", () => {
    fc.assert(
      fc.property(records, records, (a, b) => {
        const difference = compareRecords(a, b);
        const told = !isEmptyDifference(difference) || difference.onlyOrder;
        expect(told).toBe(difference.before !== difference.after);
      }),
      { numRuns: 30 },
    );
  });

  test("of two parties in another order says that only the order differs", () => {
    const parties = ["owner", "tenant"].map((id) => ({
      id,
      name: id,
      kind: "company" as const,
    }));
    const difference = compareRecords(
      makeRecord([], [], { parties }),
      makeRecord([], [], { parties: [...parties].reverse() }),
    );
    expect(formatDifference(difference)).toContain(
      "only the order of entries differs",
    );
  });

  test("shows both days where the record's day moves", () => {
    const content = copyMinimal();
    replaceIn(content, "site.yaml", '"2008-03-01"', '"2008-03-05"');
    const difference = compareRecords(
      loadChecked(MINIMAL),
      loadDraft(content, "content").record!,
    );
    expect(formatDifference(difference)).toContain(
      "- site (as_of: 2008-03-01 → 2008-03-05)\n",
    );
  });

  test("reads like prose when an amendment is added and a claim corrected", async () => {
    const content = copyMinimal();
    editMinimal(content);
    const difference = compareRecords(
      loadChecked(MINIMAL),
      loadDraft(content, "content").record!,
    );
    await expect(formatDifference(difference)).toMatchFileSnapshot(
      "golden/difference.md",
    );
  });
});
