import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  createComparison,
  packReads,
  unpackReads,
} from "../../scripts/part-reads.ts";
import { DERIVE_TOLD, listTold } from "../../scripts/told.ts";
import type { ToldKind } from "../../scripts/told.ts";
import { watchContent } from "../../scripts/watch-content.ts";
import { Watch, watchRecord } from "../../scripts/watch-record.ts";
import type { Part } from "../../scripts/watch-record.ts";
import { deriveAppearances } from "../../src/derive/appearance.ts";
import { deriveAsOf } from "../../src/derive/as-of.ts";
import { listChangeDays } from "../../src/derive/change-days.ts";
import { changesOfClaim, deriveChanges } from "../../src/derive/changes.ts";
import { deriveEdition } from "../../src/derive/edition.ts";
import { deriveClaimPage } from "../../src/derive/claim-page.ts";
import { listKnownSpans } from "../../src/derive/known-days.ts";
import { deriveKnownOn } from "../../src/derive/known-on.ts";
import { deriveSourcePage } from "../../src/derive/source-page.ts";
import { deriveTable } from "../../src/derive/table.ts";
import { deriveTermPage } from "../../src/derive/term-page.ts";
import { deriveVersionPage } from "../../src/derive/version-page.ts";
import { listCslItems } from "../../src/exports/cite-item.ts";
import { EXPORT_LISTS } from "../../src/exports/list-exports.ts";
import { derivePageMeta } from "../../src/exports/page-meta.ts";
import { formatSitemap } from "../../src/exports/sitemap.ts";
import { NOUNS } from "../../src/model/nouns.ts";
import { indexRecord } from "../../src/model/record.ts";
import type { AgreementRecord, Authored } from "../../src/model/record.ts";
import { loadChecked } from "../load-fixture.ts";
import { listExports } from "../exports/make-files.ts";

const record = loadChecked("tests/fixtures/other-agreement");

type Derive = (record: AgreementRecord) => unknown;

/** What pages are made of, of every kind. */
const DERIVED: { [name: string]: Derive } = {
  sitemap: formatSitemap,
  changes: deriveChanges,
  appearances: (record) => [...deriveAppearances(record)],
  table: (record) =>
    record.tables.map((spec) => deriveTable(record, spec)).at(0),
  term: (record) => deriveTermPage(record, record.terms[0]!),
  version: (record) => deriveVersionPage(record, record.timeline.at(-1)!),
  claim: (record) => deriveClaimPage(record, record.claims[3]!, []),
  "claim's changes": (record) => changesOfClaim(record, record.claims[3]!.id),
  source: (record) => deriveSourcePage(record, record.sources[0]!),
  day: (record) => deriveAsOf(record, listChangeDays(record).at(-2)!),
  "known day": (record) => deriveKnownOn(record, listKnownSpans(record).at(2)!),
  head: (record) =>
    derivePageMeta(record, { path: "/terms/", title: "", description: "" }),
  citations: (record) => listCslItems(record, "/as-of/1998-11-05/"),
};

/** What something derived says, as text; the error's where it cannot be derived of a broken record. */
function say(derive: Derive, of: AgreementRecord): string {
  try {
    return JSON.stringify(derive(of));
  } catch (error) {
    return String(error);
  }
}

const LISTS = [
  ...(Object.keys(NOUNS) as (keyof typeof NOUNS)[]),
  "tables",
  "explainers",
] as const;

type Entry = { [field: string]: unknown };

/** An edit of one entry, chosen by numbers that may be larger than what there is to choose from. */
const edits = fc.record({
  list: fc.constantFrom(...LISTS, "claims", "claims", "sources", "versions"),
  entry: fc.nat(),
  field: fc.nat(),
  does: fc.constantFrom("reword", "drop", "add", "remove", "double", "turn"),
  words: fc.string(),
});
type EntryEdit = typeof edits extends fc.Arbitrary<infer T> ? T : never;

