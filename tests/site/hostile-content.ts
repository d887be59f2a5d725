import { readdirSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { z } from "zod";
import { explainerHead } from "../../src/model/explainer.ts";
import { formatReport, loadRecord } from "../../src/model/index.ts";
import { formatLedger } from "../../src/model/ledger.ts";
import { LEDGER_FILE } from "../../src/model/load.ts";
import { NOUNS } from "../../src/model/nouns.ts";
import { site } from "../../src/model/site.ts";
import { tableSpec } from "../../src/model/table-spec.ts";
import { formatFile, putAt, readFile } from "./content-file.ts";
import type { ContentFile } from "./content-file.ts";
import { fieldsOf, textsOf } from "./text-fields.ts";

/** What no format may take for anything but words; short, so that most fit into a cell or a locator. */
export const HOSTILE = [
  '"><img src=x onerror=alert(1)>',
  "</script><script>alert(1)</script>",
  '=HYPERLINK("http://evil.example")',
  "]]><!-- <![CDATA[ --!>",
  "javascript:alert(1)",
  "{{7*7}}${7*7}<%=a%>{7*7}",
  "x\r\nSet-Cookie: x=1",
  "../../../etc/passwd",
  "' onmouseover='alert(1)' x=\"",
  "\u2067\u202Eمرسى\u202C\u2069 \u200F\u{1F468}\u200D\u{1F469}\u200D\u{1F467}",
  "</title></textarea></style><svg/onload=alert(1)>",
  "\nEND:VEVENT\nATTACH:http://evil.example",
  "&lt;img src=x&gt; &#60;b&#62; &amp;amp; &",
  "\n\n| a | b |\n|---|---|\n# x",
  "[a](javascript:alert(1)) ![b](x) **c** `d`",
  "<a href=javascript:alert(1)>x</a>",
  "-1+1|cmd|' /C calc'!A0",
  "@SUM(A1)\u2028+1\u2029\\",
  "\t=1+1",
];

/** All of them, beginning with one. */
const whole = (first: number) =>
  [...HOSTILE.slice(first), ...HOSTILE.slice(0, first)].join(" ");

const LONG_NOTE = `${whole(0)} ${"A note that goes on. ".repeat(300)}`
  .slice(0, 4999)
  .concat("\u{1F6A2}");

/** The fields for texts that hold hostile words now, and those that do not, since the check refuses them. */
export interface HostileFields {
  hostile: string[];
  refused: string[];
}

const escapeAttribute = (text: string) =>
  text.replace(/["&<>{}\s]/g, (sign) => `&#${sign.codePointAt(0)!};`);

/** Words as an author of Markdown writes them who wants exactly these; a bare address becomes a link all the same. */
const escapeMarkdown = (text: string) =>
  text
    .replaceAll("http:", "https:")
    .replace(/\s+/g, " ")
    .replace(/[!-/:-@[-`{-~]/g, "\\$&");

const claimOf = (files: Map<string, ContentFile>, id: string) =>
  [...files.values()]
    .filter(({ name }) => name === "claims")
    .flatMap(({ value }) => value as { id: string; value: string }[])
    .find((claim) => claim.id === id)!;

/** Prose that holds the words in every place that takes some. */
const PROSE = `
## ${escapeMarkdown(HOSTILE.join(" "))}

${HOSTILE.map((words) => `- ${escapeMarkdown(words)}`).join("\n")}

<Claim id="berth-use-2007-09-12">${escapeMarkdown(whole(1))}</Claim>; <Term id="berth-use">${escapeMarkdown(whole(2))}</Term>;
<Gloss id="first-call">${escapeMarkdown(whole(3))}</Gloss>; <Version id="2007-09-12">${escapeMarkdown(whole(4))}</Version>;
[${escapeMarkdown(whole(5))}](/rent/ "${escapeMarkdown(whole(6))}"); \`\` ${HOSTILE[0]} \`\`.

~~~html title="${escapeAttribute(HOSTILE[1]!)}"
${whole(7)}
~~~
`;

const EDITION = "2008-01-01-000000000000";

/** A change that tells of claims, as each needs that came after an edition. */
export const tellOf = (id: string, claims: string[]) => ({
  id,
  date: "2008-01-01",
  reason: "editorial",
  summary: "x",
  claims,
});

/** Addresses that are gone, so that words about what stood there are put into pages. */
function writeGone(folder: string): void {
  const { record } = loadRecord(folder, "content");
  const changes = [
    ...record!.changes,
    tellOf(
      "all",
      record!.claims.map(({ id }) => id),
    ),
  ];
  writeFileSync(join(folder, "data/changes.yaml"), JSON.stringify(changes));
  const line = (item: string) => ({
    item,
    is: item,
    says: whole(1),
    since: EDITION,
  });
  const ledger = formatLedger({
    edition: EDITION,
    items: [line("/terms/gone/"), line("/glossary/#tide")],
    pages: [
      { page: "/terms/gone/", since: EDITION, ids: { section: ["a"] } },
      { page: "/glossary/", since: EDITION, ids: { item: ["tide"] } },
    ],
  });
  writeFileSync(join(folder, LEDGER_FILE), ledger);
  const date = "2008-01-01";
  const moves = [
    {
      id: "a",
      date,
      from: "/terms/gone/",
      to: ["/terms/berth-use/"],
      why: "x",
    },
    { id: "b", date, from: "/glossary/#tide", to: [], why: "x" },
  ];
  writeFileSync(join(folder, "data/moves.yaml"), JSON.stringify(moves));
}

/**
 * Puts hostile words into every text of a content folder that takes any words, as its schemas say, and into the
 * prose of \`about\`. Where a rule refuses the long ones it puts short ones, else it leaves what was there.
 */
export function makeHostile(folder: string): HostileFields {
  writeGone(folder);
  const files = new Map<string, ContentFile>();
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" });
  for (const path of names.filter((path) =>
    statSync(join(folder, path)).isFile(),
  )) {
    const file = readFile(folder, path);
    if (file) files.set(path, file);
  }
  files.get("explainers/about.mdx")!.rest += PROSE;
  const texts = [...files.values()].flatMap((file) =>
    [...textsOf(file.schema, file.value, { field: file.name, path: [] })].map(
      (text, index) => ({
        ...text,
        file,
        index,
        tries: [] as (string | undefined)[],
      }),
    ),
  );
  for (const [index, text] of texts.entries()) {
    const before = text.path.reduce(
      (at, step) => (at as never)?.[step],
      text.file.value,
    ) as string | undefined;
    // Says in a problem's excerpt which text it is about, and tells like words apart.
    const mark = ` ~${index}.`;
    text.tries = [
      before,
      HOSTILE[index % HOSTILE.length]! + mark,
      (text.path.at(-1) === "note"
        ? LONG_NOTE
        : whole(index % HOSTILE.length)) + mark,
    ];
  }
  const used = texts.map(() => 2);
  for (;;) {
    for (const [index, { file, path, tries }] of texts.entries())
      putAt(file.value, path, tries[used[index]!]!);
    for (const [path, file] of files) {
      const rest = file.rest.replace(
        /(<Value of="([^"]+)" words=)"[^"]*"/g,
        (_, start: string, id: string) =>
          `${start}"${escapeAttribute(claimOf(files, id).value)}"`,
      );
      writeFileSync(join(folder, path), formatFile({ ...file, rest }));
    }
    const { record, problems } = loadRecord(folder, "content");
    if (record) break;
    let changed = false;
    for (const { place } of problems) {
      const index = Number(/ ~(\d+)\./.exec(place.excerpt)?.[1] ?? NaN);
      if (!used[index]) continue;
      used[index] -= 1;
      changed = true;
    }
    if (!changed) throw new Error(formatReport(problems));
  }
  const taken = new Set(
    texts.filter((_, index) => used[index]).map(({ field }) => field),
  );
  const all = new Set([
    ...Object.entries(NOUNS).flatMap(([name, { schema }]) =>
      fieldsOf(schema as z.ZodType, `${name}[]`),
    ),
    ...fieldsOf(site, "site"),
    ...fieldsOf(tableSpec, "tables"),
    ...fieldsOf(explainerHead, "explainers"),
  ]);
  return {
    hostile: [...taken].sort(),
    refused: [...all].filter((field) => !taken.has(field)).sort(),
  };
}
