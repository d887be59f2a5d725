import { setsState } from "./claim.ts";
import type { Claim } from "./claim.ts";
import { compareDates } from "./partial-date.ts";
import type { PartialDate } from "./partial-date.ts";
import type { AgreementRecord } from "./record.ts";

/** When a claim held in the world. An open end means "no source says it ended", not "in force". */
export interface Interval {
  from: PartialDate;
  /** Up to, but not including. */
  to: PartialDate | undefined;
  /** The claim that took its place, where that is what ended it. */
  successor: string | undefined;
}

/** Whether what holds up to a day was over on another, by the first day that each can mean. */
export function isOver(
  { to }: Pick<Interval, "to">,
  day: PartialDate,
): boolean {
  return to !== undefined && compareDates(to, day) <= 0;
}

/** The claims that set the same term in later versions, if `claim` sets it; the next one first. */
export function settingAfter(
  record: AgreementRecord,
  claim: Claim,
): Claim[] | undefined {
  const setting = (record.leading.get(claim.term ?? "") ?? []).filter(
    setsState,
  );
  const at = setting.indexOf(claim);
  return at < 0 ? undefined : setting.slice(at + 1);
}

/**
 * The claim whose beginning ends `claim`: for one that sets a term, the next that does; for any other, the first
 * of those that name it under `supersedes`.
 */
function successorOf(record: AgreementRecord, claim: Claim): Claim | undefined {
  const later = settingAfter(record, claim);
  if (later) return later[0];
  return [...(record.successors.get(claim.id) ?? [])].sort((a, b) =>
    compareDates(a.valid_from, b.valid_from),
  )[0];
}

/** From `valid_from` up to its own end, or the start of its successor, whichever is first. */
export function deriveInterval(
  record: AgreementRecord,
  claim: Claim,
): Interval {
  const from = claim.valid_from;
  const next = successorOf(record, claim);
  const own = claim.valid_to;
  if (next && (!own || compareDates(next.valid_from, own) <= 0))
    return { from, to: next.valid_from, successor: next.id };
  return { from, to: own, successor: undefined };
}
