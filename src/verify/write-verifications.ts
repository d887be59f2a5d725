import type { Verification } from "../model/verification.ts";

/** JSON is YAML on one line, and every list here is short. */
const write = (value: string | string[]): string =>
  typeof value === "string"
    ? JSON.stringify(value)
    : `[${value.map(write).join(", ")}]`;

function writeEntry({ id, checked, state, ...rest }: Verification): string {
  const { to, copy, found, missing, last_found, note } = rest;
  const others = Object.entries({ to, copy, found, missing, last_found, note })
    .filter(([, value]) => value !== undefined && value.length > 0)
    .map(([key, value]) => `  ${key}: ${write(value!)}\n`);
  return `- id: ${id}\n  checked: "${checked}"\n  state: ${state}\n${others.join("")}`;
}

/**
 * The file that holds the entries, in the order of their ids so that a new visit changes only its own lines.
 * The comment that began the earlier file stays; all else is written anew.
 */
export function writeVerifications(
  earlier: string,
  entries: Iterable<Verification>,
): string {
  const header = /^(?:(?:#.*)?\r?\n)*/.exec(earlier)![0];
  const sorted = [...entries].sort((a, b) => (a.id < b.id ? -1 : 1));
  const body = sorted.map(writeEntry).join("");
  return header + (body === "" ? "[]\n" : body);
}
