import { createClaimHistories } from "../../derive/claim-history.ts";
import { claimWords } from "../../derive/claim-words.ts";
import { dateOfEdition } from "../../derive/edition.ts";
import { formatDate, formatOnDate } from "../../derive/format-date.ts";
import { datesOfMeaning } from "../../derive/meaning-parts.ts";
import { setsState } from "../../model/claim.ts";
import type { Claim } from "../../model/claim.ts";
import {
  compareDates,
  lastDay,
  precisionOf,
  surelyBefore,
} from "../../model/partial-date.ts";
import type { PartialDate } from "../../model/partial-date.ts";
import type { AgreementRecord } from "../../model/record.ts";
import { claimSources, describe } from "./describe.ts";
import { followDates, formatUid } from "./calendar-date.ts";
import type { CalendarDate } from "./calendar-date.ts";
import type { ItemPasts } from "./item-past.ts";

/** What a claim said of its end with one edition. */
interface SaidEnd {
  end: PartialDate | undefined;
  /** Whether it was a date to wait for: fixed in advance, or still to come on the edition's day. */
  ahead: boolean;
}

/** What a claim's meaning says of its end, told by an edition of the given day. */
export function readEnd(says: string, day: PartialDate): SaidEnd {
  const { kind, to } = datesOfMeaning(says) ?? {};
  const ahead =
    to !== undefined && (kind === "expires" || lastDay(to) > lastDay(day));
  return { end: to, ahead };
}

/** "runs out on 31 December 2032", "runs out in 2030, day not known". */
export function formatEnd(claim: Claim | undefined, date: PartialDate): string {
  const runs = !claim || claim.date_kind === "expires";
  const unknown = precisionOf(date) === "day" ? "" : ", day not known";
  return `${runs ? "runs out" : "is to end"} ${formatOnDate(date)}${unknown}`;
}

/**
 * The claims that ended, or took the place of, what a claim says before its own end: those that name it, those that
 * end its term, and where it sets the term itself, the next that does. Withdrawn ones too.
 */
function listCutters(
  record: AgreementRecord,
  claim: Claim,
  end: PartialDate,
): Claim[] {
  const leads = claim.version !== undefined && setsState(claim);
  return record.claims.filter((other) => {
    if (other === claim || !surelyBefore(other.valid_from, end)) return false;
    if (other.supersedes?.includes(claim.id)) return true;
    return (
      claim.term !== undefined &&
      other.term === claim.term &&
      other.version !== undefined &&
      compareDates(other.valid_from, claim.valid_from) > 0 &&
      (other.effect === "ends" || (leads && setsState(other)))
    );
  });
}

/** Why the end of a claim no longer counts. */
function whyCancelled(
  record: AgreementRecord,
  claim: Claim,
  stands: boolean,
  cutter: Claim | undefined,
): string | undefined {
  const withdrawn = record.withdrawals.get(claim.id);
  if (withdrawn)
    return `Withdrawn ${formatOnDate(withdrawn.date)}: ${withdrawn.summary}`;
  if (!stands) return "The record no longer names an end.";
  return (
    cutter &&
    `Overtaken ${formatOnDate(cutter.valid_from)}: ${claimWords(record, cutter)}.`
  );
}

/** The ends of claims that were fixed in advance, or lay ahead when they were told; past ones stay. */
export function listClaimEnds(
  record: AgreementRecord,
  pasts: ItemPasts,
): CalendarDate[] {
  const { site, byId, withdrawals } = record;
  const histories = createClaimHistories(record);
  return record.claims.flatMap((claim): CalendarDate[] => {
    const said = histories
      .statesOf(claim.id)
      .map(({ says, edition }) =>
        readEnd(says, edition ? dateOfEdition(edition) : site.as_of),
      );
    const history = followDates(said.map(({ end }) => end));
    if (!history || !said.some(({ ahead }) => ahead)) return [];
    const { date, moves, stands } = history;
    const latest = said
      .flatMap(({ end }) => end ?? [])
      .reduce((a, b) => (lastDay(b) > lastDay(a) ? b : a));
    const cutters = listCutters(record, claim, latest);
    const counting = cutters.filter(
      ({ id, valid_from }) =>
        !withdrawals.has(id) && surelyBefore(valid_from, date),
    );
    const cancelled = whyCancelled(record, claim, stands, counting[0]);
    // What called the end off and was itself withdrawn, or is no longer before it, did so once and undid it once.
    const undone = cutters.length - counting.length;
    const home = `/claims/${claim.id}/`;
    const term = byId.terms.get(claim.term ?? "");
    return [
      {
        uid: formatUid(site, pasts.of(home)[0]?.item ?? home, "end"),
        kind: "end",
        date,
        sequence: moves + (cancelled && stands ? 1 : 0) + 2 * undone,
        cancelled,
        summary: `${term?.title ?? "Context"}: ${claimWords(record, claim)} (${formatEnd(claim, date)})`,
        description: describe(
          claim.statement,
          cancelled,
          claim.note,
          `Since ${formatDate(claim.valid_from)}.`,
          claimSources(record, claim),
        ),
        href: home,
        terms: term ? [term.id] : [],
      },
    ];
  });
}
