import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { parse } from "yaml";
import { describe, expect, test } from "vitest";
import {
  applyEdits,
  entryLines,
  insertEntry,
  insertValue,
} from "../../src/entries/edit.ts";
import {
  placeByDate,
  placeInGroup,
  placeLast,
} from "../../src/entries/kind.ts";
import { sourceText } from "../../src/model/place.ts";

const LINES = entryLines(
  [
    ["id", "fresh"],
    ["sources", ["{id: a}"]],
  ],
  ["note: …"],
);

/** The text of a file after an insertion behind the entry at `index`. */
function insertAt(text: string, index: number): string {
  const source = sourceText("content/data/list.yaml", text);
  const edit = insertEntry(
    "data/list.yaml",
    source,
    LINES,
    () => index,
    "A list.",
  );
  const texts = applyEdits(new Map([["data/list.yaml", source]]), "content", [
    edit,
  ]);
  return texts.get("data/list.yaml")!.text;
}

/** The lines of the old text that are not in the new one, in order. */
function lost(old: string, fresh: string): string[] {
  const after = fresh.split(/\r?\n/);
  let at = 0;
  return old.split(/\r?\n/).filter((line) => {
    const found = after.indexOf(line, at);
    if (found !== -1) at = found + 1;
    return found === -1;
  });
}

const LISTS = ["content/data", "tests/fixtures/minimal/data"].flatMap(
  (folder) =>
    readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".yaml") && !name.startsWith("tables"))
      .map((name) => `${folder}/${name}`),
);

describe("insertEntry", () => {
  test.each(LISTS)("only adds lines to %s, wherever the entry goes", (file) => {
    const text = readFileSync(file, "utf8");
    const old = parse(text) as { id: string }[];
    if (old.length === 0) return;
    fc.assert(
      fc.property(
        fc.integer({ min: -1, max: old.length - 1 }),
        fc.constantFrom("\n", "\r\n"),
        fc.boolean(),
        (index, newline, closed) => {
          const whole = text.replaceAll("\n", newline);
          const before = closed ? whole : whole.slice(0, -newline.length);
          const after = insertAt(before, index);
          expect(lost(before.trimEnd(), after)).toEqual([]);
          expect(after.length - before.length).toBe(
            LINES.join(newline).length +
              newline.length * (closed || index < old.length - 1 ? 1 : 2),
          );
          const ids = (parse(after) as { id: string }[]).map(({ id }) => id);
          const expected = old.map(({ id }) => id);
          expected.splice(index + 1, 0, "fresh");
          expect(ids).toEqual(expected);
        },
      ),
      { numRuns: old.length > 100 ? 5 : 20 },
    );
  });

  test("leaves comments with the entries they stand at", () => {
    const text = `# Head.
- id: a
  note: |
    Two
    lines.
  # sources: []
# About b.
- id: b # last
`;
    expect(insertAt(text, 0)).toMatchInlineSnapshot(`
      "# Head.
      - id: a
        note: |
          Two
          lines.
        # sources: []
      - id: fresh
        sources:
          - {id: a}
        # note: …
      # About b.
      - id: b # last
      "
    `);
    expect(insertAt(text, 1)).toBe(`${text}${LINES.join("\n")}\n`);
  });

  test("indents as the list does", () => {
    const text = "  - id: a\n  - id: b";
    const indented = LINES.map((line) => `  ${line}\n`).join("");
    expect(insertAt(text, -1)).toBe(`${indented}${text}`);
    expect(insertAt(text, 1)).toBe(`${text}\n${indented}`);
  });

  test("begins a list that is empty, and a file that is not there", () => {
    expect(insertAt("# Head.\n[] # none\n", -1)).toBe(
      `# Head.\n${LINES.join("\n")} # none\n`,
    );
    expect(insertAt("# Head.\n", -1)).toBe(`# Head.\n${LINES.join("\n")}\n`);
    const edit = insertEntry(
      "data/list.yaml",
      undefined,
      LINES,
      placeLast,
      "A list.",
    );
    expect(edit).toEqual({
      path: "data/list.yaml",
      at: 0,
      text: `# A list.\n${LINES.join("\n")}\n`,
    });
  });
});

describe("insertValue", () => {
  const insert = (text: string, keys: (string | number)[]) => {
    const source = sourceText("content/a.yaml", text);
    const edit = insertValue("a.yaml", source, keys, "fresh");
    return applyEdits(new Map([["a.yaml", source]]), "content", [edit]).get(
      "a.yaml",
    )!.text;
  };

  test("keeps the list's own form", () => {
    expect(insert("- pages: [a, b] # c\n", [0, "pages"])).toBe(
      "- pages: [a, b, fresh] # c\n",
    );
    expect(insert("pages: []\n", ["pages"])).toBe("pages: [fresh]\n");
    expect(insert("pages:\n  - a # first\n\nlast: 1\n", ["pages"])).toBe(
      "pages:\n  - a # first\n  - fresh\n\nlast: 1\n",
    );
  });
});

describe("a place among the others", () => {
  const dated = (...dates: string[]) => dates.map((date) => ({ date }));

  test("is after the last that is no younger, where all are in order", () => {
    const place = placeByDate("date", "2004-06");
    expect(place(dated("2001-03", "2004-06-01", "2004-06-01", "2007"))).toBe(2);
    expect(place(dated("2007", "2008"))).toBe(-1);
    expect(place([])).toBe(-1);
  });

  test("is within its group, where the groups are in order and the whole is not", () => {
    const entries = [
      { date: "2001", term: "a" },
      { date: "2007", term: "a" },
      { date: "2004", term: "b" },
    ];
    const place = (date: string, term: string) =>
      placeByDate("date", date, ["term", term])(entries);
    expect(place("2005", "a")).toBe(0);
    expect(place("2000", "b")).toBe(1);
    expect(place("2000", "c")).toBe(2);
    // Nearly in order, or without groups: where the fewest are out of order.
    expect(placeByDate("date", "2002")(entries)).toBe(0);
    expect(placeInGroup("term", "a")(entries)).toBe(1);
    expect(placeInGroup("term", "c")(entries)).toBe(2);
  });
});
