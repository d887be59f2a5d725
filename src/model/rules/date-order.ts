import { surelyBefore } from "../partial-date.ts";
import type { Finding, Rule } from "../rule.ts";

/** Nothing ends before it begins. Wrong: `valid_from: "2025-10-28"` with `valid_to: "2025-10-27"`. */
export const dateOrder: Rule = (record) => {
  const findings: Finding[] = [];
  const check = (
    on: { id: string },
    start: string,
    end: string | undefined,
    keys: [string, string],
  ) => {
    if (end === undefined || !surelyBefore(end, start)) return;
    findings.push({
      on,
      path: [keys[1]],
      message: `Unexpected ${keys[1]} \`${end}\` before ${keys[0]} \`${start}\`, expected a later date`,
      see: { on, path: [keys[0]], note: `${keys[0]} is here` },
    });
  };
  for (const claim of record.claims) {
    check(claim, claim.valid_from, claim.valid_to, ["valid_from", "valid_to"]);
    check(claim, claim.valid_from, claim.review_by, [
      "valid_from",
      "review_by",
    ]);
  }
  for (const offering of record.offerings)
    check(offering, offering.since, offering.until, ["since", "until"]);
  return findings;
};
