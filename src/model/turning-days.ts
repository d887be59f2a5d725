import type { Claim } from "./claim.ts";
import type { Coverage } from "./coverage.ts";
import { settingAfter } from "./interval.ts";
import { firstDay, lastDay } from "./partial-date.ts";
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
