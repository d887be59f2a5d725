import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { deriveChanges, listCorrections } from "../../src/derive/changes.ts";
import type { ChangeEntry } from "../../src/derive/changes.ts";
import { acceptLedger } from "../../src/ledger/accept-ledger.ts";
import type { Change } from "../../src/model/change.ts";
import type { Claim } from "../../src/model/claim.ts";
import { changeDeclared } from "../../src/model/rules/change-declared.ts";
import type { AgreementRecord } from "../../src/model/record.ts";
import { makeRecord } from "./make-record.ts";

type Some<T> = Partial<T> & { id: string };

function makeChange(change: Some<Change>): Change {
  return {
    date: "2024-01-01",
    reason: "we-learned",
    summary: "It changed.",
    claims: [],
    ...change,
  };
}

/** The next state of a record: other claims and changes, and what the edition before it promised. */
function follow(
  before: AgreementRecord | undefined,
  claims: Some<Claim>[],
  changes: Some<Change>[],
): AgreementRecord {
  const edition = `edition-${before?.changes.length ?? 0}`;
  return makeRecord(["2020-01-01"], claims, {
    changes: changes.map(makeChange),
    ledger: before && acceptLedger(before, new Map(), [], edition),
  });
}

const rent = (value: string, rest: Partial<Claim> = {}) => ({
  id: "rent-2020",
  version: "2020-01-01",
  value,
  statement: `The rent is ${value.toLowerCase()}.`,
  ...rest,
});
const first = { id: "first", reason: "editorial" as const };

function claimsOf(record: AgreementRecord, change: string) {
  const entry = deriveChanges(record).find(({ id }) => id === change)!;
  return entry.claims.map(({ id, word, steps }) => [
    id,
    word,
    ...steps.map(({ sentence }) => sentence),
  ]);
}

describe("an entry of the record's own history", () => {
  const one = follow(undefined, [rent("Ten")], [first]);
  const changes = [first, { id: "raised", claims: ["rent-2020"] }];
  const two = follow(one, [rent("Twelve")], changes);

  test("shows each part of a claim that changed, before and after, and no other", () => {
    const { about, steps } = deriveChanges(two)[0]!.claims[0]!;
    expect(about).toBe("Rent, 1 January 2020");
    expect(steps).toMatchInlineSnapshot(`
      [
        {
          "redline": [
            {
              "kind": "removed",
              "text": "Ten",
            },
            {
              "kind": "added",
              "text": "Twelve",
            },
          ],
          "sentence": "Said until then: “Ten”. From then on: “Twelve”.",
        },
        {
          "redline": [
            {
              "kind": "same",
              "text": "The rent is ",
            },
            {
              "kind": "removed",
              "text": "ten",
            },
            {
              "kind": "added",
              "text": "twelve",
            },
            {
              "kind": "same",
              "text": ".",
            },
          ],
          "sentence": "Said until then: “The rent is ten.” From then on: “The rent is twelve.”",
        },
      ]
    `);
  });

  test("says dates, effects and confidence in words", () => {
    const restated = rent("Ten", {
      effect: "restates",
      valid_from: "2020-02",
      confidence: "analysis",
    });
    expect(claimsOf(follow(one, [restated], changes), "raised")).toEqual([
      [
        "rent-2020",
        "changed",
        "Said until then: “announced 1 January 2020 · primary”. From then on: “describes what already held · announced February 2020 · our reading”.",
      ],
    ]);
  });

  test("says what is new, what was withdrawn, and what means the same", () => {
    const claims = [rent("Ten"), rent("Eleven", { id: "new" })];
    const named = { id: "named", claims: ["rent-2020", "new"] };
    const added = follow(one, claims, [first, named]);
    expect(claimsOf(added, "named")).toEqual([
      ["rent-2020", "means the same as before"],
      [
        "new",
        "added",
        "From then on: “Eleven · The rent is eleven. · announced 1 January 2020 · primary”.",
      ],
    ]);
    const back = { id: "back", withdraws: ["new"], date: "2024-02" };
    expect(
      claimsOf(follow(added, claims, [first, named, back]), "back"),
    ).toEqual([
      [
        "new",
        "withdrawn",
        "Said until then: “Eleven · The rent is eleven. · announced 1 January 2020 · primary”.",
      ],
    ]);
  });

  test("keeps its words when the claim changes again, before and after that is accepted", () => {
    const raised = claimsOf(two, "raised");
    const more = [...changes, { id: "again", claims: ["rent-2020"] }];
    const three = follow(two, [rent("Twenty")], more);
    expect(claimsOf(three, "raised")).toEqual(raised);
    expect(claimsOf(three, "again")[0]![2]).toBe(
      "Said until then: “Twelve”. From then on: “Twenty”.",
    );
    const four = follow(three, [rent("Twenty")], more);
    expect(claimsOf(four, "raised")).toEqual(raised);
    expect(claimsOf(four, "again")).toEqual(claimsOf(three, "again"));
  });

  test("keeps the words of a claim that changed while it was withdrawn", () => {
    const back = [first, { id: "back", withdraws: ["rent-2020"] }];
    const withdrawn = follow(one, [rent("Nothing")], back);
    expect(claimsOf(withdrawn, "back")[0]![2]).toContain("“Ten ·");
    const later = follow(withdrawn, [rent("Nothing")], back);
    expect(claimsOf(later, "back")).toEqual(claimsOf(withdrawn, "back"));
  });

  test("follows a claim to its new address", () => {
    const moved = {
      ...follow(
        two,
        [rent("Twenty", { id: "rent" })],
        [
          first,
          { id: "raised", claims: ["rent"] },
          { id: "renamed", claims: ["rent"] },
        ],
      ),
      moves: [
        {
          id: "move",
          date: "2024-03-01",
          from: "/claims/rent-2020/",
          to: ["/claims/rent/"],
          why: "A shorter name.",
        },
      ],
    };
    expect(claimsOf(moved, "raised")[0]![2]).toBe(
      "Said until then: “Ten”. From then on: “Twelve”.",
    );
    expect(claimsOf(moved, "renamed")[0]![2]).toBe(
      "Said until then: “Twelve”. From then on: “Twenty”.",
    );
  });

  test("comes newest first; of one day, the later in the file first", () => {
    const dates = ["2021", "2022-03-04", "2022-03", "2022-03-04"];
    const record = makeRecord([], [], {
      changes: dates.map((date, at) => makeChange({ id: `c${at}`, date })),
    });
    expect(deriveChanges(record).map(({ id }) => id)).toEqual([
      "c3",
      "c1",
      "c2",
      "c0",
    ]);
  });

  test("is a correction by its reason, or because it withdraws", () => {
    const record = makeRecord([], [rent("Ten")], {
      changes: [
        makeChange({ id: "a", reason: "we-corrected" }),
        makeChange({ id: "b", withdraws: ["rent-2020"] }),
        makeChange({ id: "c" }),
      ],
    });
    expect(listCorrections(record).map(({ id }) => id)).toEqual(["b", "a"]);
  });
});

