import { claimMeaning } from "../item.ts";
import type { Finding, Rule } from "../rule.ts";
import { waitingChanges } from "../waiting-changes.ts";

/**
 * What the record says does not change in silence: a claim that is new, or says something else than in the edition
 * accepted last, is named by an entry of the record's own history that came with it.
 */
export const changeDeclared: Rule = (record) => {
  const { ledger } = record;
  if (!ledger) return [];
  const lines = new Map(ledger.items.map((line) => [line.item, line]));
  const told = new Set(
    waitingChanges(record).flatMap(({ claims, withdraws }) => [
      ...claims,
      ...(withdraws ?? []),
    ]),
  );
  return record.claims.flatMap((claim): Finding[] => {
    const line = lines.get(`/claims/${claim.id}/`);
    if (line?.says === claimMeaning(claim) || told.has(claim.id)) return [];
    const what = line
      ? `change of \`${claim.id}\``
      : `new claim \`${claim.id}\``;
    const lead = line
      ? {
          see: {
            on: line,
            note: `edition ${ledger.edition} said: ${line.says}`,
          },
        }
      : {};
    return [
      {
        on: claim,
        message: `Unexpected ${what} since edition ${ledger.edition}, expected an entry in data/changes.yaml that tells of it`,
        hint: [
          "add to data/changes.yaml:",
          "- id: <a name for this change>",
          '  date: "<the day>"',
          "  reason: world-changed   # or we-learned, we-corrected, editorial",
          '  summary: "<one sentence for readers>"',
          `  claims: [${claim.id}]`,
        ].join("\n    "),
        ...lead,
      },
    ];
  });
};