function applyEdit(
  record: AgreementRecord,
  { list, entry, field, does, words }: EntryEdit,
): AgreementRecord {
  const entries = structuredClone(record[list]) as Entry[];
  if (entries.length === 0) return record;
  const at = entry % entries.length;
  const one = entries[at]!;
  const fields = Object.keys(one).filter((key) => key !== "id");
  const key = fields[field % fields.length]!;
  if (does === "reword" && typeof one[key] === "string") one[key] += words;
  if (does === "drop") delete one[key];
  if (does === "add") {
    const all = new Set(entries.flatMap((other) => Object.keys(other)));
    const missing = [...all].filter((name) => !(name in one));
    const from = entries.find((other) => missing[0]! in other);
    if (from) one[missing[0]!] = from[missing[0]!];
  }
  if (does === "remove") entries.splice(at, 1);
  if (does === "double")
    entries.splice(at, 0, { ...one, id: `${String(one["id"])}-2` });
  if (does === "turn") entries.reverse();
  try {
    return indexRecord({ ...(record as Authored), [list]: entries });
  } catch {
    // A version without a date is no record.
    return record;
  }
}

function watchOf(record: AgreementRecord): [Watch, AgreementRecord] {
  const watch = new Watch();
  return [watch, watchRecord(watch, record)];
}

const [watch, watched] = watchOf(record);

/** The names of parts, and of those that others were derived from. */
function namesOf({ parts }: Watch, read: number[]): string[] {
  const names = read.flatMap((at) => {
    const part = parts[at]!;
    return "name" in part
      ? part.name
      : namesOf({ parts } as Watch, unpackReads(part.reads));
  });
  return [...new Set(names)];
}

/** What is read of the record to derive something. */
function readsOf(derive: Derive): string {
  watch.begin();
  say(derive, watched);
  return packReads(watch.end());
}

