import {
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { EMBEDS } from "../../src/model/embed.ts";
import { formatReport, loadRecord } from "../../src/model/index.ts";
import type { AgreementRecord } from "../../src/model/index.ts";
import { MAX_BYTES } from "../../src/model/load.ts";
import { copyMinimal, MINIMAL, replaceIn } from "./copy-minimal.ts";

function report(folder: string): string {
  return formatReport(loadRecord(folder, "content").problems);
}

function filesOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => statSync(join(folder, file)).isFile())
    .sort();
}

function rewriteAll(folder: string, rewrite: (text: string) => string): void {
  for (const file of filesOf(folder)) {
    const path = join(folder, file);
    writeFileSync(path, rewrite(readFileSync(path, "utf8")));
  }
}

/** The authored values, without look-ups. */
function authored(record: AgreementRecord | undefined): object {
  const { byId, leading, ...values } = record!;
  return values;
}

describe("the minimal content", () => {
  const { record, problems } = loadRecord(MINIMAL, "content");

  test("has no problems and no warnings", () => {
    expect(problems.length === 0 ? "" : formatReport(problems)).toBe("");
  });

  test("has a claim of every effect, a table of every kind and every embed", () => {
    const effects = new Set(record!.claims.map((claim) => claim.effect));
    const kinds = new Set(record!.tables.map((table) => table.kind));
    const embeds = record!.explainers.flatMap((page) => page.embeds);
    const names = new Set(embeds.map((embed) => embed.name));
    expect(effects.size).toBe(6);
    expect(kinds.size).toBe(5);
    expect([...names].sort()).toEqual(Object.keys(EMBEDS).sort());
  });
});

describe("loading content", () => {
  test("reports the problems of all files at once, in the order of files and lines", () => {
    const folder = copyMinimal();
    replaceIn(folder, "site.yaml", 'as_of: "2008-03-01"', "as_of: 2008");
    replaceIn(folder, "data/terms.yaml", "topic: rent", "topics: rent");
    replaceIn(folder, "explainers/rent.mdx", 'title: "Rent"', "title:");
    replaceIn(folder, "data/claims/rent.yaml", "forty crowns", "a b c d e f g");
    // Judged by themselves, claims are checked although other files are broken.
    expect(report(folder)).toMatchInlineSnapshot(`
      "content/data/claims/rent.yaml:24:52 Unexpected locator of 7 words, expected at most 6 [locator-words]
        24 |     - {id: saltmere-2007-09-12-amendment, locator: "a b c d e f g"}
           |                                                    ^^^^^^^^^^^^^^^
        hint: locator: "a b c d e f"
      content/data/terms.yaml:17:3 Unexpected entry without \`topic\`, expected text in quotes [missing-key]
        17 | - id: base-rent
           |   ^^
        hint: add \`topic:\`
      content/data/terms.yaml:18:3 Unexpected key \`topics\`, expected one of \`id\`, \`topic\`, \`title\`, \`question\`, \`why_it_matters\` [unknown-key]
        18 |   topics: rent
           |   ^^^^^^
        hint: did you mean \`topic\`?
      content/explainers/rent.mdx:2:7 Unexpected empty value, expected text in quotes [value-type]
        2 | title:
          |       ^
      content/site.yaml:7:8 Unexpected number \`2008\`, expected text in quotes [value-type]
        7 | as_of: 2008
          |        ^^^^
        hint: as_of: "2008"
      5 problems in 4 files. Links between entries are checked once they are mended. Nothing was built."
    `);
  });

  test("reads files with Windows line ends like any other", () => {
    const folder = copyMinimal();
    rewriteAll(folder, (text) => text.replaceAll("\n", "\r\n"));
    const plain = loadRecord(MINIMAL, "content");
    expect(report(folder)).toBe("");
    expect(authored(loadRecord(folder, "content").record)).toEqual(
      authored(plain.record),
    );
  });

  test("finds the same places in files with Windows line ends", () => {
    const folder = copyMinimal();
    replaceIn(folder, "data/parties.yaml", "kind: tenant", "kind: 4");
    replaceIn(folder, "explainers/rent.mdx", "description:", "descripton:");
    const before = report(folder);
    rewriteAll(folder, (text) => text.replaceAll("\n", "\r\n"));
    expect(report(folder)).toBe(before);
  });

  test("passes over a byte order mark", () => {
    const folder = copyMinimal();
    rewriteAll(folder, (text) => `\uFEFF${text}`);
    expect(report(folder)).toBe("");
  });

  test("takes an empty list file for an empty list", () => {
    const folder = copyMinimal();
    writeFileSync(join(folder, "data/open-questions.yaml"), "");
    replaceIn(
      folder,
      "explainers/rent.mdx",
      '- <Question id="rent-before-2007" />',
      "",
    );
    expect(loadRecord(folder, "content").record?.openQuestions).toEqual([]);
  });

  test("asks for front matter in an empty explainer and for a kind in an empty table", () => {
    const folder = copyMinimal();
    writeFileSync(join(folder, "explainers/about.mdx"), "");
    writeFileSync(join(folder, "data/tables/rent.yaml"), "");
    expect(report(folder)).toMatchInlineSnapshot(`
      "content/data/tables/rent.yaml:1:1 Unexpected entry without \`kind\`, expected one of \`terms\`, \`impacts\`, \`offerings\`, \`deals\`, \`statements\` [missing-key]
        1 |
          | ^
        hint: add \`kind:\`
      content/explainers/about.mdx:1:1 Unexpected file without front matter, expected one [readable-mdx]
        hint: begin the file with \`---\`, \`title: …\`, \`question: …\`, \`description: …\`, \`---\`
      2 problems in 2 files. Links between entries are checked once they are mended. Nothing was built."
    `);
  });

  test("says once that there is no content folder", () => {
    const folder = copyMinimal();
    rmSync(folder, { recursive: true });
    expect(report(folder)).toMatchInlineSnapshot(`
      "content:1:1 Unexpected absence of \`content\`, expected a folder of content [missing-file]
      1 problem in 1 file. Links between entries are checked once it is mended. Nothing was built."
    `);
  });

  test("says that a file is no content folder", () => {
    const folder = copyMinimal();
    rmSync(folder, { recursive: true });
    writeFileSync(folder, "");
    expect(report(folder)).toMatchInlineSnapshot(`
      "content:1:1 Unexpected folder that cannot be read (ENOTDIR), expected content [readable-file]
      1 problem in 1 file. Links between entries are checked once it is mended. Nothing was built."
    `);
  });

  test("goes on after files that are too large or not UTF-8", () => {
    const folder = copyMinimal();
    writeFileSync(join(folder, "data/changes.yaml"), "#".repeat(MAX_BYTES + 1));
    writeFileSync(join(folder, "data/impacts.yaml"), Buffer.from([0x2d, 0xff]));
    replaceIn(folder, "data/parties.yaml", "kind: tenant", "kind: 4");
    const { problems } = loadRecord(folder, "content");
    expect(problems.map((problem) => problem.rule)).toEqual([
      "file-limits",
      "file-encoding",
      "value-type",
    ]);
  });

  test("takes a file of exactly the allowed size", () => {
    const folder = copyMinimal();
    writeFileSync(join(folder, "data/changes.yaml"), "#".repeat(MAX_BYTES));
    expect(report(folder)).toBe("");
  });

  test("passes over hidden files, which editors and systems leave behind", () => {
    const folder = copyMinimal();
    writeFileSync(join(folder, ".DS_Store"), Buffer.from([0xff]));
    writeFileSync(join(folder, "data/.terms.yaml.swp"), "x");
    expect(report(folder)).toBe("");
  });
});

