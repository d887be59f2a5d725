import type { AgreementRecord } from "../model/record.ts";
import type { Explanation, Part, PlaceOf } from "./explanation.ts";

/** More entries of one role than this are told file by file. */
const MOST = 12;

interface Placed {
  what: string;
  file: string;
  line: number;
  column: number;
}

function formatRole(role: string, placed: Placed[]): string[] {
  if (placed.length <= MOST)
    return placed.map(
      ({ what, file, line, column }) =>
        `  ${file}:${line}:${column}  ${what} (${role})`,
    );
  const files = [...new Set(placed.map(({ file }) => file))].sort();
  return files.map((file) => {
    const own = placed.filter((one) => one.file === file);
    const lines = [...new Set(own.map(({ line }) => line))];
    lines.sort((a, b) => a - b);
    return `  ${file}:${lines.join(",")}  ${own.length} ${own.length === 1 ? "entry" : "entries"} (${role})`;
  });
}

function formatParts(parts: Part[], placeOf: PlaceOf): string[] {
  const roles = [...new Set(parts.map(({ role }) => role))];
  return roles.flatMap((role) =>
    formatRole(
      role,
      parts
        .filter((part) => part.role === role)
        .map(({ what, on, path }) => ({ what, ...placeOf(on, path) })),
    ),
  );
}

/** Since which edition an address is promised. */
function formatPromise(record: AgreementRecord, address: string): string {
  const [path, id] = address.split(/#(.*)/);
  const page = record.ledger?.pages.find((one) => one.page === path);
  const ids = Object.values(page?.ids ?? {}).flat();
  if (!page || (id !== undefined && !ids.includes(id)))
    return "not yet promised: no accepted edition holds it";
  const since = (id === undefined ? undefined : page.later?.[id]) ?? page.since;
  return `permanent since edition ${since}`;
}

/** An explanation for the terminal; each entry as `file:line:column`, which editors open. */
export function formatExplanation(
  record: AgreementRecord,
  placeOf: PlaceOf,
  of: Explanation,
): string {
  const { address, about, words, parts, rule, appearances, drawnBy, formOf } =
    of;
  const lines = [`${address} is ${about}.`];
  if (words) lines.push(`  ${words}`);
  if (rule) {
    const decision = rule.decision ? `, ${rule.decision}` : "";
    lines.push("", `By the rule “${rule.name}” (${rule.file}${decision}):`);
    lines.push(`  ${rule.sentence}`);
  }
  if (parts.length > 0)
    lines.push("", "Made from:", ...formatParts(parts, placeOf));
  if (appearances.length > 0)
    lines.push(
      "",
      "Appears in:",
      ...appearances.map(({ href, label }) => `  ${href}  ${label}`),
    );
  const promise =
    formOf === undefined
      ? `; ${formatPromise(record, address)}`
      : formOf && `; ${formOf} is ${formatPromise(record, formOf)}`;
  lines.push("", `Drawn by ${drawnBy}${promise ?? ""}.`);
  return lines.join("\n");
}