describe("a watched record", () => {
  test.each(Object.entries(DERIVED))("says the same: %s", (_, derive) => {
    expect(say(derive, watched)).toBe(say(derive, record));
  });

  test.each(Object.entries(DERIVED))(
    "tells all that was read: %s",
    (_, derive) => {
      const reads = readsOf(derive);
      const said = say(derive, record);
      let changed = 0;
      fc.assert(
        fc.property(edits, (edit) => {
          const edited = applyEdit(record, edit);
          if (say(derive, edited) === said) return;
          changed += 1;
          const compare = createComparison(watch.parts, watchOf(edited)[0]);
          expect(compare(reads)).toBe(undefined);
        }),
        { numRuns: 240 },
      );
      expect(changed).toBeGreaterThan(0);
    },
  );

  test("tells little of what is derived from little", () => {
    const all = watchOf(record)[0].parts.length;
    const read = (derive: Derive) =>
      namesOf(watch, unpackReads(readsOf(derive)));
    for (const name of ["term", "claim", "source", "claim's changes"])
      expect(read(DERIVED[name]!).length, name).toBeLessThan(all / 4);
    const of = (claim: number) =>
      read((record) => deriveClaimPage(record, record.claims[claim]!, []));
    const [own, other] = [record.claims[3]!.id, record.claims[4]!.id];
    expect(of(3)).toContain(`claims/${own}.statement`);
    expect(of(3)).not.toContain(`claims/${other}.statement`);
  });

  test("tells every way of reading", () => {
    const watch = new Watch();
    const find = watch.entry<Entry>("one", { a: 1, b: 2 });
    const entry = find();
    const map = watch.map("map", new Map([["x", 3]]), (value) => value);
    const list = watch.list("list", [{ c: 4 }], (_, at) => String(at));
    const reads = (read: () => unknown) => {
      watch.begin();
      read();
      return namesOf(watch, watch.end());
    };
    expect(reads(() => entry["a"])).toEqual(["one.a"]);
    expect(reads(() => [entry["a"], entry["a"]])).toEqual(["one.a"]);
    expect(reads(() => ({ ...entry }))).toEqual(["one.a", "one.b"]);
    // Which fields there are is told where the entry was found.
    expect(reads(() => find()["missing"])).toEqual(["one"]);
    expect(reads(() => Object.keys(find()))).toEqual(["one"]);
    expect(reads(() => map.get("x"))).toEqual(["map/x"]);
    expect(reads(() => map.has("y"))).toEqual(["map"]);
    expect(reads(() => map.size)).toEqual(["map", "map/x"]);
    expect(reads(() => [...map])).toEqual(["map", "map/x"]);
    expect(reads(() => list().length)).toEqual(["list"]);
    expect(reads(() => list()[0]!.c)).toEqual(["list", "list/0.c"]);
    const known = reads(() => {
      const recall = watch.remember(() => entry["a"]);
      expect([recall(), recall()]).toEqual([1, 1]);
    });
    expect(known).toEqual(["one.a"]);
    const recall = watch.remember(() => entry["a"]);
    expect(reads(() => [entry["b"], recall()])).toEqual(["one.b", "one.a"]);
    expect(
      reads(() => [entry["b"], watch.remember(() => map.get("x"))]),
    ).toEqual(["one.b"]);
  });

  test("tells of a field that an entry gets, however the entry was found", () => {
    const at = record.claims.findIndex(
      (claim) => claim.note === undefined && claim.term && claim.version,
    );
    const { id, term } = record.claims[at]!;
    const noted = record.claims.with(at, { ...record.claims[at]!, note: "N" });
    const [now] = watchOf(indexRecord({ ...record, claims: noted }));
    const compare = createComparison(watch.parts, now);
    const ways: Derive[] = [
      ({ claims }) => claims[at]!.note,
      ({ byId }) => byId.claims.get(id)!.note,
      ({ leading }) => leading.get(term!)!.find((one) => one.id === id)!.note,
    ];
    for (const way of ways) expect(compare(readsOf(way))).toBe(undefined);
    const other = record.claims[at === 0 ? 1 : 0]!.id;
    expect(
      compare(readsOf(({ byId }) => byId.claims.get(other))),
    ).toBeDefined();
  });

  test("counts what was derived before for all who ask again", () => {
    const first = readsOf(deriveChanges);
    expect(readsOf(deriveChanges)).toBe(first);
    expect(namesOf(watch, unpackReads(first)).length).toBeGreaterThan(5);
  });
});

const watchAll = (of: AgreementRecord): [Watch, AgreementRecord] => {
  const watch = new Watch();
  return [watch, watchContent(watch, of, deriveEdition(of)).record];
};

/** What a build compares reads with after an edit; undefined of a broken record, of which nothing is built. */
function compareAfter(edited: AgreementRecord, { parts }: Watch) {
  try {
    return createComparison(parts, watchAll(edited)[0]);
  } catch {
    return undefined;
  }
}

describe("what is told of pages", () => {
  test.each(Object.keys(DERIVE_TOLD) as ToldKind[])(
    "tells all that was read: %s",
    (kind) => {
      const [watch, watched] = watchAll(record);
      const tell =
        (page: string): Derive =>
        (of) =>
          DERIVE_TOLD[kind](of, page);
      const made = listTold(record, kind).map((page) => {
        watch.begin();
        const text = say(tell(page), watched);
        expect(text).toBe(say(tell(page), record));
        return { page, text, reads: packReads(watch.end()) };
      });
      let changed = 0;
      fc.assert(
        fc.property(edits, (edit) => {
          const edited = applyEdit(record, edit);
          const compare = compareAfter(edited, watch);
          if (!compare) return;
          for (const { page, text, reads } of made) {
            if (say(tell(page), edited) === text) continue;
            changed += 1;
            expect(compare(reads), page).toBe(undefined);
          }
        }),
        { numRuns: 200 },
      );
      expect(changed).toBeGreaterThan(0);
    },
  );
});

