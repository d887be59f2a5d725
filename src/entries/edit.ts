import { isCollection, isMap, isScalar, isSeq } from "yaml";
import type { Node } from "yaml";
import { sourceText } from "../model/place.ts";
import type { SourceText } from "../model/place.ts";
import { parseYaml } from "../model/yaml-file.ts";

/** Text put into a file at an offset, all else left byte for byte; a file that is not there begins empty. */
export interface Edit {
  path: string;
  at: number;
  text: string;
  /** How many characters give way: only ever the two of an empty list. */
  over?: number;
}

/** A key and what stands after its colon: one line, or the lines of a list. */
export type Field = readonly [key: string, value: string | string[]];

/** An entry of a list as lines without indentation, and comments on keys that it may still have. */
export function entryLines(
  fields: readonly Field[],
  comments: readonly string[],
): string[] {
  const lines = fields.flatMap(([key, value]) =>
    typeof value === "string"
      ? [`${key}: ${value}`]
      : [`${key}:`, ...value.map((item) => `  - ${item}`)],
  );
  return [...lines, ...comments.map((comment) => `# ${comment}`)].map(
    (line, index) => `${index === 0 ? "- " : "  "}${line}`,
  );
}

function newlineOf(text: string): string {
  return text.includes("\r\n") ? "\r\n" : "\n";
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf("\n", from);
  return end === -1 ? text.length : end + 1;
}

/** The offset after the last character that a node's values take. */
function lastOffset(node: Node): number {
  const items = isCollection(node) && !node.flow ? node.items : [];
  const last = items.at(-1);
  if (last === undefined) return node.range![1];
  const inner = (
    isMap(node)
      ? ((last as { value: Node | null }).value ?? (last as { key: Node }).key)
      : last
  ) as Node;
  return lastOffset(inner);
}

/** The offset of the line after an entry: past a comment at its end, and comments on lines of its own. */
function offsetAfter(text: string, node: Node, indent: string): number {
  const last = lastOffset(node);
  let at = text[last - 1] === "\n" ? last : lineEnd(text, last);
  for (;;) {
    const line = text.slice(at, lineEnd(text, at));
    if (!line.startsWith(`${indent} `) || !/^\s*#/.test(line)) return at;
    at += line.length;
  }
}

/** What an entry that is there says, for the choice of a place beside it. */
export interface Neighbour {
  [key: string]: unknown;
}

/**
 * Puts an entry into a file that holds a list. `goesAfter` gives the index of the entry before it, -1 for none.
 * `header` begins a file that is not there yet. The file must be one that the record was read from.
 */
export function insertEntry(
  path: string,
  source: SourceText | undefined,
  lines: readonly string[],
  goesAfter: (entries: Neighbour[]) => number,
  header: string,
): Edit {
  const text = source?.text ?? "";
  const newline = newlineOf(text);
  const root = source && parseYaml(source, text, [])?.root();
  const items = isSeq(root) ? (root.items as Node[]) : [];
  const block = (indent: string) =>
    lines.map((line) => `${indent}${line}${newline}`).join("");
  const closed = text === "" || text.endsWith("\n") ? "" : newline;
  if (!isSeq(root) || items.length === 0) {
    if (isSeq(root)) {
      const [at, end] = root.range!;
      const own = block("").slice(0, -newline.length);
      return { path, at, text: own, over: end - at };
    }
    const begin = source ? closed : `# ${header}${newline}`;
    return { path, at: text.length, text: begin + block("") };
  }
  const startOf = (item: Node) =>
    text.lastIndexOf("\n", item.range![0] - 1) + 1;
  const start = startOf(items[0]!);
  const indent = /^[ ]*/.exec(text.slice(start))![0];
  const entries = root.toJSON() as Neighbour[];
  const before = items[goesAfter(entries)];
  if (!before) return { path, at: start, text: block(indent) };
  const at = offsetAfter(text, before, indent);
  const open = at === text.length ? closed : "";
  return { path, at, text: open + block(indent) };
}

/** Puts a value at the end of the list that stands at `keys` in a file, in the list's own form. */
export function insertValue(
  path: string,
  source: SourceText,
  keys: readonly (string | number)[],
  value: string,
): Edit {
  let node = parseYaml(source, source.text, [])?.root() as Node | undefined;
  for (const key of keys) {
    if (!isCollection(node)) break;
    node = (isMap(node)
      ? node.items.find((pair) => isScalar(pair.key) && pair.key.value === key)
          ?.value
      : node.items[Number(key)]) as unknown as Node | undefined;
  }
  if (!isSeq(node)) throw new Error(`no list at ${keys.join(".")} in ${path}`);
  const last = node.items.at(-1) as Node | undefined;
  if (!last) return { path, at: node.range![0] + 1, text: value };
  if (node.flow) return { path, at: last.range![1], text: `, ${value}` };
  const { text } = source;
  const from = text.lastIndexOf("\n", last.range![0] - 1) + 1;
  const dash = /^\s*-\s+/.exec(text.slice(from))![0];
  const at = lineEnd(text, last.range![1]);
  const line = `${dash}${value}${newlineOf(text)}`;
  return {
    path,
    at,
    text: text[at - 1] === "\n" ? line : newlineOf(text) + line,
  };
}

/** The files as they would be. Changes nothing. */
export function applyEdits(
  texts: ReadonlyMap<string, SourceText>,
  root: string,
  edits: readonly Edit[],
): Map<string, SourceText> {
  const next = new Map(texts);
  for (const { path, at, text, over = 0 } of edits) {
    const old = next.get(path)?.text ?? "";
    const fresh = old.slice(0, at) + text + old.slice(at + over);
    next.set(path, sourceText(`${root}/${path}`, fresh));
  }
  return next;
}
