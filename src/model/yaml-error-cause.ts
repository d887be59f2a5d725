import { isCollection, isPair, isScalar } from "yaml";
import type { Document, Node } from "yaml";
import type { SourceText } from "./place.ts";

export type YamlError = Document["errors"][number];

/** Where an editor has to look, and what for. */
export interface Cause {
  start: number;
  reason: string;
  hint: string;
}

const TAB = "indent with two spaces, not with a tab";
const BLANK = 'write a blank after "-"';
const INDENT = "indent every key of an entry alike, two spaces under `- id:`";

/** Quoted texts, `[…]` and `{…}`, in the order of the file. A loop, since a broken file may nest deeply. */
function delimited(document: Document): Node[] {
  const found: Node[] = [];
  const open: unknown[] = [document.contents];
  while (open.length > 0) {
    const node = open.pop();
    if (isPair(node)) open.push(node.value, node.key);
    else if (isCollection(node)) {
      if (node.flow) found.push(node);
      for (const item of [...node.items].reverse()) open.push(item);
    } else if (isScalar(node) && node.type?.startsWith("QUOTE")) {
      found.push(node);
    }
  }
  return found;
}

/** The quote or bracket that an error further down is really about. */
function causeInSigns(
  source: SourceText,
  error: YamlError,
  document: Document,
): Cause | undefined {
  const [at] = error.pos;
  const unclosed = /end with a|Missing closing/.test(error.message);
  if (!unclosed && error.code !== "UNEXPECTED_TOKEN") return undefined;
  const node = delimited(document).find(({ range }) => {
    if (!range || range[1] > at) return false;
    const between = source.text.slice(range[1], at);
    return unclosed ? between === "" : /^[ \t]*$/.test(between);
  });
  if (!node?.range) return undefined;
  const [start, end] = node.range;
  const sign = source.text[start]!;
  if (unclosed) {
    const closing = { "[": "]", "{": "}" }[sign] ?? sign;
    const hint = `close it with \`${closing}\``;
    return { start, reason: `\`${sign}\` is never closed`, hint };
  }
  if (!isScalar(node)) return undefined;
  if (source.text.slice(start, end).includes("\n")) {
    const hint = `close it with \`${sign}\` on its own line`;
    return { start, reason: "quoted text that runs into later lines", hint };
  }
  const hint = `write a quote inside the text as \`${sign === '"' ? '\\"' : "''"}\``;
  return { start: at, reason: "text after a closing quote", hint };
}

/** What stands in column 1, where only a `-` may begin an entry. */
function causeInColumnOne(line: string, start: number): Cause {
  const key = /^([^\s:]+):(?:\s|$)/.exec(line)?.[1];
  if (key === "id") {
    const hint = "begin an entry with `- id:`";
    return { start, reason: "an entry without its `-`", hint };
  }
  return key === undefined
    ? { start, reason: "text outside the entry above", hint: INDENT }
    : { start, reason: "a key outside the entry above", hint: INDENT };
}

/** A tab in the indent, a `-` without its blank, or a key that is indented unlike the one above. */
function causeInIndent(
  source: SourceText,
  error: YamlError,
): Cause | undefined {
  const [at] = error.pos;
  const lineStart = source.text.lastIndexOf("\n", at - 1) + 1;
  const whole = source.text.slice(lineStart).split("\n", 1)[0]!;
  const dash = /^ *(?=-[a-z_]+:(?:\s|$))/.exec(whole)?.[0].length;
  if (dash !== undefined) {
    const start = lineStart + dash;
    return { start, reason: "no blank after `-`", hint: BLANK };
  }
  const outside = error.code === "UNEXPECTED_TOKEN" && at === lineStart;
  if (outside && /^[\w"']/.test(whole)) return causeInColumnOne(whole, at);
  const tab = /^ *\t/.exec(source.text.slice(lineStart, at + 1))?.[0].length;
  if (tab) {
    const start = lineStart + tab - 1;
    return { start, reason: "a tab in the indent", hint: TAB };
  }
  const reason = "a key that is not indented like the one above";
  if (/^(?:Sequence item without|All mapping items)/.test(error.message)) {
    const blanks = /^ */.exec(source.text.slice(at))![0].length;
    return { start: at + blanks, reason, hint: INDENT };
  }
  const line = source.text.slice(at).split("\n")[0]!;
  if (error.code !== "BLOCK_AS_IMPLICIT_KEY" || /:(?:\s|$)/.test(line)) {
    return undefined;
  }
  const gap = /\n\s*(?=\S)/.exec(source.text.slice(at));
  const start = gap ? at + gap.index + gap[0].length : at;
  return { start, reason, hint: INDENT };
}

/** What an error of the YAML parser is really about, where the parser says less; undefined where it says it. */
export function causeOfYamlError(
  source: SourceText,
  error: YamlError,
  document: Document,
): Cause | undefined {
  return causeInSigns(source, error, document) ?? causeInIndent(source, error);
}