describe("a file for programs", () => {
  const [watch, watched] = watchAll(record);
  /** As a build has it: what is in the list counts as read by each file. */
  const lists = EXPORT_LISTS.map((list) =>
    watch.remember(() => new Map(list(watched))),
  );
  const files = () => lists.flatMap((list) => [...list()]);
  const readsOf = (path: string): number[] => {
    const list = lists.find((files) => files().has(path))!;
    watch.begin();
    list().get(path)!();
    return watch.end();
  };

  test("tells all that was read, whichever it is", () => {
    const made = files().map(([path, make]) => ({
      path,
      reads: packReads(readsOf(path)),
      text: say(make, record),
    }));
    expect(
      say(() => listExports(record).map(([, make]) => make()), record),
    ).toBe(`[${made.map(({ text }) => text).join()}]`);
    let changed = 0;
    fc.assert(
      fc.property(edits, (edit) => {
        const edited = applyEdit(record, edit);
        const compare = compareAfter(edited, watch);
        if (!compare) return;
        const after = new Map(listExports(edited));
        for (const { path, reads, text } of made) {
          const make = after.get(path);
          if (!make || say(make, edited) === text) continue;
          changed += 1;
          expect(compare(reads), path).toBe(undefined);
        }
      }),
      { numRuns: 100 },
    );
    expect(changed).toBeGreaterThan(100);
  });

  test("reads little of what it does not show", () => {
    const own = record.claims[3]!.id;
    const read = namesOf(watch, readsOf(`data/claims/${own}.json`));
    expect(read).toContain(`claims/${own}.statement`);
    for (const { id } of record.claims)
      if (id !== own) expect(read).not.toContain(`claims/${id}.statement`);
  });
});

describe("what was read", () => {
  test("is the same after packing", () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(999)), (read) => {
        expect(unpackReads(packReads(read))).toEqual(
          read.toSorted((a, b) => a - b),
        );
      }),
    );
  });

  test("takes little space where it lies together", () => {
    const read = Array.from({ length: 5000 }, (_, at) => at + 70);
    expect(packReads([...read, 3])).toBe("3 1 1u 3uw");
  });

  const parts = (said: { [name: string]: string }): Part[] =>
    Object.entries(said).map(([name, hash]) => ({ name, hash }));

  const watchParts = (said: { [name: string]: string }) => {
    const watch = new Watch();
    watch.parts.push(...parts(said));
    return watch;
  };

  test("is told by the new numbers where parts came and went", () => {
    const before = parts({ a: "1", b: "2", c: "3" });
    const now = watchParts({ new: "0", c: "3", a: "other", b: "2" });
    const compare = createComparison(before, now);
    const after = (...read: number[]) => {
      const same = compare(packReads(read));
      return same === undefined ? undefined : unpackReads(same);
    };
    expect(after(1, 2)).toEqual([1, 3]);
    expect(after(0)).toBe(undefined);
    expect(after()).toEqual([]);
  });

  test("counts what was derived as the same where all is that it read, and only there", () => {
    const before: Part[] = [
      ...parts({ a: "1", b: "2" }),
      { reads: packReads([0]) },
      { reads: packReads([1]) },
      { reads: packReads([0, 3]) },
    ];
    const compare = createComparison(
      before,
      watchParts({ a: "1", b: "other" }),
    );
    expect(compare(packReads([2]))).toBeDefined();
    expect(compare(packReads([3]))).toBe(undefined);
    expect(compare(packReads([4]))).toBe(undefined);
    const now = watchParts({ x: "0", a: "1", b: "2" });
    const moved = createComparison(before, now);
    const same = moved(packReads([4]))!;
    expect(namesOf(now, unpackReads(same))).toEqual(["a", "b"]);
    expect(moved(packReads([4]))).toBe(same);
  });
});
