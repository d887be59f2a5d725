import { setsState } from "../claim.ts";
import { compareDates, surelyBefore } from "../partial-date.ts";
import type { Finding, Rule } from "../rule.ts";

/**
 * Of a term's leading claims that set its state, one holds on any day: an authored `valid_to` may not
 * run past the beginning of the next, and beginnings follow the order of the versions.
 */
export const leadingOverlap: Rule = (record) => {
  const findings: Finding[] = [];
  for (const claims of record.leading.values()) {
    const setting = claims.filter(setsState);
    for (const [index, claim] of setting.entries()) {
      const next = setting[index + 1];
      if (!next || next.version === claim.version) continue;
      if (surelyBefore(next.valid_from, claim.valid_from)) {
        findings.push({
          on: next,
          path: ["valid_from"],
          message: `Unexpected start ${next.valid_from} before that of the earlier version (${claim.valid_from}), expected version order`,
          see: {
            on: claim,
            path: ["valid_from"],
            note: `\`${claim.id}\` begins here`,
          },
        });
      } else if (
        claim.valid_to &&
        compareDates(claim.valid_to, next.valid_from) > 0
      ) {
        findings.push({
          on: claim,
          path: ["valid_to"],
          message: `Unexpected end ${claim.valid_to} after \`${next.id}\` begins (${next.valid_from}), expected no overlap`,
          hint: `valid_to: "${next.valid_from}", or \`effect: restates\` on the later one if it sets nothing new`,
          see: {
            on: next,
            path: ["valid_from"],
            note: "the next leading claim begins here",
          },
        });
      }
    }
  }
  return findings;
};