/** Editions one after another: each changes, adds, withdraws or merely names some of four claims. */
const editions = fc.array(
  fc.record({
    values: fc.dictionary(
      fc.constantFrom("a", "b", "c", "d"),
      fc.constantFrom("One", "Two", "Three", "One · two"),
    ),
    named: fc.uniqueArray(fc.constantFrom("a", "b", "c", "d")),
    withdraws: fc.option(fc.constantFrom("a", "b", "c", "d"), { freq: 3 }),
    twice: fc.boolean(),
    date: fc.constantFrom("2020", "2021-05", "2021-05-06", "2022-01-01"),
  }),
  { minLength: 1, maxLength: 6 },
);

test("over generated editions, an accepted entry never changes and no id comes twice", () => {
  fc.assert(
    fc.property(editions, (drawn) => {
      const says = new Map<string, string>();
      const gone = new Set<string>();
      const changes: Change[] = [];
      const told = new Map<string, ChangeEntry>();
      let record: AgreementRecord | undefined;
      for (const [at, edition] of drawn.entries()) {
        const { named, withdraws, twice, date } = edition;
        const touched = Object.entries(edition.values).filter(
          ([id]) => !gone.has(id),
        );
        for (const [id, value] of touched) says.set(id, value);
        const claims = new Set([...touched.map(([id]) => id), ...named]);
        const known = [...claims].filter((id) => says.has(id));
        const back = withdraws && says.has(withdraws) && !gone.has(withdraws);
        if (back) gone.add(withdraws);
        changes.push(
          makeChange({
            id: `change-${at}`,
            date,
            claims: known,
            ...(back ? { withdraws: [withdraws] } : {}),
          }),
        );
        if (twice)
          changes.push(makeChange({ id: `also-${at}`, claims: known }));
        const list = [...says].map(([id, value]) => rent(value, { id }));
        record = follow(record, list, changes);
        expect(changeDeclared(record)).toEqual([]);
        const entries = deriveChanges(record);
        expect(new Set(entries.map(({ id }) => id)).size).toBe(changes.length);
        for (const entry of entries) {
          const before = told.get(entry.id);
          if (before) expect(entry).toEqual(before);
          told.set(entry.id, entry);
        }
      }
    }),
  );
});
