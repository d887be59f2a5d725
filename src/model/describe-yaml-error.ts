import { isCollection, isPair, isScalar } from "yaml";
import type { Document, Node } from "yaml";
import { placeAt } from "./place.ts";
import type { SourceText } from "./place.ts";
import type { Problem } from "./problem.ts";

type YamlError = Document["errors"][number];

/** Where an editor has to look, and what for. */
interface Cause {
  start: number;
  reason: string;
  hint: string;
}

const TAB = "indent with two spaces, not with a tab";
const INDENT = "indent every key of an entry alike, two spaces under `- id:`";
const SPECIAL = "put text that begins with a special character in quotes";

const HINTS: { [code: string]: string } = {
  TAB_AS_INDENT: TAB,
  MISSING_CHAR: "check the quotes and brackets on this line and the one before",
  BAD_INDENT: INDENT,
  BAD_SCALAR_START: SPECIAL,
  BLOCK_AS_IMPLICIT_KEY:
    'put text that contains `: ` in quotes, e.g. value: "a: b"',
  UNEXPECTED_TOKEN: SPECIAL,
  MULTILINE_IMPLICIT_KEY:
    "a `:` or the blank after it may be missing, or a quote is not closed",
  MULTIPLE_DOCS: "remove the line `---`",
  TAG_RESOLVE_FAILED: "put text that begins with `!` in quotes",
};

/** Reasons that the parser puts in words for programmers. */
const REASONS: { [code: string]: string } = {
  MULTIPLE_DOCS: "a second document begins here",
  BLOCK_AS_IMPLICIT_KEY: "a second `: ` in one line",
};

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

/** A tab in the indent, or a key that is indented unlike the one above. */
function causeInIndent(
  source: SourceText,
  error: YamlError,
): Cause | undefined {
  const [at] = error.pos;
  const lineStart = source.text.lastIndexOf("\n", at - 1) + 1;
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

/** Turns an error of the YAML parser into a problem at the place where an editor has to mend it. */
export function describeYamlError(
  source: SourceText,
  error: YamlError,
  document: Document,
): Problem {
  const [start, end] = error.pos;
  if (error.code === "DUPLICATE_KEY") {
    const key = /^[^\s:]+/.exec(source.text.slice(start))?.[0] ?? "";
    return {
      rule: "duplicate-key",
      severity: "error",
      message: `Unexpected second key \`${key}\`, expected each key once`,
      place: placeAt(source, start, start + Math.max(1, key.length)),
      hint: "remove one of the two, or start a new entry with `- id:`",
    };
  }
  const cause =
    causeInSigns(source, error, document) ?? causeInIndent(source, error);
  const reason =
    cause?.reason ?? REASONS[error.code] ?? error.message.split("\n")[0]!;
  return {
    rule: "readable-yaml",
    severity: "error",
    message: `Unexpected YAML, expected a readable file: ${reason}`,
    place: cause
      ? placeAt(source, cause.start, cause.start + 1)
      : placeAt(source, start, Math.max(end, start + 1)),
    hint: cause?.hint ?? HINTS[error.code],
  };
}
