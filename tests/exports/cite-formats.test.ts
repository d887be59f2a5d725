import { readFileSync } from "node:fs";
import { Cite } from "@citation-js/core";
import { Ajv } from "ajv";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  formatBibtex,
  formatCslJson,
  formatRis,
} from "../../src/exports/cite-formats.ts";
import { listCslItems, makeCslItem } from "../../src/exports/cite-item.ts";
import { listPages } from "../../src/exports/sitemap.ts";
import { makeRecord } from "../derive/make-record.ts";
import { loadChecked } from "../load-fixture.ts";

const schema = JSON.parse(
  readFileSync("tests/fixtures/csl/csl-data.json", "utf8"),
) as object;
const validate = new Ajv({ allowUnionTypes: true }).compile(schema);
const small = makeRecord(["2020-01-01"], [{ id: "a", version: "2020-01-01" }]);
const itemOf = (title: string) => makeCslItem(small, "/tables/a/#b.c", title);

const HOSTILE =
  "A \"quoted\" {brace} }{ \\back\\slash \\& @misc{x, # 100% $5 a_b ^ ~\n@book{y,\r\nER  - \nTY  - BOOK\u2028 <i>no</i> `` '' -- --- 漢字 Ω é 😀 “so” ‘so’";
const plain = (text: string) => text.replace(/\s+/g, " ").trim();

/** Titles of signs that mean something to TeX, BibTeX or RIS. */
const hostile = fc
  .array(
    fc.oneof(
      fc.constantFrom(..."{}\\%&#$_^~@\",;=<>`'-–—“”‘’?!|*/()[]:."),
      fc.constantFrom(" ", "\n", "a", "Bc", "é", "漢", "😀", "ER  - "),
    ),
    { minLength: 1, maxLength: 24 },
  )
  .map((parts) => `T${parts.join("")}t`);

function readBack(text: string) {
  const read = new Cite(text).data;
  expect(read).toHaveLength(1);
  const { title, note, URL, author, issued } = read[0]!;
  return {
    title: title.replace(/<\/?span[^>]*>/g, ""),
    note,
    URL,
    author: author[0]!.literal ?? author[0]!.family,
    issued: issued["date-parts"][0],
  };
}

describe.each([
  ["BibTeX", formatBibtex],
  ["RIS", formatRis],
] as const)("%s", (_, format) => {
  test("brings every word of an item to a program that reads it", () => {
    const item = itemOf(HOSTILE);
    expect(readBack(format([item]))).toEqual({
      title: plain(HOSTILE),
      note: item.note,
      URL: "https://site.example/tables/a/#b.c",
      author: "Site",
      issued: [2024, 1, 1],
    });
  });

  test("brings any signs, whatever they mean to the format", () => {
    fc.assert(
      fc.property(hostile, (title) => {
        expect(readBack(format([itemOf(title)])).title).toBe(plain(title));
      }),
      { numRuns: 300 },
    );
  });

  test("keeps one entry for each item", () => {
    const items = ["One", HOSTILE, "Three"].map((title, index) => ({
      ...itemOf(title),
      id: `site.example:${index}`,
    }));
    expect(new Cite(format(items)).data).toHaveLength(3);
  });
});

test("says a day, month or year no more precisely than the record", () => {
  const dated = (as_of: string) =>
    makeCslItem({ ...small, site: { ...small.site, as_of } }, "/", "T").issued;
  expect(dated("2024-05-06")).toEqual({ "date-parts": [[2024, 5, 6]] });
  expect(dated("2024-05")).toEqual({ "date-parts": [[2024, 5]] });
  expect(dated("2024")).toEqual({ "date-parts": [[2024]] });
});

describe.each(["content", "tests/fixtures/minimal"])(
  "the record in %s",
  (folder) => {
    const record = loadChecked(folder);
    const items = listPages(record).flatMap((path) =>
      listCslItems(record, path),
    );

    test("gives every page and every cell of every table a citation of its own", () => {
      expect(new Set(items.map(({ id }) => id)).size).toBe(items.length);
      const addresses = new Set(items.map(({ URL }) => URL));
      expect(addresses.size).toBe(items.length);
      for (const path of listPages(record))
        expect(addresses).toContain(`${record.site.address}${path}`);
    });

    test("is valid CSL-JSON by the official schema", () => {
      validate(JSON.parse(formatCslJson(items)));
      expect(validate.errors).toBeNull();
    });

    test("comes back whole from BibTeX and from RIS", () => {
      const wanted = items.map(({ title, URL }) => ({ title, URL }));
      for (const format of [formatBibtex, formatRis])
        expect(
          new Cite(format(items)).data.map(({ title, URL }) => ({
            title: title.replace(/<\/?span[^>]*>/g, ""),
            URL,
          })),
        ).toEqual(wanted);
    });
  },
);
