import {
  isAlias,
  isCollection,
  isMap,
  isPair,
  isScalar,
  parseDocument,
} from "yaml";
import type { Document, Node, ParsedNode } from "yaml";
import { describeYamlErrors } from "./describe-yaml-error.ts";
import { placeAt } from "./place.ts";
import type { Place, SourceText } from "./place.ts";
import type { Problem } from "./problem.ts";
import { readPlainYaml } from "./read-plain-yaml.ts";

export type Path = (string | number)[];

export const MAX_DEPTH = 12;

/** A parsed YAML file: its plain value and the place of any path in it. */
export interface YamlFile {
  source: SourceText;
  value: unknown;
  /** The parsed nodes, for places; where all is well nobody asks, and the file is never parsed in full. */
  root: () => Node | null;
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

/** Reports what is not plain YAML, once a line. */
function reportNotPlain(
  source: SourceText,
  node: Node,
  what: string,
  problems: Problem[],
): void {
  const anchor =
    "anchor" in node && node.anchor ? String(node.anchor) : undefined;
  const [start, end] = node.range ?? [0, 1];
  const place =
    anchor === undefined
      ? placeAt(source, start, end)
      : placeAt(
          source,
          source.text.lastIndexOf(`&${anchor}`, start),
          start - 1,
        );
  if (problems.at(-1)?.place.line === place.line) return;
  problems.push({
    rule: "plain-yaml",
    severity: "error",
    message: `Unexpected ${what}, expected plain text`,
    place,
    hint: "write the value out; anchors and aliases are not used in the record",
  });
}

function checkShape(
  source: SourceText,
  node: Node | null,
  depth: number,
  problems: Problem[],
): void {
  if (!node) return;
  if (isAlias(node)) {
    reportNotPlain(source, node, `alias \`*${node.source}\``, problems);
    return;
  }
  if ("anchor" in node && node.anchor)
    reportNotPlain(
      source,
      node,
      `anchor \`&${String(node.anchor)}\``,
      problems,
    );
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
    if (!isPair(item)) checkShape(source, item as Node, depth + 1, problems);
    else {
      const { key, value } = item as { key: Node; value: Node | null };
      if (isCollection(key))
        reportNotPlain(source, key, "list or mapping as a key", problems);
      else checkShape(source, key, depth + 1, problems);
      checkShape(source, value, depth + 1, problems);
    }
  }
}

function parseFully(text: string): Document.Parsed<ParsedNode> {
  return parseDocument(text, {
    prettyErrors: false,
    uniqueKeys: true,
    version: "1.2",
    schema: "core",
  });
}

/**
 * Parses YAML (1.2, no aliases, no tags) and reports all that is wrong with its form. `text` is the file's
 * own, or as long with all but its YAML blanked, so that places are those of the file.
 */
export function parseYaml(
  source: SourceText,
  text: string,
  problems: Problem[],
): YamlFile | undefined {
  const plain = readPlainYaml(text);
  if (plain) {
    let root: Node | null | undefined;
    return {
      source,
      value: plain.value,
      root: () => (root ??= parseFully(text).contents),
    };
  }
  const conflict = /^(?:<{7}|>{7}) .*$/m.exec(text);
  if (conflict) {
    // Everything after it would be a problem too, and none the editor's own.
    const { index, 0: mark } = conflict;
    problems.push({
      rule: "readable-yaml",
      severity: "error",
      message: `Unexpected mark of a merge \`${mark.slice(0, 60)}\`, expected a file without conflicts`,
      place: placeAt(source, index, index + mark.length),
      hint: "keep one of the two sides, and remove the lines that mark them",
    });
    return undefined;
  }
  const document = parseFully(text);
  const found = describeYamlErrors(source, document);
  if (found.length === 0) checkShape(source, document.contents, 1, found);
  problems.push(...found);
  if (found.length > 0) return undefined;
  return { source, value: document.toJS(), root: () => document.contents };
}
