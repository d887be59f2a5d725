import type { Place } from "./place.ts";

/** Something an editor must fix. Warnings are printed but do not stop a build. */
export interface Problem {
  rule: string;
  severity: "error" | "warning";
  /** "Unexpected X, expected Y", the author's own value in backticks. */
  message: string;
  place: Place;
  /** The fix, in the file's own syntax. */
  hint?: string | undefined;
  see?: { place: Place; note: string } | undefined;
}

const WIDTH = 160;

/** What would change how a terminal shows the rest of a report. */
const COMMANDS =
  /[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/g;

function shortened(
  line: string,
  column: number,
): { line: string; column: number } {
  if (line.length <= WIDTH) return { line, column };
  const start = Math.max(0, Math.min(column - 40, line.length - WIDTH));
  const before = start > 0 ? "…" : "";
  const after = start + WIDTH < line.length ? "…" : "";
  return {
    line: `${before}${line.slice(start, start + WIDTH)}${after}`,
    column: column - start + before.length,
  };
}

function formatExcerpt(place: Place): string[] {
  if (place.length === 0) return [];
  const number = `  ${place.line} | `;
  const { line, column } = shortened(
    place.excerpt.replaceAll("\t", " "),
    place.column,
  );
  const carets = "^".repeat(
    Math.max(1, Math.min(place.length, line.length - column + 1)),
  );
  return [
    `${number}${line}`.trimEnd(),
    `${" ".repeat(number.length - 2)}| ${" ".repeat(column - 1)}${carets}`,
  ];
}

function formatHead({ place, severity, message, rule }: Problem): string {
  const warning = severity === "warning" ? "Warning: " : "";
  return `${place.file}:${place.line}:${place.column} ${warning}${message.replace(/\s/g, " ")} [${rule}]`;
}

function formatProblem(problem: Problem): string {
  const { place, see } = problem;
  const lines = [formatHead(problem), ...formatExcerpt(place)];
  if (problem.hint) lines.push(`  hint: ${problem.hint}`);
  if (see) {
    lines.push(
      `  see: ${see.place.file}:${see.place.line}:${see.place.column} ${see.note}`,
    );
  }
  return lines.join("\n");
}

function comparePlaces(a: Place, b: Place): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return a.line - b.line || a.column - b.column;
}

export function count(n: number, noun: string, plural = `${noun}s`): string {
  return `${n} ${n === 1 ? noun : plural}`;
}

/** True when at least one problem must stop the build. */
export function isBroken(problems: Problem[]): boolean {
  return problems.some((problem) => problem.severity === "error");
}

/** Problems in order of file and line. */
export function sortProblems(problems: readonly Problem[]): Problem[] {
  return [...problems].sort(
    (a, b) =>
      comparePlaces(a.place, b.place) || (a.message < b.message ? -1 : 1),
  );
}

/** The first problems of those given, a line each, and how many more there are: for where there is little room. */
export function formatFirst(
  problems: readonly Problem[],
  most: number,
): string {
  const more = problems.length - most;
  return [
    ...problems.slice(0, most).map(formatHead),
    ...(more > 0 ? [`… and ${count(more, "more problem")}.`] : []),
  ]
    .join("\n")
    .replace(COMMANDS, "\uFFFD");
}

/** Every problem, in order of file and line, then one line that counts them and says what that means. */
export function formatProblems(
  problems: readonly Problem[],
  outcome: string,
): string {
  const sorted = sortProblems(problems);
  const errors = sorted.filter((problem) => problem.severity === "error");
  const warnings = sorted.length - errors.length;
  const files = new Set(errors.map((problem) => problem.place.file)).size;
  const parts = [];
  if (errors.length > 0) {
    parts.push(
      `${count(errors.length, "problem")} in ${count(files, "file")}. ${outcome}`,
    );
  }
  if (warnings > 0) parts.push(`${count(warnings, "warning")}.`);
  return [...sorted.map(formatProblem), parts.join(" ")]
    .join("\n")
    .replace(COMMANDS, "\uFFFD");
}
