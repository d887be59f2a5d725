import {
  isAlias,
  isCollection,
  isMap,
  isPair,
  isScalar,
  LineCounter,
  parseDocument,
} from "yaml";
import type { Document, Node, ParsedNode } from "yaml";
import { placeAt } from "./place.ts";
import type { Place, SourceText } from "./place.ts";
import type { Problem } from "./problem.ts";

export type Path = (string | number)[];

export const MAX_DEPTH = 12;

/** A parsed YAML file: its plain value and the place of any path in it. */
export interface YamlFile {
  source: SourceText;
  value: unknown;
  root: Node | null;
}

function nodePlace(source: SourceText, node: Node | null): Place {
  const [start, end] = node?.range ?? [0, 1];
  return placeAt(source, start, end);
}

/**
 * The place of the value at `path` below `root`, or of its key; where the path ends early (a key that
 * is missing), the first key of the innermost mapping that exists.
 */
export function locateYaml(
  source: SourceText,
  root: Node | null,
  path: Path,
  key = false,
): Place {
  let node = root;
  for (const [depth, step] of path.entries()) {
    if (!isCollection(node)) break;
    if (isMap(node)) {
      const pair = node.items.find(
        (item) => isScalar(item.key) && String(item.key.value) === String(step),
      );
      if (!pair) break;
      if (key && depth === path.length - 1)
        return nodePlace(source, pair.key as Node);
      node = (pair.value as Node | null) ?? (pair.key as Node);
    } else {
      node = (node.items[Number(step)] as Node | undefined) ?? node;
    }
  }
  if (isMap(node) && node.items[0])
    return nodePlace(source, node.items[0].key as Node);
  return nodePlace(source, node);
}

function checkShape(
  source: SourceText,
  node: Node | null,
  depth: number,
  problems: Problem[],
): void {
  if (isAlias(node)) {
    problems.push({
      rule: "plain-yaml",
      severity: "error",
      message: `Unexpected alias \`*${node.source}\`, expected the value itself`,
      place: nodePlace(source, node),
      hint: "write the value out; anchors and aliases are not used in the record",
    });
    return;
  }
  if (!isCollection(node)) return;
  if (depth > MAX_DEPTH) {
    problems.push({
      rule: "file-limits",
      severity: "error",
      message: `Unexpected nesting deeper than ${MAX_DEPTH} levels, expected a flat list of entries`,
      place: nodePlace(source, node),
    });
    return;
  }
  for (const item of node.items) {
    const child = isPair(item) ? (item.value as Node | null) : (item as Node);
    checkShape(source, child, depth + 1, problems);
  }
}

function yamlProblem(
  source: SourceText,
  error: Document["errors"][number],
): Problem {
  const [start, end] = error.pos;
  const place = placeAt(source, start, Math.max(end, start + 1));
  const reason = error.message
    .split("\n")[0]!
    .replace(/ at line \d+, column \d+:?$/, "");
  if (error.code === "DUPLICATE_KEY") {
    const key = /^[^\s:]+/.exec(source.text.slice(start))?.[0] ?? "";
    return {
      rule: "duplicate-key",
      severity: "error",
      message: `Unexpected second key \`${key}\`, expected each key once`,
      place: { ...place, length: Math.max(1, key.length) },
      hint: "remove one of the two, or start a new entry with `- id:`",
    };
  }
  return {
    rule: "readable-yaml",
    severity: "error",
    message: `Unexpected YAML, expected a readable file: ${reason}`,
    place,
    hint: YAML_HINTS[error.code],
  };
}

const YAML_HINTS: { [code: string]: string } = {
  TAB_AS_INDENT: "indent with two spaces, not with a tab",
  MISSING_CHAR: "check the quotes and brackets on this line and the one before",
  BAD_INDENT: "indent every key of an entry alike, two spaces under `- id:`",
  BLOCK_AS_IMPLICIT_KEY:
    'put text that contains `: ` in quotes, e.g. value: "a: b"',
  UNEXPECTED_TOKEN: "put text that begins with a special character in quotes",
  MULTILINE_IMPLICIT_KEY: "a `:` may be missing, or a quote is not closed",
};

/** Parses one YAML file (1.2, no aliases, no tags) and reports all that is wrong with its form. */
export function parseYaml(
  source: SourceText,
  problems: Problem[],
): YamlFile | undefined {
  const lineCounter = new LineCounter();
  const document: Document.Parsed<ParsedNode> = parseDocument(source.text, {
    lineCounter,
    prettyErrors: false,
    uniqueKeys: true,
    version: "1.2",
    schema: "core",
  });
  const found = [...document.errors, ...document.warnings].map((error) =>
    yamlProblem(source, error),
  );
  if (found.length === 0) checkShape(source, document.contents, 1, found);
  problems.push(...found);
  if (found.length > 0) return undefined;
  return { source, value: document.toJS(), root: document.contents };
}
