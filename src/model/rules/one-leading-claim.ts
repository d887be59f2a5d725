import type { Claim } from "../claim.ts";
import type { Finding, Rule } from "../rule.ts";

/** A (term, version) pair has one cell, so at most one claim names both. */
export const oneLeadingClaim: Rule = (record) => {
  const findings: Finding[] = [];
  for (const claims of record.leading.values()) {
    const first = new Map<string, Claim>();
    for (const claim of claims) {
      const earlier = first.get(claim.version!);
      if (!earlier) first.set(claim.version!, claim);
      else {
        findings.push({
          on: claim,
          path: ["version"],
          message: `Unexpected second leading claim for \`${claim.term}\` in \`${claim.version}\`, expected one`,
          hint: "remove `version:` from the one that only supports or disputes",
          see: { on: earlier, path: ["version"], note: "the first is here" },
        });
      }
    }
  }
  return findings;
};
