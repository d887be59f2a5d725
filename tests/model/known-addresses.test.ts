import { describe, expect, test } from "vitest";
import { knownAddress } from "../../src/model/rules/known-address.ts";
import { loadChecked } from "../load-fixture.ts";

const record = loadChecked("tests/fixtures/other-agreement");
const { ledger, explainers } = record;
const published = ledger!.pages.flatMap(({ page, ids }) => [
  page,
  ...Object.values(ids ?? {})
    .flat()
    .map((id) => `${page}#${id}`),
]);

/** The addresses that would be refused, if prose led to all that were ever published. */
function refused(among: typeof record): (string | undefined)[] {
  const links = published.map((address) => ({ address, loads: false }));
  const [first, ...others] = explainers;
  return knownAddress({
    ...among,
    explainers: [{ ...first!, links }, ...others],
  }).map(({ message }) => /`(.*?)`/.exec(message)?.[1]);
}

describe("a link in prose", () => {
  test("may lead to every published address but one that moved", () => {
    expect(published.length).toBeGreaterThan(1000);
    expect(refused(record)).toEqual(["/terms/calendar/"]);
  });

  test("may lead to all that a site has before its first edition", () => {
    expect(refused({ ...record, ledger: undefined })).toEqual([
      "/terms/calendar/",
    ]);
  });
});
