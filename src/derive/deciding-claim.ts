import { setsState } from "../model/claim.ts";
import type { Claim } from "../model/claim.ts";
import {
  firstDay,
  lastDay,
  precisionOf,
  surelyBefore,
} from "../model/partial-date.ts";
import type { PartialDate } from "../model/partial-date.ts";
import type { AgreementRecord } from "../model/record.ts";
import { claimEntry } from "./cell.ts";
import type { Entry } from "./cell.ts";
import { claimLink } from "./claim-page.ts";
import { formatDate } from "./format-date.ts";
import { deriveInterval, isOver } from "../model/interval.ts";
import { deriveKnowledge } from "./knowledge.ts";

/** A claim that decides a statement, as it stood on the day of the article. */
export interface DecidingClaim {
  id: string;
  entry: Entry;
  /** When it held, and since when it could be known. */
  times: string;
  /** Whether it could count on the article's day: in force, known, over, or yet to come. */
  standing: string;
}

/**
 * True for a version's claims about what holds, not for those that report or describe. A claim that only restates
 * counts when it has an end of its own: without one, nothing says how long its words stayed right.
 */
function isState(claim: Claim, to: PartialDate | undefined): boolean {
  if (claim.term === undefined || claim.version === undefined) return false;
  return setsState(claim) || to !== undefined;
}

function standingOn(
  record: AgreementRecord,
  claim: Claim,
  day: PartialDate,
): string {
  const { from, to } = deriveInterval(record, claim);
  const known = deriveKnowledge(record, claim).from;
  if (surelyBefore(day, from)) return "came later";
  if (to && lastDay(to) <= firstDay(day)) return "over by then";
  if (surelyBefore(day, known)) return "published later";
  if (!surelyBefore(from, day) && precisionOf(day) !== "day")
    return `of the same ${precisionOf(day)}`;
  return isState(claim, to) ? "in force then" : "known then";
}

function timesOf(record: AgreementRecord, claim: Claim): string {
  const { from, to } = deriveInterval(record, claim);
  const known = deriveKnowledge(record, claim).from;
  const start = formatDate(from);
  const past = isOver({ to }, record.site.as_of);
  const held = to
    ? `${past ? "held" : "holds"} from ${start} to ${formatDate(to)}`
    : isState(claim, to)
      ? `holds since ${start}`
      : `dated ${start}`;
  // A first source older than the claim tells of a part of it, or announced it: no delay to report.
  if (surelyBefore(known, from)) return held;
  return known === from
    ? `${held}, known from the first day`
    : `${held}, known since ${formatDate(known)}`;
}

/** The claim by what the record says of the day; whether it is reason enough for the verdict, the editor judged. */
export function deriveDecidingClaim(
  record: AgreementRecord,
  id: string,
  day: PartialDate,
): DecidingClaim {
  const claim = record.byId.claims.get(id)!;
  return {
    id,
    entry: claimEntry(claim, claimLink(record, id).words),
    times: timesOf(record, claim),
    standing: standingOn(record, claim, day),
  };
}
