import type { Claim } from "../claim.ts";
import type { Coverage } from "../coverage.ts";
import {
  compareDates,
  firstDay,
  lastDay,
  surelyBefore,
} from "../partial-date.ts";
import type { PartialDate } from "../partial-date.ts";
import type { AgreementRecord } from "../record.ts";
import type { Finding, Rule } from "../rule.ts";

/** The day on which an entry says that a claim ended: its own, or that of the first claim that supersedes it. */
function statedEnd(
  record: AgreementRecord,
  { id, valid_to }: Claim,
): PartialDate | undefined {
  const later = record.successors.get(id) ?? [];
  const days = [
    ...(valid_to ? [valid_to] : []),
    ...later.map((one) => one.valid_from),
  ];
  return days.sort(compareDates)[0];
}

/**
 * The ends of claims that all held on the article's day and have all ended since; undefined where one may still hold.
 * A claim without a term tells of an event, which stays true. A later version that only says something else of the
 * term does not make untrue what the earlier one said.
 */
function findEnds(
  record: AgreementRecord,
  { published, claims }: Coverage,
): PartialDate[] | undefined {
  const ends: PartialDate[] = [];
  for (const id of claims) {
    const claim = record.byId.claims.get(id);
    const end = claim?.term && statedEnd(record, claim);
    if (
      !end ||
      lastDay(claim.valid_from) > firstDay(published) ||
      !surelyBefore(published, end) ||
      lastDay(end) > record.site.as_of
    )
      return undefined;
    ends.push(end);
  }
  return ends.length > 0 ? ends.sort(compareDates) : undefined;
}

/**
 * What was right on its day, and rests on nothing that still holds, is called so no longer.
 * Wrong: `judged: accurate` without `true_until` where each of `claims` has ended.
 */
export const outdatedStatement: Rule = (record) =>
  record.coverage.flatMap((entry): Finding[] => {
    if (entry.judged !== "accurate" || entry.true_until) return [];
    const ends = findEnds(record, entry);
    if (!ends) return [];
    return [
      {
        on: entry,
        path: ["judged"],
        message: `Unexpected verdict \`accurate\` on claims that held on ${entry.published} and have all ended since, expected its end or a claim that holds`,
        hint: `judged: outdated, true_until: "${ends[0]}"; or, if it still holds, add the claim that says so to \`claims\``,
        see: { on: entry, path: ["claims"], note: "none of these still holds" },
      },
    ];
  });
