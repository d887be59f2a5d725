import remarkParse from "remark-parse";
import { unified } from "unified";
import { describe, expect, test } from "vitest";
import { listHeadings } from "../../src/model/headings.ts";

/** The ids of headings with these words, in that order. */
function idsOf(...words: string[]): (string | undefined)[] {
  const text = words.map((each) => `## ${each}`).join("\n\n");
  const tree = unified().use(remarkParse).parse(text);
  return listHeadings(tree).map(({ heading }) => heading.id);
}

describe("the id of a heading", () => {
  test.each([
    ["Since when", "since-when"],
    ["§ 5, on “Fußnoten”", "-5-on-fußnoten"],
    ["`rent` & a_b", "rent--a_b"],
    ["½ of it, x² and ①", "-of-it-x-and-"],
    ["Année 2007 — what then?", "année-2007--what-then"],
    ["日本 語", "日本-語"],
  ])("is the one that the site gives it: %s", (words, id) => {
    expect(idsOf(words)).toEqual([id]);
  });

  test("is numbered where the words stand there before", () => {
    expect(idsOf("Rent", "Berths", "Rent", "Rent").at(-1)).toBe("rent-2");
  });
});
