import type { Change } from "../change.ts";
import { surelyBefore } from "../partial-date.ts";
import type { AgreementRecord } from "../record.ts";
import type { Finding, Rule } from "../rule.ts";

function judge(
  record: AgreementRecord,
  change: Change,
  index: number,
  earlier: Change | undefined,
): Finding | undefined {
  const id = change.withdraws![index]!;
  const at = { on: change, path: ["withdraws", index] };
  if (earlier)
    return {
      ...at,
      message: `Unexpected second withdrawal of \`${id}\`, expected a claim to be withdrawn once`,
      hint: "remove it here",
      see: {
        on: earlier,
        path: ["withdraws", earlier.withdraws!.indexOf(id)],
        note: "it is withdrawn here",
      },
    };
  const claim = record.byId.claims.get(id);
  const sources = (claim?.sources ?? []).flatMap(
    (ref) => record.byId.sources.get(ref.id) ?? [],
  );
  const early = sources.every(({ published }) =>
    surelyBefore(change.date, published),
  );
  if (!claim || sources.length === 0 || !early) return undefined;
  return {
    ...at,
    message: `Unexpected withdrawal of \`${id}\` on ${change.date}, expected none before its first source was published (${sources[0]!.published})`,
    hint: "a claim that was never public can be changed in place",
    see: { on: claim, path: ["sources"], note: "its sources are here" },
  };
}

/**
 * A claim is withdrawn once, by a correction, and not before it was public.
 * Wrong: `reason: world-changed` with `withdraws`; what the world changed ends, and is not withdrawn.
 */
export const withdrawal: Rule = (record) => {
  const findings: Finding[] = [];
  const first = new Map<string, Change>();
  for (const change of record.changes) {
    const withdraws = change.withdraws ?? [];
    if (withdraws.length > 0 && change.reason !== "we-corrected")
      findings.push({
        on: change,
        path: ["reason"],
        message: `Unexpected reason \`${change.reason}\` beside \`withdraws\`, expected \`we-corrected\``,
        hint: "a term that changed in the world ends: give the claim `valid_to` or a successor",
        see: { on: change, path: ["withdraws"], note: "the claims are here" },
      });
    for (const [index, id] of withdraws.entries()) {
      const finding = judge(record, change, index, first.get(id));
      if (finding) findings.push(finding);
      if (!first.has(id)) first.set(id, change);
    }
  }
  return findings;
};
