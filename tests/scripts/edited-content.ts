import { cpSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";

const BASE = "tests/fixtures/minimal";

/** What an editor added to the fixture, and what was reworded there; the numbers stand for words. */
export interface Edited {
  claims: { [id: string]: number };
  sources: { [id: string]: number };
  versions: { [id: string]: number };
  terms: { [id: string]: number };
  tables: { [id: string]: number };
  /** Of a claim, of an explainer's prose, and of the site, which stands on every page. */
  reworded: { claim: number; prose: number; tagline: number };
}

const KINDS = ["claims", "sources", "versions", "terms", "tables"] as const;
type Kind = (typeof KINDS)[number];

export const UNEDITED: Edited = {
  claims: {},
  sources: {},
  versions: {},
  terms: {},
  tables: {},
  reworded: { claim: 0, prose: 0, tagline: 0 },
};

/** One thing an editor does; `back` returns to an earlier state, so many steps ago. */
export type Edit =
  | { does: "put" | "rename" | "delete"; kind: Kind; at: number; words: number }
  | { does: "reword"; what: keyof Edited["reworded"]; words: number }
  | { does: "back"; steps: number };

const number = fc.integer({ min: 1, max: 9 });

export const edits: fc.Arbitrary<Edit> = fc.oneof(
  { weight: 6, arbitrary: put() },
  {
    weight: 3,
    arbitrary: fc.record({
      does: fc.constant("reword" as const),
      what: fc.constantFrom("claim", "claim", "prose", "tagline"),
      words: number,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ does: fc.constant("back" as const), steps: number }),
  },
);

function put(): fc.Arbitrary<Edit> {
  return fc.record({
    does: fc.constantFrom("put", "put", "rename", "delete"),
    kind: fc.constantFrom(...KINDS),
    at: fc.integer({ min: 0, max: 2 }),
    words: number,
  });
}

/** What the edits lead to, one after the other: the state after each. */
export function applyEdits(all: Edit[]): Edited[] {
  const states = [UNEDITED];
  for (const edit of all) {
    const before = states.at(-1)!;
    if (edit.does === "back") {
      states.push(states.at(-1 - edit.steps) ?? UNEDITED);
    } else if (edit.does === "reword") {
      const reworded = { ...before.reworded, [edit.what]: edit.words };
      states.push({ ...before, reworded });
    } else {
      const { kind, at, words } = edit;
      const entries = { ...before[kind] };
      const id = `new-${at}`;
      const known = entries[id];
      if (edit.does !== "put") delete entries[id];
      if (edit.does === "rename" && known) entries[`${id}-renamed`] = known;
      if (edit.does === "put") entries[id] = words;
      states.push({ ...before, [kind]: entries });
    }
  }
  return states.slice(1);
}

/** Before the day for which the fixture speaks, one for each version that can be added. */
const MONTHS = "2008-02 2008-01 2007-12 2007-11 2007-10 2007-08".split(" ");

const WORDS = "one two three four five six seven eight nine ten".split(" ");
const say = (words: number) => WORDS[words]!;

/** Writes the fixture with an editor's changes into a folder, in place of what was there. */
export function writeEdited(folder: string, edited: Edited): void {
  rmSync(folder, { recursive: true, force: true });
  cpSync(BASE, folder, { recursive: true });
  const append = (path: string, lines: string[]) =>
    writeFileSync(
      join(folder, path),
      `${readFileSync(join(folder, path), "utf8")}${lines.map((line) => `${line}\n`).join("")}`,
    );
  const replace = (path: string, from: string, to: string) => {
    const text = readFileSync(join(folder, path), "utf8");
    if (!text.includes(from)) throw new Error(`no ${from} in ${path}`);
    writeFileSync(join(folder, path), text.replace(from, to));
  };
  const entries = (kind: Kind) => Object.entries(edited[kind]);

  for (const [id, words] of entries("sources"))
    append("data/sources.yaml", [
      `- id: ${id}`,
      `  title: "Minutes of the port, part ${say(words)}"`,
      `  publisher: "Saltmere Port"`,
      `  url: "https://saltmere-port.example/minutes/${id}"`,
      `  published: "2008-02-2${words}"`,
      `  kind: primary`,
      `  access: direct`,
    ]);
  const source = entries("sources")[0]?.[0] ?? "saltmere-2007-09-12-amendment";
  for (const [id, words] of entries("terms"))
    append("data/terms.yaml", [
      `- id: ${id}`,
      `  topic: rent`,
      `  title: "Storage ${say(words)}"`,
      `  question: "What may be stored, and where, by rule ${say(words)}?"`,
      `  why_it_matters: "Goods wait."`,
    ]);
  const term = entries("terms")[0]?.[0] ?? "dredging";
  // No two versions have one date; the claim of the first has its date, too.
  for (const [at, [id, words]] of entries("versions").entries())
    append("data/versions.yaml", [
      `- id: ${id}`,
      `  title: "Side letter ${say(words)}"`,
      `  kind: amendment`,
      `  date: "${MONTHS[at]}-2${words}"`,
      `  date_kind: announced`,
      `  binding: "yes"`,
      `  parties: [saltmere-port, fennick]`,
      `  summary: "The side letter settles point ${say(words)}."`,
      `  sources:`,
      `    - {id: ${source}}`,
    ]);
  // A term of the fixture has a claim that runs longer; only a new one may lead.
  const version =
    entries("terms").length > 0 ? entries("versions")[0]?.[0] : undefined;
  for (const [index, [id, words]] of entries("claims").entries())
    append("data/claims/rent.yaml", [
      `- id: ${id}`,
      `  term: ${term}`,
      ...(index === 0 && version ? [`  version: ${version}`] : []),
      `  parties: [saltmere-port]`,
      `  value: "Deep by ${say(words)}"`,
      `  statement: "The port keeps the basin deep by rule ${say(words)}."`,
      `  valid_from: "2008-02-2${version ? edited.versions[version]! : words}"`,
      `  date_kind: announced`,
      `  confidence: primary`,
      `  sources:`,
      `    - {id: ${source}}`,
    ]);
  for (const [id, words] of entries("tables"))
    writeFileSync(
      join(folder, `data/tables/${id}.yaml`),
      [
        `title: "Some of the lease, ${say(words)}"`,
        `summary: "A choice of terms."`,
        `kind: terms`,
        `terms: [base-rent, ${term}]`,
        "",
      ].join("\n"),
    );
  const { claim, prose, tagline } = edited.reworded;
  if (claim > 0)
    replace(
      "data/claims/berths.yaml",
      "no other ship could lie there",
      `no other ship could lie there for days ${say(claim)}`,
    );
  if (prose > 0)
    append("explainers/about.mdx", ["", `A word more, then ${say(prose)}.`]);
  if (tagline > 0)
    replace("site.yaml", "dated and sourced", `told ${say(tagline)} times`);
}
