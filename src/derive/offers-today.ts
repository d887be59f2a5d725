import { compareDates, firstDay, surelyBefore } from "../model/partial-date.ts";
import type { AgreementRecord } from "../model/record.ts";
import type { Entry } from "./cell.ts";
import { offeringEntry } from "./table-offerings.ts";

/** What is on offer in one place. */
export interface ChannelToday {
  id: string;
  name: string;
  /** Newest first, announced ones after the others. */
  offers: { id: string; title: string; entry: Entry }[];
}

/**
 * Every offer that was open on the record's day, by channel, in the order of those. What may have ended is left out;
 * what was only announced comes last, with that said. A channel where there is none is left out.
 */
export function deriveOffersToday(record: AgreementRecord): ChannelToday[] {
  const { as_of } = record.site;
  const open = record.offerings
    .filter(
      ({ status, since, until }) =>
        status !== "not-offered" &&
        !surelyBefore(as_of, since) &&
        (until === undefined || firstDay(until) > as_of),
    )
    .sort(
      (a, b) =>
        Number(a.status === "announced") - Number(b.status === "announced") ||
        compareDates(b.since, a.since),
    );
  return record.channels
    .map(({ id, name }) => ({
      id,
      name,
      offers: open
        .filter(({ channel }) => channel === id)
        .map((offering) => ({
          id: offering.id,
          title: offering.title,
          entry: offeringEntry(offering),
        })),
    }))
    .filter(({ offers }) => offers.length > 0);
}
