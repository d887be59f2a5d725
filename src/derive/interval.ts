import type { Claim } from "../model/claim.ts";
import { compareDates } from "../model/partial-date.ts";
import type { PartialDate } from "../model/partial-date.ts";
import type { AgreementRecord } from "../model/record.ts";
import { setsState } from "./standing.ts";

/** When a claim held in the world. An open end means "no source says it ended", not "in force". */
export interface Interval {
  from: PartialDate;
  /** Up to, but not including. */
  to: PartialDate | undefined;
  /** The leading claim that took its place, where that is what ended it. */
  successor: string | undefined;
}

/** From `valid_from` up to its own end, or the start of the next claim that sets the term, whichever is first. */
export function deriveInterval(
  record: AgreementRecord,
  claim: Claim,
): Interval {
  const setting = (record.leading.get(claim.term ?? "") ?? []).filter(
    setsState,
  );
  const next = setting[setting.indexOf(claim) + 1];
  const leads = setting.includes(claim) && next !== undefined;
  if (
    leads &&
    (!claim.valid_to || compareDates(next.valid_from, claim.valid_to) <= 0)
  ) {
    return { from: claim.valid_from, to: next.valid_from, successor: next.id };
  }
  return { from: claim.valid_from, to: claim.valid_to, successor: undefined };
}

/** The first date on which the public could know a claim: the earliest date of its sources. */
export function deriveKnownFrom(
  record: AgreementRecord,
  claim: Claim,
): PartialDate | undefined {
  return claim.sources
    .flatMap(({ id }) => record.byId.sources.get(id)?.published ?? [])
    .sort(compareDates)[0];
}
