import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { basename, join } from "node:path";
import { describe, expect, test } from "vitest";
import { deriveEdition } from "../../src/derive/edition.ts";
import { formatReport, loadRecord } from "../../src/model/index.ts";
import { temporaryFolder } from "../temporary-folder.ts";

const CONTENT = "content";
const folder = temporaryFolder("mutations");

const textOf = (path: string) => readFileSync(join(CONTENT, path), "utf8");
/** The first file of a folder that holds what a mutation needs. */
function fileWith(below: string, sign: RegExp): string {
  const names = readdirSync(join(CONTENT, below)).sort();
  const name = names.find(
    (name) => /\.\w+$/.test(name) && sign.test(textOf(`${below}/${name}`)),
  );
  if (!name) throw new Error(`nothing in ${below} holds ${sign}`);
  return `${below}/${name}`;
}

const CLAIMS = fileWith("data/claims", /^  supersedes: \[[a-z]/m);
const TABLE = fileWith("data/tables", /^topics: \[/m);
const PAGE = fileWith("explainers", /<Claim id=[^]*<Value of=/);
const ENDED = fileWith("data/claims", /^  valid_to: /m);

/** What a mutation does to the file's text, and the line on which an editor has to mend it. */
type Edit = (text: string) => { text: string; line: number };

/** Changes the first line that fits; the fault shows `below` lines further down. */
function line(
  sign: RegExp,
  from: RegExp | string,
  to: string,
  below = 0,
): Edit {
  return (text) => {
    const lines = text.split("\n");
    const at = lines.findIndex((words) => sign.test(words));
    const before = lines[at];
    if (before === undefined) throw new Error(`no line fits ${sign}`);
    lines[at] = before.replace(from, to);
    if (lines[at] === before) throw new Error(`nothing to change: ${before}`);
    return { text: lines.join("\n"), line: at + 1 + below };
  };
}
/** Takes out the first line that fits; the fault shows on the entry's first line, `above` lines up. */
function without(sign: RegExp): Edit {
  return (text) => {
    const lines = text.split("\n");
    const at = lines.findIndex((words) => sign.test(words));
    const entry = lines.findLastIndex(
      (words, i) => i < at && /^- id:/.test(words),
    );
    return {
      text: lines.toSpliced(at, 1).join("\n"),
      line: Math.max(entry, 0) + 1,
    };
  };
}
const append =
  (more: string, below = 0): Edit =>
  (text) => ({ text: text + more, line: text.split("\n").length + below });
const prepend =
  (more: string, at = 1): Edit =>
  (text) => ({ text: more + text, line: at });
const whole =
  (to: string, at = 1): Edit =>
  () => ({ text: to, line: at });

const ID = /^- id: /;
const SOURCE = /^    - \{id: /;

/** Name, file, change, and the rule whose problem stands on that line. */
const BROKEN: [string, string, Edit, string][] = [
  ["a wrong term", CLAIMS, line(/^  term: /, /$/, "x"), "known-id"],
  ["a wrong version", CLAIMS, line(/^  version: /, /"$/, '-x"'), "known-id"],
  [
    "a wrong party",
    CLAIMS,
    line(/^  parties: \[/, /\[/, "[nobody-x, "),
    "known-id",
  ],
  [
    "a wrong source",
    CLAIMS,
    line(SOURCE, /id: [a-z0-9-]+/, "id: nothing-x"),
    "known-id",
  ],
  [
    "a wrong id under supersedes",
    CLAIMS,
    line(/^  supersedes: \[[a-z]/, /\[/, "[no-claim-x, "),
    "known-id",
  ],
  ["an id in capitals", CLAIMS, line(ID, /: ./, ": X"), "value-type"],
  ["an id with a blank", CLAIMS, line(ID, /$/, " x"), "value-type"],
  [
    "an id that is too long",
    CLAIMS,
    line(ID, /$/, "x".repeat(90)),
    "value-type",
  ],
  [
    "an id of a published claim changed",
    CLAIMS,
    line(ID, /$/, "-x"),
    "change-declared",
  ],
  [
    "a statement changed without a word",
    CLAIMS,
    (text) => {
      const entry = line(ID, /$/, " ")(text).line;
      return {
        text: line(/^  statement: /, /"$/, ' Not."')(text).text,
        line: entry,
      };
    },
    "change-declared",
  ],
  [
    "a day that does not exist",
    CLAIMS,
    line(/^  valid_from: /, /".*"/, '"2025-02-30"'),
    "value-type",
  ],
  [
    "a month that does not exist",
    CLAIMS,
    line(/^  valid_from: /, /".*"/, '"2025-13"'),
    "value-type",
  ],
  [
    "a date in another order",
    CLAIMS,
    line(/^  valid_from: /, /".*"/, '"28.10.2025"'),
    "value-type",
  ],
  [
    "a year without quotes",
    CLAIMS,
    line(/^  valid_from: /, /".*"/, "2025"),
    "value-type",
  ],
  [
    "an end before the beginning",
    ENDED,
    line(/^  valid_to: /, /".*"/, '"1901"'),
    "date-order",
  ],
  [
    "no source",
    CLAIMS,
    (text) => {
      const lines = text.split("\n");
      const at = lines.indexOf("  sources:");
      const end = lines.findIndex((words, i) => i > at && !SOURCE.test(words));
      lines.splice(at, end - at, "  sources: []");
      return { text: lines.join("\n"), line: at + 1 };
    },
    "claim-source",
  ],
  [
    "a claim without sources",
    CLAIMS,
    (text) => {
      const lines = text.split("\n");
      const at = lines.indexOf("  sources:");
      const end = lines.findIndex((words, i) => i > at && !SOURCE.test(words));
      lines.splice(at, end - at);
      return {
        text: lines.join("\n"),
        line: lines.findIndex((words) => ID.test(words)) + 1,
      };
    },
    "missing-key",
  ],
  [
    "a claim without a statement",
    CLAIMS,
    without(/^  statement: /),
    "missing-key",
  ],
  ["a claim without a date", CLAIMS, without(/^  valid_from: /), "missing-key"],
  [
    "a key nobody knows",
    CLAIMS,
    line(/^  statement: /, "statement", "statment"),
    "unknown-key",
  ],
  [
    "a key that is a name of the language",
    CLAIMS,
    line(/^  statement: /, "statement", "__proto__"),
    "unknown-key",
  ],
  [
    "a word that is not in the list",
    CLAIMS,
    line(/^  confidence: /, /: .*/, ": certain"),
    "value-type",
  ],
  [
    "nothing where text belongs",
    CLAIMS,
    line(/^  statement: /, /: .*/, ":"),
    "value-type",
  ],
  [
    "blanks where text belongs",
    CLAIMS,
    line(/^  statement: /, /: .*/, ': "  "'),
    "value-type",
  ],
  [
    "a list where text belongs",
    CLAIMS,
    line(/^  statement: /, /: .*/, ": [a]"),
    "value-type",
  ],
  [
    "text where a list belongs",
    CLAIMS,
    line(/^  parties: \[/, /: .*/, ": nobody"),
    "value-type",
  ],
  [
    "a cell that is too long",
    CLAIMS,
    line(/^  value: /, /"$/, `${" long".repeat(20)}"`),
    "cell-length",
  ],
  [
    "emoji past the length of a cell",
    CLAIMS,
    line(/^  value: /, /"$/, `${"🦆".repeat(61)}"`),
    "cell-length",
  ],
  [
    "a locator that quotes too much",
    CLAIMS,
    line(
      /^    - \{.*locator: "/,
      'locator: "',
      'locator: "one two three four five six ',
    ),
    "locator-words",
  ],
  [
    "a tab for an indent",
    CLAIMS,
    line(/^  statement: /, "  ", "\t"),
    "readable-yaml",
  ],
  [
    "a tab after the indent",
    CLAIMS,
    line(/^  statement: /, "  ", "  \t"),
    "readable-yaml",
  ],
  [
    "one blank too many",
    CLAIMS,
    line(/^  statement: /, "  ", "   "),
    "readable-yaml",
  ],
  [
    "one blank too few",
    CLAIMS,
    line(/^  statement: /, "  ", " "),
    "readable-yaml",
  ],
  [
    "an entry that is indented",
    CLAIMS,
    (text) => {
      const lines = text.split("\n");
      const at = lines.findLastIndex((words) => ID.test(words));
      lines[at] = ` ${lines[at]}`;
      return { text: lines.join("\n"), line: at + 1 };
    },
    "readable-yaml",
  ],
  [
    "two keys alike",
    CLAIMS,
    line(/^  statement: /, /$/, '\n  statement: "x"', 1),
    "duplicate-key",
  ],
  [
    "a quote never closed",
    CLAIMS,
    line(/^  statement: /, /"$/, ""),
    "readable-yaml",
  ],
  [
    "a quote within quotes",
    CLAIMS,
    line(/^  statement: "/, ': "', ': "a "b" '),
    "readable-yaml",
  ],
  [
    "a bracket never closed",
    CLAIMS,
    line(/^  parties: \[/, "]", ""),
    "readable-yaml",
  ],
  ["a brace never closed", CLAIMS, line(SOURCE, /\}$/, ""), "readable-yaml"],
  [
    "no blank after a colon",
    CLAIMS,
    line(/^  confidence: /, ": ", ":"),
    "readable-yaml",
  ],
  [
    "a colon in bare text",
    CLAIMS,
    line(/^  value: /, /: .*/, ": a: b"),
    "readable-yaml",
  ],
  ["an anchor", CLAIMS, line(/^  value: /, ": ", ": &a "), "plain-yaml"],
  [
    "an alias of nothing",
    CLAIMS,
    line(/^  value: /, /: .*/, ": *a"),
    "plain-yaml",
  ],
  ["a tag", CLAIMS, line(/^  value: /, ": ", ": !x "), "readable-yaml"],
  ["a second document", CLAIMS, append("---\n- id: x\n"), "readable-yaml"],
  [
    "a conflict left by a merge",
    CLAIMS,
    prepend("<<<<<<< HEAD\n"),
    "readable-yaml",
  ],
  ["a byte of nothing", CLAIMS, line(ID, /$/, "\0"), "value-type"],
  [
    "nesting without end",
    CLAIMS,
    prepend(`- ${"[".repeat(5000)}\n`),
    "readable-yaml",
  ],
  [
    "an alias bomb",
    CLAIMS,
    prepend('- &a ["x", "x"]\n- &b [*a, *a]\n- &c [*b, *b]\n'),
    "plain-yaml",
  ],
  ["a mapping where a list belongs", CLAIMS, whole("id: x\n"), "value-type"],
  [
    "a line of 10 MB",
    CLAIMS,
    line(/^  statement: /, /"$/, `${"x".repeat(1e7)}"`),
    "file-limits",
  ],
  [
    "a line of 3 MB where an id belongs",
    CLAIMS,
    line(ID, /$/, "x".repeat(3e6)),
    "value-type",
  ],
  [
    "an address that is a program",
    "data/sources.yaml",
    line(/^  url: /, /".*"/, '"javascript:alert(1)"'),
    "https-url",
  ],
  [
    "an address without encryption",
    "data/sources.yaml",
    line(/^  url: /, "https", "http"),
    "https-url",
  ],
  [
    "a row that does not exist",
    TABLE,
    line(/^topics: \[/, "[", "[nothing-x, "),
    "table-shape",
  ],
  [
    "a table of no kind",
    TABLE,
    line(/^kind: /, /: .*/, ": picture"),
    "value-type",
  ],
  [
    "a topic that does not exist",
    "data/terms.yaml",
    line(/^  topic: /, /$/, "x"),
    "known-id",
  ],
  [
    "a page that does not exist",
    "site.yaml",
    line(/^    pages: \[/, "[", "[nowhere-x, "),
    "navigation-page",
  ],
  [
    "a day that does not exist in site.yaml",
    "site.yaml",
    line(/^as_of: /, /".*"/, '"2026-11-31"'),
    "value-type",
  ],
  [
    "a ledger touched by hand",
    "permalinks.lock",
    (text) => ({
      text: text.replace('"says":"', '"says":"x'),
      line: text.split("\n").length - 1,
    }),
    "ledger-whole",
  ],
  [
    "an embed nobody knows",
    PAGE,
    append('\n<Tabel id="x" />\n', 1),
    "known-embed",
  ],
  [
    "an embed of nothing",
    PAGE,
    line(/<Claim id="/, /<Claim id="/, '<Claim id="x-'),
    "known-embed",
  ],
  ["an embed without its id", PAGE, append("\n<Table />\n", 1), "known-embed"],
  [
    "words that no claim says",
    PAGE,
    line(/<Value of="[^"]*" words="/, ' words="', ' words="Eleven '),
    "known-embed",
  ],
  [
    "a tag never closed",
    PAGE,
    append("\n<Term id='x'>words\n", 1),
    "readable-mdx",
  ],
  [
    "a tag closed by another",
    PAGE,
    append("\nOne <Term id='x'>word</Claim>\n", 1),
    "readable-mdx",
  ],
  ["a brace in prose", PAGE, append("\nOne { brace\n", 1), "readable-mdx"],
  [
    "a program in prose",
    PAGE,
    append("\n{process.exit(1)}\n", 1),
    "readable-mdx",
  ],
  ["an import", PAGE, append("\nimport x from 'fs'\n", 1), "readable-mdx"],
  ["a sign like a tag", PAGE, append("\nless <5 ducks\n", 1), "readable-mdx"],
  ["a year in prose", PAGE, append("\nIt was in 1999.\n", 1), "bound-fact"],
  ["a page without its head", PAGE, whole("Words.\n"), "readable-mdx"],
  ["a head with a tab", PAGE, line(/^title: /, /^/, "\t"), "readable-yaml"],
  [
    "a head with two keys alike",
    PAGE,
    line(/^title: /, /$/, '\ntitle: "x"', 1),
    "duplicate-key",
  ],
  ["an emptied page", PAGE, whole(""), "readable-mdx"],
];

/** Changes after which the record says what it said. */
const HARMLESS: [string, string, (text: string) => string][] = [
  [
    "Windows line ends in data",
    CLAIMS,
    (text) => text.replaceAll("\n", "\r\n"),
  ],
  [
    "Windows line ends in a page",
    PAGE,
    (text) => text.replaceAll("\n", "\r\n"),
  ],
  ["a byte order mark in data", CLAIMS, (text) => `\uFEFF${text}`],
  ["a byte order mark in a page", PAGE, (text) => `\uFEFF${text}`],
  ["an emoji in a comment", CLAIMS, (text) => `# 🦆\n${text}`],
  ["blanks at the ends of lines", CLAIMS, (text) => text.replace(/$/gm, "  ")],
  [
    "empty lines between entries",
    CLAIMS,
    (text) => text.replace(/^- id/gm, "\n- id"),
  ],
  [
    "a comment in an entry",
    CLAIMS,
    (text) => text.replace(/^  statement/m, "  # x: [\n  statement"),
  ],
  ["no line end at the end", CLAIMS, (text) => text.trimEnd()],
  [
    "other quotes",
    CLAIMS,
    (text) => text.replace(/valid_from: "(.*)"/, "valid_from: '$1'"),
  ],
];

/** Faults of the disk: what to do in the folder, and which path and rule the report names. */
const DISK: [string, (at: string) => void, string, string][] = [
  [
    "a file saved in another encoding",
    (at) =>
      writeFileSync(
        join(at, CLAIMS),
        Buffer.from(
          textOf(CLAIMS).replace('statement: "', 'statement: "é'),
          "latin1",
        ),
      ),
    CLAIMS,
    "file-encoding",
  ],
  [
    "a file saved as UTF-16",
    (at) =>
      writeFileSync(
        join(at, CLAIMS),
        Buffer.from(`\uFEFF${textOf(CLAIMS)}`, "utf16le"),
      ),
    CLAIMS,
    "file-encoding",
  ],
  [
    "a file removed",
    (at) => rmSync(join(at, "data/topics.yaml")),
    "data/topics.yaml",
    "missing-file",
  ],
  [
    "site.yaml removed",
    (at) => rmSync(join(at, "site.yaml")),
    "site.yaml",
    "missing-file",
  ],
  [
    "all claims removed",
    (at) => rmSync(join(at, "data/claims"), { recursive: true }),
    "data/claims",
    "missing-file",
  ],
  [
    "a folder in place of a file",
    (at) => {
      rmSync(join(at, CLAIMS));
      symlinkSync(".", join(at, CLAIMS));
    },
    CLAIMS,
    "readable-file",
  ],
  [
    "a link to nothing",
    (at) => symlinkSync("nowhere.yaml", join(at, "data/claims/x.yaml")),
    "data/claims/x.yaml",
    "readable-file",
  ],
  [
    "a link to itself",
    (at) => symlinkSync("x.yaml", join(at, "data/claims/x.yaml")),
    "data/claims/x.yaml",
    "readable-file",
  ],
  [
    "a loop of folders",
    (at) => symlinkSync("..", join(at, "data/loop")),
    "data/loop",
    "unknown-file",
  ],
  [
    "a device without an end",
    (at) => symlinkSync("/dev/zero", join(at, "data/claims/x.yaml")),
    "data/claims/x.yaml",
    "readable-file",
  ],
  [
    "folders nested too deeply",
    (at) => mkdirSync(join(at, "data/a/b/c/d/e"), { recursive: true }),
    "data/a/b/c/d",
    "file-limits",
  ],
  [
    "a file with another ending",
    (at) => cpSync(join(at, CLAIMS), join(at, `${CLAIMS}.bak`)),
    `${CLAIMS}.bak`,
    "unknown-file",
  ],
];

function check(change: (at: string) => void) {
  const at = mkdtempSync(join(folder, "content-"));
  cpSync(CONTENT, at, { recursive: true });
  change(at);
  const loaded = loadRecord(at, "content");
  rmSync(at, { recursive: true });
  const found = loaded.problems.map(
    ({ place, rule }) => `${place.file}:${place.line} ${rule}`,
  );
  return { ...loaded, found, report: formatReport(loaded.problems) };
}

const original = loadRecord(CONTENT, "content").record!;
const editionOf = (record: typeof original) =>
  deriveEdition({
    ...record,
    explainers: record.explainers.map((page) => ({ ...page })),
  }).sha256;

describe("a mistake in the real content", () => {
  test.each(BROKEN)("is named with its line: %s", (_, path, edit, rule) => {
    const { text, line } = edit(textOf(path));
    const { record, found, report } = check((at) =>
      writeFileSync(join(at, path), text),
    );
    expect(record).toBeUndefined();
    const at = rule === "file-limits" ? 1 : line;
    expect(found).toContain(`content/${path}:${at} ${rule}`);
    expect(report).not.toMatch(/^ {4}at /m);
    expect(
      Math.max(...report.split("\n").map((words) => words.length)),
    ).toBeLessThan(3000);
  });

  test.each(DISK)("of the disk is named: %s", (_, change, path, rule) => {
    const { record, found } = check(change);
    expect(record).toBeUndefined();
    expect(found).toContain(`content/${path}:1 ${rule}`);
  });

  test.each(HARMLESS)("is none, and changes nothing: %s", (_, path, edit) => {
    const { record, report } = check((at) =>
      writeFileSync(join(at, path), edit(textOf(path))),
    );
    if (!record) throw new Error(report);
    expect(editionOf(record)).toBe(editionOf(original));
  });

  test("is none in a code block, where an embed is only text", () => {
    const { record, report } = check((at) =>
      writeFileSync(
        join(at, PAGE),
        `${textOf(PAGE)}\n\`\`\`mdx\n<Tabel id="x" /> {y}\n\`\`\`\n`,
      ),
    );
    if (!record) throw new Error(report);
    const id = basename(PAGE, ".mdx");
    expect(record.byId.explainers.get(id)!.embeds).toEqual(
      original.byId.explainers.get(id)!.embeds,
    );
  });
});
