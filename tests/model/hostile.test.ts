import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { formatReport, loadRecord } from "../../src/model/index.ts";
import { formatLedger } from "../../src/model/ledger.ts";
import { copyMinimal, replaceIn } from "./copy-minimal.ts";

/** The report on the minimal content with words in a file replaced; the words are put there as JSON, which is YAML. */
function reportWith(path: string, words: string, put: string): string {
  const folder = copyMinimal();
  replaceIn(folder, path, JSON.stringify(words), JSON.stringify(put));
  return formatReport(loadRecord(folder, "content").problems);
}

/** The report on the minimal content with one more file. */
function reportOn(path: string, text: string): string {
  const folder = copyMinimal();
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
  return formatReport(loadRecord(folder, "content").problems);
}

/** Anything that a terminal would obey, or read in another order. */
const COMMAND = /[^\n\P{Cc}]|[\u202A-\u202E\u2066-\u2069]/u;

const ADDRESSES = [
  "javascript:alert(1)",
  " javascript:alert(1)",
  "data:text/html,<script>alert(1)</script>",
  "vbscript:x",
  "file:///etc/passwd",
  "//evil.example/",
  "http://evil.example/",
  "https://",
  "https://evil.example/\r\nSet-Cookie: x=1",
  "https://evil.example/\u0000",
  "https://evil.example/\u202Egnp.exe",
  'https://evil.example/"onmouseover="alert(1)',
  "https://bank.example@evil.example/",
  "https://name:password@evil.example/",
  "https://evil.example\\@bank.example/",
];

describe.each(ADDRESSES)("the address %j", (address) => {
  test.each([
    [
      "data/sources.yaml",
      "https://tide-gazette.example/2007/10/open-pier",
      "https-url",
    ],
    [
      "data/verification.yaml",
      "https://saltmere-port.example/news/open-pier",
      "verification-state",
    ],
    ["site.yaml", "https://pier-four.example", "value-type"],
    [
      "site.yaml",
      "https://pier-four.example/letters?about=record&kind=mistake",
      "value-type",
    ],
  ])("is refused in %s in the place of %s", (path, words, rule) => {
    const report = reportWith(path, words, address);
    expect(report).toMatch(/^content\/.+ Unexpected .+, expected .+ \[/);
    // Text that holds what cannot be seen is refused before it is judged as an address.
    expect(report).toMatch(new RegExp(`\\[(?:${rule}|value-type)\\]`));
    expect(report).toContain(`content/${path}:`);
    expect(report).not.toMatch(COMMAND);
  });
});

test.each([
  "../../../etc/passwd",
  "..",
  "a/b",
  "a\\b",
  ".",
  "a\u0000",
  "a\n",
  '"><img src=x>',
  "__proto__",
  "A",
  "-a",
  "%2e%2e",
  "a".repeat(81),
])("the id %j is refused", (id) => {
  expect(reportWith("data/versions.yaml", "2001-03", id)).toContain(
    "expected an id",
  );
});

test.each([
  "data/tables/a..b.yaml",
  "data/tables/%2e%2e.yaml",
  "data/tables/<img src=x>.yaml",
  "data/claims/../../evil.yaml",
  "explainers/%2e%2e/a.mdx",
  "explainers/a\u001B[31m.mdx",
  "explainers/_headers.mdx",
])("the file %j is refused, whatever it holds", (path) => {
  const report = reportOn(path, "- id: a\n");
  expect(report).toContain("[unknown-file]");
  expect(report).not.toMatch(COMMAND);
});

describe("an address of the site that leads out of it", () => {
  test.each(["/../../etc/", "/terms/../../etc/", "/./", "/.../", "/a\\..\\b/"])(
    "%s is refused in moves and in the ledger",
    (path) => {
      const move = {
        id: "out",
        date: "2008",
        from: path,
        to: [path],
        why: "x",
      };
      expect(reportOn("data/moves.yaml", JSON.stringify([move]))).toContain(
        "expected an address such as `/terms/rent/`",
      );
      const ledger = formatLedger({
        edition: "2008-01-01-000000000000",
        items: [],
        pages: [{ page: path, since: "2008-01-01-000000000000" }],
      });
      expect(reportOn("permalinks.lock", ledger)).toContain(
        "Unexpected line of another form",
      );
    },
  );
});

describe("text that holds what nobody sees", () => {
  test.each([
    ["\u0000", "U+0000"],
    ["\u0007", "U+0007"],
    ["\u001B[31m", "U+001B"],
    ["\u007F", "U+007F"],
    ["\u0085", "U+0085"],
    ["\uD83D", "U+D83D"],
    ["\uFFFE", "U+FFFE"],
    ["\u202Egnp.exe", "U+202E"],
    ["\u2067a\u202C", "U+202C"],
    ["\u202Aa\u2069\u202C", "U+2069"],
    ["a\u2069", "U+2069"],
  ])("%j is refused by its number", (text, number) => {
    const report = reportWith("data/topics.yaml", "Rent", `Rent ${text}`);
    expect(report).toContain(`expected text without ${number} [value-type]`);
    expect(report).not.toMatch(COMMAND);
  });

  test.each([
    ["\u001B[2J", "U+001B"],
    ["\u202Egnp.exe", "U+202E"],
    ["&#x202e;gnp.exe", "U+202E"],
    ["&#8238;gnp.exe", "U+202E"],
  ])("is refused in prose, as %j", (sign, number) => {
    const head = '---\ntitle: "A"\nquestion: "A"\ndescription: "A"\n---\n\n';
    const report = reportOn("explainers/about.mdx", `${head}Words ${sign}\n`);
    expect(report).toContain(
      `Unexpected sign ${number}, expected text that can be seen [readable-mdx]`,
    );
    expect(report).not.toMatch(COMMAND);
  });

  test.each([
    "\u2067\u202Eمرسى\u202C\u2069 \u200F!",
    "\t=1+1\r\nnext\n",
    "\u{1F468}\u200D\u{1F469}\u200D\u{1F467} \u2028",
  ])("%j is text", (text) => {
    expect(reportWith("data/topics.yaml", "Rent", text)).toBe("");
  });
});
