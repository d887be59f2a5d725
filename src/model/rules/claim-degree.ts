import type { Rule } from "../rule.ts";

const SETS = new Set([undefined, "ends", "not-disclosed"]);

/**
 * A degree of exclusivity belongs to the claim that sets a term, so that a term has one degree on any day.
 * Wrong: `effect: restates` together with `degree: open`.
 */
export const claimDegree: Rule = (record) =>
  record.claims
    .filter((claim) => claim.degree)
    .filter(
      ({ term, version, effect }) => !(term && version && SETS.has(effect)),
    )
    .map((claim) => ({
      on: claim,
      path: ["degree"],
      message: `Unexpected degree \`${claim.degree}\`, expected it only on a claim that sets a term: with \`term\` and \`version\``,
      hint: "remove the degree; the claim that sets the term carries it",
    }));
