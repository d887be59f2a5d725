import { describe, expect, test } from "vitest";
import { listAlternates } from "../../src/exports/alternates.ts";
import { listPages } from "../../src/exports/sitemap.ts";
import { loadChecked } from "../load-fixture.ts";
import { listExports } from "./make-files.ts";

const record = loadChecked("tests/fixtures/minimal");
const files = new Set(listExports(record).map(([path]) => `/${path}`));
const formsOf = (path: string) =>
  listAlternates(record, path).map(({ href }) => href);

describe("the other forms of a page", () => {
  test("exist", () => {
    const missing = listPages(record)
      .flatMap(formsOf)
      .filter((href) => !href.endsWith(".md") && !files.has(href));
    expect(missing).toEqual([]);
  });

  test("are those of the item it is about", () => {
    const table = record.tables[0]!.id;
    expect(formsOf(`/tables/${table}/`)).toEqual([
      `/tables/${table}/index.md`,
      `/data/tables/${table}.json`,
      `/data/tables/${table}.csv`,
      `/oembed/tables/${table}.json`,
    ]);
    const term = record.terms.find(({ id }) =>
      files.has(`/feeds/dates/${id}.ics`),
    )!.id;
    expect(formsOf(`/terms/${term}/`)).toContain(`/feeds/dates/${term}.ics`);
    const [from, to] = record.timeline.slice(-2);
    expect(formsOf(`/compare/${from!.id}..${to!.id}/`)).toContain(
      `/data/compare/${from!.id}..${to!.id}.json`,
    );
    expect(formsOf("/availability/")).toContain("/data/offerings/index.csv");
  });
});
