import type { Claim } from "../claim.ts";
import { surelyBefore } from "../partial-date.ts";
import type { Finding, Rule } from "../rule.ts";

function leadsBack(start: Claim, claims: ReadonlyMap<string, Claim>): boolean {
  const seen = new Set<string>();
  const open = [...(start.supersedes ?? [])];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (id === start.id) return true;
    if (seen.has(id)) continue;
    seen.add(id);
    open.push(...(claims.get(id)?.supersedes ?? []));
  }
  return false;
}

/** `supersedes` points back in time and never in a circle. */
export const supersedes: Rule = (record) => {
  const findings: Finding[] = [];
  for (const claim of record.claims) {
    for (const [index, id] of (claim.supersedes ?? []).entries()) {
      const earlier = record.byId.claims.get(id);
      if (!earlier || !surelyBefore(claim.valid_from, earlier.valid_from))
        continue;
      findings.push({
        on: claim,
        path: ["supersedes", index],
        message: `Unexpected \`${id}\` of ${earlier.valid_from}, expected a claim older than ${claim.valid_from}`,
        hint: `turn it round: \`${id}\` may supersede \`${claim.id}\``,
        see: { on: earlier, path: ["valid_from"], note: "it begins here" },
      });
    }
    if (leadsBack(claim, record.byId.claims)) {
      findings.push({
        on: claim,
        path: ["supersedes"],
        message: `Unexpected circle: \`${claim.id}\` supersedes itself through others, expected a chain back in time`,
      });
    }
  }
  return findings;
};
