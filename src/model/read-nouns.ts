import type { z } from "zod";
import { didYouMean } from "./did-you-mean.ts";
import type { Explainer } from "./explainer.ts";
import { parseLedger } from "./ledger.ts";
import type { Ledger } from "./ledger.ts";
import { LEDGER_FILE, PINS_FILE } from "./load.ts";
import type { Pin } from "./pin.ts";
import { checkSeal, parsePins } from "./pins-file.ts";
import { NOUNS } from "./nouns.ts";
import type { Nouns } from "./nouns.ts";
import { placeOfFile } from "./place.ts";
import { readFile, readList, readOne } from "./read-entry.ts";
import type { Reading } from "./read-entry.ts";
import { readExplainer } from "./read-explainer.ts";
import type { Authored } from "./record.ts";
import { site } from "./site.ts";
import type { Site } from "./site.ts";
import { tableSpec } from "./table-spec.ts";
import type { TableSpec } from "./table-spec.ts";

function readNouns(reading: Reading, known: Set<string>): Nouns {
  const nouns: { [name: string]: object[] } = {};
  for (const [name, { path, schema, required }] of Object.entries(NOUNS)) {
    const paths = path.endsWith(".yaml")
      ? [`data/${path}`]
      : [...reading.files.texts.keys()].filter(
          (file) => file.startsWith(`data/${path}/`) && file.endsWith(".yaml"),
        );
    const sources = paths.flatMap(
      (file) => reading.files.texts.get(file) ?? [],
    );
    for (const file of paths) known.add(file);
    const unread = reading.problems.some((problem) =>
      paths.some((file) => problem.place.file.endsWith(`/${file}`)),
    );
    if (required && sources.length === 0 && !unread) {
      missingFile(reading, `data/${path}`, `the ${name} of the record`);
    }
    nouns[name] = sources.flatMap((source) =>
      readFile(reading, source, () =>
        readList<object>(reading, schema as z.ZodType<object>, source),
      ),
    );
  }
  return nouns as Nouns;
}

function missingFile(reading: Reading, path: string, holds: string): void {
  reading.problems.push({
    rule: "missing-file",
    severity: "error",
    message: `Unexpected absence of \`${path}\`, expected ${holds}`,
    place: placeOfFile(`${reading.files.root}/${path}`),
  });
}

function readTables(reading: Reading, known: Set<string>): TableSpec[] {
  const tables: TableSpec[] = [];
  for (const [path, source] of reading.files.texts) {
    const name = /^data\/tables\/((?!index\.)[a-z0-9-]+)\.yaml$/.exec(
      path,
    )?.[1];
    if (!name) continue;
    known.add(path);
    const table = readFile(reading, source, () => {
      const spec = readOne(reading, tableSpec, source, source.text);
      return spec && Object.assign(spec, { id: name });
    });
    if (table) tables.push(table);
  }
  return tables;
}

/** The path a stray file should have had: the same in the right spelling, or a known one of its folder. */
function nameNear(path: string, known: Set<string>): string | undefined {
  const spelled = path
    .toLowerCase()
    .replace(/\.md$/, ".mdx")
    .replace(/\.yml$/, ".yaml")
    .replace(/[^a-z0-9./-]+/g, "-");
  if (spelled !== path) return spelled;
  const folder = path.slice(0, path.lastIndexOf("/") + 1);
  const names = [...known]
    .filter((other) => other.lastIndexOf("/") + 1 === folder.length)
    .filter((other) => other.startsWith(folder))
    .map((other) => other.slice(folder.length));
  const near = didYouMean(path.slice(folder.length), names);
  return near && folder + near;
}

function reportStrays(reading: Reading, known: Set<string>): void {
  for (const path of [...reading.files.texts.keys(), ...reading.files.others]) {
    if (known.has(path)) continue;
    const near = nameNear(path, known);
    reading.problems.push({
      rule: "unknown-file",
      severity: "error",
      message: `Unexpected file \`${path}\`, expected only files of the record`,
      place: placeOfFile(`${reading.files.root}/${path}`),
      hint: near ? `did you mean \`${near}\`?` : undefined,
    });
  }
}

/** The ledger, where there is one that can be read. */
function readLedger(reading: Reading): Ledger | undefined {
  const source = reading.files.texts.get(LEDGER_FILE);
  if (!source) return undefined;
  const read = readFile(reading, source, () => parseLedger(source));
  if ("message" in read) {
    reading.problems.push({ rule: "ledger-whole", severity: "error", ...read });
    return undefined;
  }
  for (const [value, place] of read.lines)
    reading.locations.remember(value, { place, attributes: new Map() });
  return read.ledger;
}

/** The pins, where there are some; those of a broken file are a problem, and so are those that the ledger misses. */
function readPins(
  reading: Reading,
  ledger: Ledger | undefined,
): Pin[] | undefined {
  const source = reading.files.texts.get(PINS_FILE);
  const read = source && readFile(reading, source, () => parsePins(source));
  const file = `${reading.files.root}/${PINS_FILE}`;
  const unread = reading.problems.some(({ place }) => place.file === file);
  const faults =
    read?.faults.length || unread
      ? (read?.faults ?? [])
      : checkSeal(source, ledger?.pins, file);
  for (const fault of faults)
    reading.problems.push({
      rule: "pins-whole",
      severity: "error",
      ...fault,
    });
  return read?.pins;
}

/** Turns content files into the authored values of the record; whatever does not fit becomes a problem. */
export function readNounsFrom(reading: Reading): Authored {
  const known = new Set(["site.yaml"]);
  const siteSource = reading.files.texts.get("site.yaml");
  const siteValue: Site | undefined =
    siteSource && readOne(reading, site, siteSource, siteSource.text);
  if (!siteSource)
    missingFile(reading, "site.yaml", "the site's name, address and day");
  const nouns = readNouns(reading, known);
  const tables = readTables(reading, known);
  const explainers: Explainer[] = [];
  for (const [path, source] of reading.files.texts) {
    if (!/^explainers\/(?:[a-z0-9-]+\/)*(?!index\.)[a-z0-9-]+\.mdx$/.test(path))
      continue;
    known.add(path);
    const explainer = readFile(reading, source, () =>
      readExplainer(reading, path, source),
    );
    if (explainer) explainers.push(explainer);
  }
  known.add(LEDGER_FILE);
  const ledger = readLedger(reading);
  known.add(PINS_FILE);
  const pins = readPins(reading, ledger);
  reportStrays(reading, known);
  // Without a site nothing is built, and rules that look at it need a whole record.
  const unread = {} as Site;
  return {
    ...nouns,
    site: siteValue ?? unread,
    tables,
    explainers,
    ledger,
    pins,
  };
}
