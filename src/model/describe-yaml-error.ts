import type { Document } from "yaml";
import { placeAt } from "./place.ts";
import type { SourceText } from "./place.ts";
import type { Problem } from "./problem.ts";
import { causeOfYamlError } from "./yaml-error-cause.ts";
import type { Cause, YamlError } from "./yaml-error-cause.ts";

const SPECIAL = "put text that begins with a special character in quotes";

const LATER = "the rest of the file is read once this is mended";

const HINTS: { [code: string]: string } = {
  MISSING_CHAR: "check the quotes and brackets on this line and the one before",
  BAD_INDENT: "indent every entry of a list alike",
  BAD_SCALAR_START: SPECIAL,
  BLOCK_AS_IMPLICIT_KEY:
    'put text that contains `: ` in quotes, e.g. value: "a: b"',
  UNEXPECTED_TOKEN: SPECIAL,
  MULTILINE_IMPLICIT_KEY:
    "a `:` or the blank after it may be missing, or a quote is not closed",
  MULTIPLE_DOCS: "remove the line `---`",
  TAG_RESOLVE_FAILED: "put text that begins with `!` in quotes",
};

/** Errors that leave the rest of the file as it is read; after any other, what follows is a guess. */
const ALONE = new Set([
  "DUPLICATE_KEY",
  "TAG_RESOLVE_FAILED",
  "BAD_SCALAR_START",
  "BLOCK_AS_IMPLICIT_KEY",
]);

/** Reasons that the parser puts in words for programmers. */
const REASONS: { [code: string]: string } = {
  MULTIPLE_DOCS: "a second document begins here",
  BLOCK_AS_IMPLICIT_KEY: "a second `: ` in one line",
};

/** Turns an error of the YAML parser into a problem at the place where an editor has to mend it. */
function describeYamlError(
  source: SourceText,
  error: YamlError,
  cause: Cause | undefined,
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

/** Where the entry ends in which something stands: at the next line that begins with a `-`. */
function endOfEntry({ text }: SourceText, at: number): number {
  const next = text.indexOf("\n-", at);
  return next === -1 ? text.length : next;
}

/**
 * The problems of a file that is no YAML, each at the place where an editor has to mend it: up to the first error from
 * which the parser cannot find its way back, since every later one may only follow from it.
 */
export function describeYamlErrors(
  source: SourceText,
  document: Document,
): Problem[] {
  const errors = [...document.errors, ...document.warnings].sort(
    (a, b) => a.pos[0] - b.pos[0],
  );
  const problems: Problem[] = [];
  let lastLine = 0;
  let merged = 0;
  for (const [index, error] of errors.entries()) {
    const [at] = error.pos;
    const { line } = placeAt(source, ...error.pos);
    const repeats = error.code === "DUPLICATE_KEY";
    // What the parser meets next on that line follows from the first; so do other keys of two entries made one.
    if (line === lastLine || (repeats && at < merged)) continue;
    lastLine = line;
    if (repeats && /^id\s*:/.test(source.text.slice(at, at + 10)))
      merged = endOfEntry(source, at);
    const cause = causeOfYamlError(source, error, document);
    const problem = describeYamlError(source, error, cause);
    problems.push(problem);
    if (ALONE.has(error.code) && !cause) continue;
    const later = errors
      .slice(index + 1)
      .some(({ pos }) => placeAt(source, ...pos).line > line);
    if (later) problem.hint = [problem.hint, LATER].filter(Boolean).join("; ");
    break;
  }
  return problems;
}
