import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { loadRecord } from "../../src/model/index.ts";
import { copyMinimal, replaceIn, reportOn } from "./copy-minimal.ts";

const RENT = "data/claims/rent.yaml";

/** The report on the minimal content with other words in a file, here one on claims. */
function reportWith(words: string, others: string): string {
  const folder = copyMinimal();
  replaceIn(folder, RENT, words, others);
  return reportOn(folder);
}

describe("one slip in a file of many entries", () => {
  test("is one problem where a tab indents a line", () => {
    expect(reportWith("  effect: not-disclosed", "\teffect: not-disclosed"))
      .toMatchInlineSnapshot(`
        "content/data/claims/rent.yaml:6:1 Unexpected YAML, expected a readable file: a tab in the indent [readable-yaml]
          6 |  effect: not-disclosed
            | ^
          hint: indent with two spaces, not with a tab; the rest of the file is read once this is mended
        1 problem in 1 file. Links between entries are checked once it is mended. Nothing was built."
      `);
  });

  test("is one problem where a key stands in column 1", () => {
    expect(reportWith("  effect: not-disclosed", "effect: not-disclosed"))
      .toMatchInlineSnapshot(`
        "content/data/claims/rent.yaml:6:1 Unexpected YAML, expected a readable file: a key outside the entry above [readable-yaml]
          6 | effect: not-disclosed
            | ^
          hint: indent every key of an entry alike, two spaces under \`- id:\`; the rest of the file is read once this is mended
        1 problem in 1 file. Links between entries are checked once it is mended. Nothing was built."
      `);
  });

  test("is one problem where the blank after a `-` is missing", () => {
    expect(
      reportWith("- id: base-rent-2007-09-12", "-id: base-rent-2007-09-12"),
    ).toMatchInlineSnapshot(`
      "content/data/claims/rent.yaml:14:1 Unexpected YAML, expected a readable file: no blank after \`-\` [readable-yaml]
        14 | -id: base-rent-2007-09-12
           | ^
        hint: write a blank after "-"; the rest of the file is read once this is mended
      1 problem in 1 file. Links between entries are checked once it is mended. Nothing was built."
    `);
  });

  test("is one problem where the `-` itself is missing", () => {
    expect(reportWith("- id: base-rent-2007-09-12", "id: base-rent-2007-09-12"))
      .toMatchInlineSnapshot(`
        "content/data/claims/rent.yaml:14:1 Unexpected YAML, expected a readable file: an entry without its \`-\` [readable-yaml]
          14 | id: base-rent-2007-09-12
             | ^
          hint: begin an entry with \`- id:\`; the rest of the file is read once this is mended
        1 problem in 1 file. Links between entries are checked once it is mended. Nothing was built."
      `);
  });

  test("is one problem where the `-` is blank", () => {
    expect(
      reportWith("- id: base-rent-2007-09-12", "  id: base-rent-2007-09-12"),
    ).toMatchInlineSnapshot(`
      "content/data/claims/rent.yaml:14:3 Unexpected second key \`id\`, expected each key once [duplicate-key]
        14 |   id: base-rent-2007-09-12
           |   ^^
        hint: remove one of the two, or start a new entry with \`- id:\`
      1 problem in 1 file. Links between entries are checked once it is mended. Nothing was built."
    `);
  });
});

describe("several slips", () => {
  test("come all at once as far as the file can be followed", () => {
    const folder = copyMinimal();
    writeFileSync(
      join(folder, RENT),
      "- id: a\n  value: @x\n  note: b: c\n  id: d\n  statement: `y\nterm: e\n  parties: f\n",
    );
    expect(reportOn(folder)).toMatchInlineSnapshot(`
      "content/data/claims/rent.yaml:2:10 Unexpected YAML, expected a readable file: Plain value cannot start with reserved character @ [readable-yaml]
        2 |   value: @x
          |          ^
        hint: put text that begins with a special character in quotes
      content/data/claims/rent.yaml:3:9 Unexpected YAML, expected a readable file: a second \`: \` in one line [readable-yaml]
        3 |   note: b: c
          |         ^
        hint: put text that contains \`: \` in quotes, e.g. value: "a: b"
      content/data/claims/rent.yaml:5:14 Unexpected YAML, expected a readable file: Plain value cannot start with reserved character \` [readable-yaml]
        5 |   statement: \`y
          |              ^
        hint: put text that begins with a special character in quotes
      content/data/claims/rent.yaml:6:1 Unexpected YAML, expected a readable file: a key outside the entry above [readable-yaml]
        6 | term: e
          | ^
        hint: indent every key of an entry alike, two spaces under \`- id:\`; the rest of the file is read once this is mended
      4 problems in 1 file. Links between entries are checked once they are mended. Nothing was built."
    `);
  });

  test("come all at once from different files", () => {
    const folder = copyMinimal();
    for (const file of [RENT, "data/claims/berths.yaml"])
      replaceIn(folder, file, "\n  term:", "\nterm:");
    const { problems } = loadRecord(folder, "content");
    expect(problems.map(({ place, rule }) => `${place.file} ${rule}`)).toEqual([
      "content/data/claims/berths.yaml readable-yaml",
      "content/data/claims/rent.yaml readable-yaml",
    ]);
  });
});
