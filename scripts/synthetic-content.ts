import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

const VERSIONS = 20;
const TERMS_OF_A_TOPIC = 50;
/** Claims of one topic: each of its terms has one in every version. */
const CLAIMS_OF_A_TOPIC = TERMS_OF_A_TOPIC * VERSIONS;
const CLAIMS_OF_A_SOURCE = 10;

const dateOf = (version: number) => `${1801 + version * 3}-05-01`;

function head(title: string): string {
  return `title: "${title}"\nquestion: "Who may pass, and at what toll?"\n`;
}

function writeClaim(at: number): string {
  const term = Math.floor(at / VERSIONS);
  const version = at % VERSIONS;
  const id = `toll-${term}-${version}`;
  const before =
    version > 0 ? `  supersedes: [toll-${term}-${version - 1}]\n` : "";
  return `- id: ${id}
  term: toll-${term}
  version: "v-${version}"
  parties: [canal-board, barge-union]
  value: "${(at % 97) + 1} shillings a barge"
  statement: "At lock ${term} the board takes ${(at % 97) + 1} shillings for each barge that passes, and the union pays at the gate."
  valid_from: "${dateOf(version)}"
  date_kind: effective
  confidence: primary
  sources:
    - {id: notice-${Math.floor(at / CLAIMS_OF_A_SOURCE)}, locator: "for each barge that passes"}
${before}`;
}

function writeTerm(topic: number, at: number): string {
  return `- id: toll-${at}
  topic: canal-${topic}
  title: "Toll at lock ${at}"
  question: "What does a barge pay at lock ${at}?"
  why_it_matters: "The toll decides which way the barges go."
`;
}

function writeSource(at: number): string {
  return `- id: notice-${at}
  title: "Notice of the board, number ${at}"
  publisher: "Canal Board"
  url: "https://canal-board.example/notices/${at}"
  published: "1801-05-01"
  kind: primary
  access: direct
`;
}

function writeVersion(at: number): string {
  return `- id: "v-${at}"
  title: "Tariff ${at}"
  kind: amendment
  date: "${dateOf(at)}"
  date_kind: effective
  binding: "yes"
  parties: [canal-board, barge-union]
  summary: "The board set its tolls anew."
  sources:
    - {id: notice-0}
`;
}

function writeExplainer(topic: number, claims: number[]): string {
  const embeds = claims.map((at) => {
    const id = `toll-${Math.floor(at / VERSIONS)}-${at % VERSIONS}`;
    const past = at % VERSIONS < VERSIONS - 1 ? " historical" : "";
    return `A barge pays <Value of="${id}"${past} /> since <Date of="${id}" />. <Claim id="${id}"${past}>The union pays at the gate</Claim>.\n`;
  });
  return `---\n${head(`Canal ${topic}`)}description: "The tolls on canal ${topic}."\ntopic: canal-${topic}\n---\n\n${embeds.join("\n")}`;
}

function writeSite(topics: number[]): string {
  const pages = topics.map((topic) => `canal-${topic}`).join(", ");
  return `name: "Canal tolls"
tagline: "What a barge paid, dated and sourced"
subject: "the tariffs of the canal board"
address: "https://canal-tolls.example"
language: "en"
as_of: "1900-01-01"
publisher: "Canal tolls"
headline_terms: [toll-0]
audiences:
  - {id: bargees, name: "Bargees", page: canal-0}
navigation:
  - title: "Canals"
    pages: [${pages}]
`;
}

/** Rows and columns of a sheet: the table that stands on each page of a measured site. */
const SHEET = { rows: 12, columns: 5 };

/** A sheet of neighbouring terms; no two of the first thousand terms' sheets begin with the same one. */
function writeSheet(at: number, terms: number): string {
  const rows = range(SHEET.rows).map(
    (row) => `toll-${(at + row * (1 + Math.floor(at / terms))) % terms}`,
  );
  const first = at % (VERSIONS - SHEET.columns + 1);
  const columns = range(SHEET.columns).map((column) => `"v-${first + column}"`);
  return `title: "Sheet ${at} of the tolls"\nsummary: "Lock by lock, from tariff ${first} on."\nkind: terms\nterms: [${[...new Set(rows)].join(", ")}]\nversions: [${columns.join(", ")}]\n`;
}

const range = (length: number) => Array.from({ length }, (_, at) => at);

/**
 * Writes content of any size about a subject that does not exist, without problems: for measuring. The same
 * number gives the same bytes. `claims` is rounded up to whole topics of 1,000 claims, 50 terms and 100 sources;
 * `sheets` is the number of pages that hold a table of 12 × 5 cells, beside those that the claims bring.
 */
export function writeSyntheticContent(
  folder: string,
  claims: number,
  sheets = 0,
): void {
  const topics = range(Math.ceil(claims / CLAIMS_OF_A_TOPIC));
  const write = (path: string, ...parts: string[]) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), parts.join(""));
  };
  write("site.yaml", writeSite(topics));
  write(
    "data/parties.yaml",
    '- {id: canal-board, name: "Canal Board", kind: owner}\n- {id: barge-union, name: "Barge Union", kind: user}\n',
  );
  write("data/versions.yaml", ...range(VERSIONS).map(writeVersion));
  write(
    "data/topics.yaml",
    ...topics.map(
      (topic) =>
        `- id: canal-${topic}\n  ${head(`Canal ${topic}`).trimEnd().replace("\n", "\n  ")}\n  summary: "The tolls on canal ${topic}."\n`,
    ),
  );
  write(
    "data/terms.yaml",
    ...topics.flatMap((topic) =>
      range(TERMS_OF_A_TOPIC).map((at) =>
        writeTerm(topic, topic * TERMS_OF_A_TOPIC + at),
      ),
    ),
  );
  for (const at of range(sheets))
    write(
      `data/tables/sheet-${at}.yaml`,
      writeSheet(at, topics.length * TERMS_OF_A_TOPIC),
    );
  const sources = (topics.length * CLAIMS_OF_A_TOPIC) / CLAIMS_OF_A_SOURCE;
  write("data/sources.yaml", ...range(sources).map(writeSource));
  for (const topic of topics) {
    const own = range(CLAIMS_OF_A_TOPIC).map(
      (at) => topic * CLAIMS_OF_A_TOPIC + at,
    );
    write(`data/claims/canal-${topic}.yaml`, ...own.map(writeClaim));
    write(
      `data/tables/canal-${topic}.yaml`,
      `title: "Tolls on canal ${topic}"\nsummary: "Lock by lock."\nkind: terms\ntopics: [canal-${topic}]\n`,
    );
    write(
      `explainers/canal-${topic}.mdx`,
      writeExplainer(topic, own.slice(0, 20)),
    );
  }
}
