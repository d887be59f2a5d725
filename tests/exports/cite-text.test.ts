import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { listCslItems, makeCslItem } from "../../src/exports/cite-item.ts";
import {
  CITE_STYLES,
  createReferenceWriter,
  formatReference,
  isPlainTitle,
} from "../../src/exports/cite-text.ts";
import type { CiteStyle } from "../../src/exports/cite-text.ts";
import { listPages } from "../../src/exports/sitemap.ts";
import { makeRecord } from "../derive/make-record.ts";
import { loadChecked } from "../load-fixture.ts";

const styles = Object.keys(CITE_STYLES) as CiteStyle[];
const small = makeRecord(["2020-01-01"], [{ id: "a", version: "2020-01-01" }]);
const itemOf = (title: string) => makeCslItem(small, "/tables/a/#b.c", title);

test("names the site, the day, the edition and the address in each style", () => {
  const record = loadChecked("tests/fixtures/minimal");
  const item = listCslItems(record, "/tables/rent/")[1]!;
  const said = styles
    .map((style) => formatReference(item, style))
    .join("\n")
    .replaceAll(item.genre, "<edition>");
  expect(said).toMatchInlineSnapshot(`
    "Pier Four. (2008, March 1). Base rent, 12 September 2007: disputed: 40 crowns a metre; 55 crowns a metre (against it) (in Rent, version by version) [<edition>]. Pier Four. https://pier-four.example/tables/rent/#base-rent.2007-09-12
    Pier Four. 2008. “Base rent, 12 September 2007: disputed: 40 crowns a metre; 55 crowns a metre (against it) (in Rent, version by version).” <edition>. Pier Four. March 1, 2008. https://pier-four.example/tables/rent/#base-rent.2007-09-12."
  `);
});

test("leaves the case of words and what looks like markup as it is", () => {
  for (const style of styles) {
    const text = formatReference(itemOf("the API of <i>a</i> Co"), style);
    expect(text).toContain("the API of <i>a</i> Co");
  }
});

describe.each(styles)("a reference in %s that fills an open frame", (style) => {
  const write = createReferenceWriter(style);

  test("is the one that the library writes, for any plain title", () => {
    const title = fc
      .array(
        fc.oneof(
          fc.constantFrom(..."$() ,:;%€+/–—-.?!'’"),
          fc.constantFrom(" ", "a", "B", "word", "é", "漢", "7", ". ", " ("),
          fc.constantFrom(" 'b c' ", " ('d')", " 'e'; ", " 'F, g' h"),
        ),
        { minLength: 1, maxLength: 16 },
      )
      .map((parts) => itemOf(`T${parts.join("")}t`).title)
      .filter(isPlainTitle);
    fc.assert(
      fc.property(title, (words) => {
        const item = itemOf(words);
        expect(write(item)).toBe(formatReference(item, style));
      }),
      { numRuns: 250 },
    );
  });

  test.each(["content", "tests/fixtures/minimal"])(
    "is the one that the library writes, in a sample of %s",
    (folder) => {
      const record = loadChecked(folder);
      const sample = listPages(record)
        .flatMap((path) => listCslItems(record, path))
        .filter((_, index) => index % 17 === 0);
      for (const item of sample)
        expect(write(item)).toBe(formatReference(item, style));
    },
  );
});
