import { isCollection, isMap, isSeq } from "yaml";
import type { Node } from "yaml";
import type { z } from "zod";
import { describeIssue } from "./describe-issue.ts";
import { didYouMean } from "./did-you-mean.ts";
import { explainerHead, isParseMessage, parseExplainer } from "./explainer.ts";
import type { Explainer } from "./explainer.ts";
import type { ContentFiles } from "./load.ts";
import type { Locations } from "./locations.ts";
import { NOUNS } from "./nouns.ts";
import type { Nouns } from "./nouns.ts";
import { placeAt, placeOfFile, sourceText } from "./place.ts";
import type { SourceText } from "./place.ts";
import type { Problem } from "./problem.ts";
import type { Authored } from "./record.ts";
import { keysAt } from "./schema-keys.ts";
import { site } from "./site.ts";
import type { Site } from "./site.ts";
import { tableSpec } from "./table-spec.ts";
import type { TableSpec } from "./table-spec.ts";
import { locateYaml, parseYaml } from "./yaml-file.ts";

interface Reading {
  files: ContentFiles;
  locations: Locations;
  problems: Problem[];
}

/** Checks one authored entry against its schema; undefined, with problems, when it does not fit. */
function readEntry<T extends object>(
  reading: Reading,
  schema: z.ZodType<T>,
  source: SourceText,
  node: Node | null,
  value: unknown,
): T | undefined {
  const result = schema.safeParse(value, { reportInput: true });
  if (result.success) {
    reading.locations.remember(result.data, { source, node });
    return result.data;
  }
  for (const issue of result.error.issues) {
    for (const found of describeIssue(
      issue,
      keysAt(schema, issue.path, value),
    )) {
      reading.problems.push({
        rule: found.rule,
        severity: "error",
        message: found.message,
        place: locateYaml(source, node, found.path, found.key),
        hint: found.hint,
      });
    }
  }
  return undefined;
}

function readList<T extends object>(
  reading: Reading,
  schema: z.ZodType<T>,
  source: SourceText,
): T[] {
  const file = parseYaml(source, reading.problems);
  if (!file || file.value === null) return [];
  if (!Array.isArray(file.value) || !isSeq(file.root)) {
    reading.problems.push({
      rule: "value-type",
      severity: "error",
      message: "Unexpected content, expected a list of entries",
      place: locateYaml(source, file.root, []),
      hint: "begin each entry with `- id:`",
    });
    return [];
  }
  const nodes = file.root.items as Node[];
  return file.value.flatMap(
    (value, index) =>
      readEntry(reading, schema, source, nodes[index] ?? null, value) ?? [],
  );
}

function readOne<T extends object>(
  reading: Reading,
  schema: z.ZodType<T>,
  source: SourceText,
): T | undefined {
  const file = parseYaml(source, reading.problems);
  if (!file) return undefined;
  const node = isCollection(file.root) && isMap(file.root) ? file.root : null;
  return readEntry(reading, schema, source, node, file.value ?? {});
}

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
      readList<object>(reading, schema as z.ZodType<object>, source),
    );
  }
  return nouns as Nouns;
}

function missingFile(reading: Reading, path: string, holds: string): void {
  reading.problems.push({
    rule: "missing-file",
    severity: "error",
    message: `Unexpected absence of ${path}, expected ${holds}`,
    place: placeOfFile(`${reading.files.root}/${path}`),
  });
}

function readTables(reading: Reading, known: Set<string>): TableSpec[] {
  const tables: TableSpec[] = [];
  for (const [path, source] of reading.files.texts) {
    const name = /^data\/tables\/([a-z0-9-]+)\.yaml$/.exec(path)?.[1];
    if (!name) continue;
    known.add(path);
    const spec = readOne(reading, tableSpec, source);
    if (!spec) continue;
    const table = Object.assign(spec, { id: name });
    tables.push(table);
  }
  return tables;
}

function readExplainer(
  reading: Reading,
  path: string,
  source: SourceText,
): Explainer | undefined {
  const fail = (
    rule: string,
    message: string,
    place = placeOfFile(source.file),
    hint?: string,
  ) => {
    reading.problems.push({ rule, severity: "error", message, place, hint });
    return undefined;
  };
  let parsed;
  try {
    parsed = parseExplainer(source);
  } catch (error) {
    if (!isParseMessage(error)) throw error;
    const point =
      error.place && "start" in error.place ? error.place.start : error.place;
    const start = point
      ? source.lineStarts[point.line - 1]! + point.column - 1
      : 0;
    const reason = error.reason.split("\n")[0]!;
    return fail(
      "readable-mdx",
      `Unexpected MDX, expected a readable file: ${reason}`,
      placeAt(source, start, start + 1),
    );
  }
  if (!parsed.head) {
    const hint =
      "begin the file with `---`, `title: …`, `question: …`, `description: …`, `---`";
    return fail(
      "readable-mdx",
      "Unexpected file without front matter, expected one",
      placeOfFile(source.file),
      hint,
    );
  }
  for (const place of parsed.code) {
    fail(
      "readable-mdx",
      "Unexpected code, expected prose and embeds only",
      place,
      "escape a brace as `\\{`",
    );
  }
  // The front matter keeps its line numbers: everything before it is blanked, line by line.
  const before = source.text
    .slice(0, parsed.head.offset)
    .replace(/[^\n]/g, " ");
  const head = readOne(
    reading,
    explainerHead,
    sourceText(source.file, before + parsed.head.text),
  );
  if (!head) return undefined;
  const id = path.slice("explainers/".length, -".mdx".length);
  const explainer: Explainer = {
    ...head,
    id,
    embeds: parsed.embeds.map((found) => found.embed),
    prose: parsed.prose.map((found) => found.prose),
    words: parsed.words,
  };
  for (const { embed, place, attributes } of parsed.embeds)
    reading.locations.remember(embed, { place, attributes });
  for (const { prose, place } of parsed.prose)
    reading.locations.remember(prose, { place, attributes: new Map() });
  const title = placeAt(source, parsed.head.offset, parsed.head.offset + 1);
  reading.locations.remember(explainer, {
    place: title,
    attributes: new Map(),
  });
  return explainer;
}

function reportStrays(reading: Reading, known: Set<string>): void {
  for (const [path, source] of reading.files.texts) {
    if (known.has(path)) continue;
    const near = didYouMean(path, known);
    reading.problems.push({
      rule: "unknown-file",
      severity: "error",
      message: `Unexpected file ${path}, expected only files of the record`,
      place: placeOfFile(source.file),
      hint: near ? `did you mean \`${near}\`?` : undefined,
    });
  }
}

/** Turns content files into the authored values of the record; whatever does not fit becomes a problem. */
export function readNounsFrom(reading: Reading): Authored | undefined {
  const known = new Set(["site.yaml"]);
  const siteSource = reading.files.texts.get("site.yaml");
  const siteValue: Site | undefined =
    siteSource && readOne(reading, site, siteSource);
  if (!siteSource)
    missingFile(reading, "site.yaml", "the site's name, address and day");
  const nouns = readNouns(reading, known);
  const tables = readTables(reading, known);
  const explainers: Explainer[] = [];
  for (const [path, source] of reading.files.texts) {
    if (!path.startsWith("explainers/") || !path.endsWith(".mdx")) continue;
    known.add(path);
    const explainer = readExplainer(reading, path, source);
    if (explainer) explainers.push(explainer);
  }
  reportStrays(reading, known);
  return siteValue && { ...nouns, site: siteValue, tables, explainers };
}
