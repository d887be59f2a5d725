import { expect, test } from "vitest";
import { deriveEdition } from "../../src/derive/edition.ts";
import { makeRecord } from "./make-record.ts";

const rent = (value: string) =>
  makeRecord(["2020-01-01"], [{ id: "rent", version: "2020-01-01", value }]);

test("an edition is named by the record's day and its content", () => {
  const { id, date, sha256 } = deriveEdition(rent("ten"));
  expect(sha256).toMatch(/^[0-9a-f]{64}$/);
  expect(id).toBe(`${date}-${sha256.slice(0, 12)}`);
});

test("the same content gives the same edition, in whatever order its keys were written", () => {
  const record = rent("ten");
  const [claim] = record.claims;
  const turned = Object.fromEntries(
    Object.entries(claim!).reverse(),
  ) as unknown as typeof claim;
  expect(deriveEdition({ ...record, claims: [turned!] })).toEqual(
    deriveEdition(record),
  );
});

test("any other content gives another edition", () => {
  expect(deriveEdition(rent("ten")).id).not.toBe(
    deriveEdition(rent("eleven")).id,
  );
});

test("content that nobody accepted is called a draft, and an accepted edition by its id", () => {
  const record = rent("ten");
  const { id } = deriveEdition(record);
  const named = (edition?: string) => {
    const ledger = edition && { edition, items: [], pages: [] };
    const { name, words } = deriveEdition({ ...record, ledger } as never);
    return [name, words];
  };
  expect(named()).toEqual([
    "2024-01-01-draft",
    "Draft of 2024-01-01, before any edition",
  ]);
  expect(named("2019-12-31-0123456789ab")).toEqual([
    "2019-12-31-0123456789ab-draft",
    "Draft after edition 2019-12-31-0123456789ab",
  ]);
  expect(named(id)).toEqual([id, `Edition ${id}`]);
});
