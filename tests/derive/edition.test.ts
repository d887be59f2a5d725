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
