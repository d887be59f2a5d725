import { precisionOf } from "../partial-date.ts";
import type { Finding, Rule } from "../rule.ts";
import { isWebAddress } from "../web-address.ts";
import type { Verification } from "../verification.ts";

type Key = "to" | "copy" | "found" | "missing";

/** What an entry must have to be in a state. */
const NEEDS: { [state in Verification["state"]]?: Key } = {
  "passage-found": "found",
  "page-changed": "missing",
  "only-in-archive": "copy",
  moved: "to",
};

/** A visit says what it found and on which day. Wrong: `state: moved` without `to`; `checked: "2026"`. */
export const verificationState: Rule = (record) => {
  const findings: Finding[] = [];
  for (const entry of record.verifications) {
    const add = (path: string, message: string) =>
      findings.push({ on: entry, path: [path], message });
    for (const key of ["checked", "last_found"] as const) {
      const date = entry[key];
      if (date !== undefined && precisionOf(date) !== "day")
        add(key, `Unexpected date \`${date}\`, expected the day of a visit`);
    }
    for (const key of ["to", "copy"] as const) {
      const address = entry[key];
      if (address !== undefined && !isWebAddress(address))
        add(
          key,
          `Unexpected address \`${address.slice(0, 80)}\`, expected one that begins with https://`,
        );
    }
    const key = NEEDS[entry.state];
    if (key && (entry[key] ?? []).length === 0)
      add(
        "state",
        `Unexpected state \`${entry.state}\` without \`${key}\`, expected what the visit found`,
      );
    if (entry.state === "passage-found" && entry.missing?.length)
      add(
        "missing",
        "Unexpected `missing` beside `passage-found`, expected every passage among `found`",
      );
  }
  return findings;
};