/** Nine times the line before: as keys, and so past any check of values. */
const KEY_BOMB = Array.from({ length: 8 }, (_, line) => {
  const items =
    line === 0
      ? "x, x"
      : Array(9)
          .fill(`*a${line - 1}`)
          .join(", ");
  return `? &a${line} [${items}]\n: ${line}\n`;
}).join("");

describe("content that is meant to do harm", () => {
  test.each([
    ["an alias bomb in keys", "data/parties.yaml", KEY_BOMB],
    [
      "brackets nested too deeply to be read",
      "data/parties.yaml",
      "[".repeat(20_000),
    ],
    [
      "dashes nested too deeply to be read",
      "data/parties.yaml",
      "- ".repeat(20_000),
    ],
    [
      "a key that is a name of the language",
      "data/parties.yaml",
      "- __proto__: {id: x}\n  constructor: y\n",
    ],
    ["a list where one entry belongs", "site.yaml", "- name: x\n"],
    ["text where one entry belongs", "data/tables/rent.yaml", "rent\n"],
    [
      "a tag named like a part of the language",
      "explainers/about.mdx",
      '---\ntitle: "x"\nquestion: "x"\ndescription: "x"\n---\n\n<constructor />\n',
    ],
    [
      "quotations nested too deeply to be read",
      "explainers/about.mdx",
      `---\ntitle: "x"\n---\n\n${"> ".repeat(10_000)}x\n`,
    ],
    ["front matter that is a list", "explainers/about.mdx", "---\n- a\n---\n"],
    ["front matter that holds nothing", "explainers/about.mdx", "---\n---\n"],
    ["a program", "explainers/about.mdx", "{process.exit(1)}\n"],
  ])("becomes a problem, not a crash: %s", (_, path, text) => {
    const folder = copyMinimal();
    writeFileSync(join(folder, path), text);
    const { record, problems } = loadRecord(folder, "content");
    expect(record).toBeUndefined();
    expect(problems.map((problem) => problem.place.file)).toContain(
      `content/${path}`,
    );
  });
});

describe("any slip of the pen", () => {
  const originals = filesOf(MINIMAL);
  const slip = fc.record({
    file: fc.constantFrom(...originals),
    at: fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
    cut: fc.nat({ max: 12 }),
    put: fc.oneof(
      fc.constantFrom(
        "",
        '"',
        "'",
        "[",
        "{",
        "}",
        "<",
        ">",
        ": ",
        "- ",
        "\n",
        "\t",
        "\r",
        "&a ",
        "*a",
        "---\n",
        "#",
        "|",
        "`",
        "!",
        "null",
        "2.10",
      ),
      fc.string({ maxLength: 4, unit: "binary" }),
    ),
  });

  test("is read without a crash, and every problem points at a line that exists", () => {
    const folder = copyMinimal();
    fc.assert(
      fc.property(slip, ({ file, at, cut, put }) => {
        const text = readFileSync(join(MINIMAL, file), "utf8");
        const start = Math.floor(at * text.length);
        const broken = text.slice(0, start) + put + text.slice(start + cut);
        writeFileSync(join(folder, file), broken);
        const { record, problems } = loadRecord(folder, "content");
        writeFileSync(join(folder, file), text);
        expect(record === undefined).toBe(
          problems.some((problem) => problem.severity === "error"),
        );
        for (const { place } of problems) {
          if (place.length === 0) continue;
          const path = place.file.replace("content/", "");
          const lines = (
            path === file ? broken : readFileSync(join(folder, path), "utf8")
          ).split("\n");
          const line = lines[place.line - 1]?.replace(/\r$/, "");
          expect(place.excerpt).toBe(line);
          expect(place.column).toBeLessThanOrEqual(place.excerpt.length + 1);
        }
      }),
    );
  });
});
