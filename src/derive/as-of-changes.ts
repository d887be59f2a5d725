import type { Claim } from "../model/claim.ts";
import { firstDay, precisionOf } from "../model/partial-date.ts";
import type { PartialDate } from "../model/partial-date.ts";
import type { AgreementRecord } from "../model/record.ts";
import { claimHref } from "./cell.ts";
import type { DaySpan } from "./day-span.ts";
import { formatDate } from "./format-date.ts";
import { deriveInterval } from "../model/interval.ts";
import { deriveRedlineWords } from "./redline-words.ts";
import type { Run } from "./redline-words.ts";
import { comparePath } from "./redline.ts";
import { setsState } from "../model/claim.ts";
import { deriveStandingBefore } from "./standing.ts";
import { dealEntry } from "./table-deals.ts";
import { offeringHref } from "./table-offerings.ts";

/** Something that began or ended with a page's date. */
export interface DayChange {
  /** "began", "ended", "described again", "announced". */
  verb: string;
  /** The term, or what kind of thing it is. */
  about: string;
  href: string;
  redline: Run[];
}

/** A version of a page's date, with the way to what it changed. */
export interface DayVersion {
  href: string;
  title: string;
  date: string;
  /** The version before it, and the address of the two compared. */
  compared: { href: string; with: string } | undefined;
}

const plain = (text: string): Run[] => [{ kind: "same", text }];

/** The versions whose date begins on the first of the span's days. */
export function deriveDayVersions(
  record: AgreementRecord,
  span: DaySpan,
): DayVersion[] {
  return record.timeline
    .filter(({ date }) => firstDay(date) === span.from)
    .map((version) => {
      const before = record.timeline[record.timeline.indexOf(version) - 1];
      return {
        href: `/versions/${version.id}/`,
        title: version.title,
        date: formatDate(version.date),
        compared: before && {
          href: comparePath(record, before, version),
          with: formatDate(before.date),
        },
      };
    });
}

/** What happened to a claim on the day it dates from: a description, or a report, begins nothing. */
function verbOf(claim: Claim): string {
  if (claim.effect === "restates") return "described again";
  if (claim.version) return "began";
  return (
    { announced: "announced", reported: "reported" }[
      claim.date_kind as string
    ] ?? "began"
  );
}

function claimChanges(
  record: AgreementRecord,
  isNow: (date: PartialDate | undefined) => boolean,
): DayChange[] {
  const claims = new Map<string, Claim[]>(
    record.terms.map(({ id }) => [id, []]),
  );
  for (const claim of record.claims) claims.get(claim.term ?? "")?.push(claim);
  const ofTerms = record.terms.flatMap((term) =>
    claims.get(term.id)!.map((claim) => ({ term, claim })),
  );
  return ofTerms.flatMap(({ term, claim }): DayChange[] => {
    if (!claim.value || record.withdrawals.has(claim.id)) return [];
    const { from, to, successor } = deriveInterval(record, claim);
    const about = term.title;
    const href = claimHref(claim.id);
    if (isNow(from)) {
      const before =
        claim.version && setsState(claim)
          ? deriveStandingBefore(record, term.id, claim.version).claim?.value
          : claim.value;
      const redline = deriveRedlineWords(before ?? "", claim.value);
      return [{ verb: verbOf(claim), about, href, redline }];
    }
    // What took its place is listed as what began.
    if (!isNow(to) || successor) return [];
    return [{ verb: "ended", about, href, redline: plain(claim.value) }];
  });
}

/** What began and what ended with the date of a page: terms, then offerings, then deals. */
export function deriveDayChanges(
  record: AgreementRecord,
  span: DaySpan,
): DayChange[] {
  const isNow = (date: PartialDate | undefined) =>
    date !== undefined && firstDay(date) === span.from;
  const offerings = record.offerings.flatMap((offering): DayChange[] => {
    const verb = isNow(offering.since)
      ? "began"
      : isNow(offering.until)
        ? "ended"
        : undefined;
    if (!verb) return [];
    const channel = record.byId.channels.get(offering.channel)!.name;
    const redline = plain(`${offering.title}, ${channel}`);
    const date = verb === "began" ? offering.since : offering.until!;
    const when =
      precisionOf(date) === "day" ? "" : ` some day in ${formatDate(date)}`;
    const seen = verb === "began" && offering.first_seen;
    return [
      {
        verb: seen ? `first seen${when}` : verb + when,
        about: "Offer",
        href: offeringHref(offering),
        redline,
      },
    ];
  });
  const deals = record.deals
    .filter(({ announced }) => isNow(announced))
    .map((deal): DayChange => {
      const { words, href } = dealEntry(record, deal);
      const verb = deal.status === "reported" ? "reported" : "announced";
      return { verb, about: "Deal", href: href!, redline: plain(words) };
    });
  return [...claimChanges(record, isNow), ...offerings, ...deals];
}
