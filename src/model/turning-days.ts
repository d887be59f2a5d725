import type { Claim } from "./claim.ts";
import type { Coverage } from "./coverage.ts";
import { settingAfter } from "./interval.ts";
import {
  compareDates,
  firstDay,
  lastDay,
  surelyBefore,
} from "./partial-date.ts";
import type { PartialDate } from "./partial-date.ts";
import type { AgreementRecord } from "./record.ts";

/** Whether a claim took the place of another: it names one of its term, or its term was set before. */
function followsAnother(record: AgreementRecord, claim: Claim): boolean {
  const named = (claim.supersedes ?? []).some(
    (id) => record.byId.claims.get(id)?.term === claim.term,
  );
  const setBefore = (record.leading.get(claim.term ?? "") ?? []).some((one) =>
    settingAfter(record, one)?.includes(claim),
  );
  return named || setBefore;
}

/**
 * The days on which something changed for the claims that decide a statement: each began, ended or was followed.
 * That a claim began is no reason for a statement to end, unless it came after the article or after another claim.
 */
export function listTurningDays(
  record: AgreementRecord,
  entry: Coverage,
  key: "true_until" | "true_from",
): Set<PartialDate> {
  const days = new Set<PartialDate>();
  for (const id of entry.claims) {
    const claim = record.byId.claims.get(id);
    if (!claim) continue;
    const followers = [
      ...(record.successors.get(id) ?? []),
      ...(settingAfter(record, claim)?.slice(0, 1) ?? []),
    ];
    if (
      key === "true_from" ||
      lastDay(claim.valid_from) > firstDay(entry.published) ||
      followsAnother(record, claim)
    )
      days.add(claim.valid_from);
    if (claim.valid_to) days.add(claim.valid_to);
    for (const follower of followers) days.add(follower.valid_from);
  }
  return days;
}

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
export function findEnds(
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
