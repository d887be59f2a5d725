import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse, stringify as toYaml } from "yaml";
import { HOSTILE, makeHostile, tellOf } from "./hostile-content.ts";
import type { HostileFields } from "./hostile-content.ts";

const stringify = (value: unknown) =>
  toYaml(value, { aliasDuplicateObjects: false });

type Entry = { [key: string]: unknown };

const LONG_TITLE =
  "A title of two hundred characters that goes on and on until nobody remembers how it began "
    .repeat(3)
    .slice(0, 200);
const LONG_WORD =
  "Donaudampfschifffahrtsgesellschaftskapitaenswitwenversicherung".slice(0, 60);
const WORDS = [
  LONG_WORD,
  "مرسى السفن، بالعربية من اليمين إلى اليسار",
  "船の係留料は月に十二、税は別に払うものとする",
  "Glyphs that no font holds: \u{1FAE8} \u{1D11E} \u{10FFFD} \uFFFD",
  "https://example.org/a/very/long/address?with=parameters&x=1",
  "W".repeat(60),
];

/**
 * Writes a content folder that is as hard on the layout as content may be: long, wide, foreign, empty. What it
 * has from elsewhere holds hostile words.
 */
export function writeStressContent(folder: string): HostileFields {
  cpSync("tests/fixtures/minimal", folder, { recursive: true });
  const fields = makeHostile(folder);
  const edit = (file: string, change: (entries: Entry[]) => Entry[]) => {
    const path = join(folder, "data", file);
    writeFileSync(
      path,
      stringify(change(parse(readFileSync(path, "utf8")) as Entry[])),
    );
  };
  let version: Entry = {};
  edit("versions.yaml", (versions) => {
    version = versions[0]!;
    // Each pair of versions has a page: many versions would make thousands.
    const more = Array.from({ length: 12 }, (_, index) => ({
      ...version,
      id: `stress-${index}`,
      date: `${1900 + index * 3}-01-01`,
      title: index === 0 ? LONG_TITLE : `Version ${index}`,
    }));
    return [...versions, ...more];
  });
  edit("topics.yaml", (topics) => [
    ...topics,
    {
      id: "empty",
      title: LONG_TITLE,
      question: LONG_TITLE,
      summary: "No terms.",
    },
  ]);
  edit("terms.yaml", (terms) => [
    ...terms,
    {
      ...terms[0],
      id: "stress",
      title: LONG_TITLE,
      question: LONG_WORD.repeat(3),
      why_it_matters: "x ".repeat(2500),
    },
    {
      ...terms[0],
      id: "silent",
      title: "A term without claims",
      question: "Is there anything?",
    },
  ]);
  mkdirSync(join(folder, "data/claims"), { recursive: true });
  const claims = WORDS.map((value, index) => ({
    id: `stress-${index}`,
    term: "stress",
    version: `stress-${index * 2}`,
    parties: version["parties"],
    value,
    statement: index === 0 ? "word ".repeat(1000).trim() : value,
    valid_from: `${1900 + index * 6}-01-01`,
    date_kind: "announced",
    confidence: index % 2 === 0 ? "primary" : "reported",
    sources: (version["sources"] as Entry[]).map(({ id }) => ({ id })),
  }));
  writeFileSync(join(folder, "data/claims/stress.yaml"), stringify(claims));
  edit("changes.yaml", (changes) => [
    ...changes,
    tellOf(
      "stress",
      claims.map(({ id }) => id),
    ),
  ]);
  const table = (name: string, spec: Entry) =>
    writeFileSync(join(folder, "data/tables", `${name}.yaml`), stringify(spec));
  table("forty-columns", {
    title: LONG_TITLE,
    summary: LONG_WORD,
    kind: "terms",
    terms: ["stress", "silent"],
    dates: Array.from({ length: 40 }, (_, index) => `${1900 + index}-06-01`),
  });
  table("one-column", {
    title: "One column",
    summary: "One.",
    kind: "terms",
    terms: ["stress", "silent"],
    dates: ["1930-06-01"],
  });
  const head = {
    title: LONG_TITLE,
    question: LONG_TITLE,
    description: "A page of long things.",
    topic: "empty",
  };
  writeFileSync(
    join(folder, "explainers/empty.mdx"),
    `---\n${stringify(head)}---\n\n## ${LONG_TITLE}\n\n${LONG_WORD.repeat(4)} ${WORDS[1]} ${WORDS[2]}\n\n<Claim id="berth-use-2001-03">The pier is let to one tenant</Claim> for <Value of="stress-0" />.\n\n<Table id="forty-columns" />\n`,
  );
  const site = join(folder, "site.yaml");
  const settings = parse(readFileSync(site, "utf8")) as Entry & {
    navigation: { pages: string[] }[];
  };
  settings.navigation[0]!.pages.push("empty");
  settings["headline_terms"] = ["stress", "silent"];
  writeFileSync(site, stringify(settings));
  // Sentences that nobody has rewritten yet.
  const rest = ["berth-use-2001-03", "stress-0"];
  edit("exceptions.yaml", () =>
    rest.map((claim) => ({
      id: `stress-${claim}`,
      rule: "superseded-claim",
      item: `empty#${claim}`,
      reason: HOSTILE.join(" "),
      remove_when: HOSTILE.join("\n"),
    })),
  );
  return fields;
}
