import { oncePerRecord } from "../../derive/once.ts";
import { listItems } from "../../model/item.ts";
import { compareDates } from "../../model/partial-date.ts";
import type { AgreementRecord } from "../../model/record.ts";
import type { ExportFile } from "../list-exports.ts";
import type { CalendarDate } from "./calendar-date.ts";
import { listClaimEnds } from "./claim-ends.ts";
import { formatIcal } from "./format-ical.ts";
import { listGoneDates } from "./gone-dates.ts";
import { readItemPasts } from "./item-past.ts";
import { listReviewDates, listVersionDates } from "./reviews-versions.ts";

/** A calendar that readers may subscribe to. */
export interface Calendar {
  path: string;
  title: string;
  /** The short words for a list. */
  label: string;
  /** Where the site tells of the same. */
  href: string;
  /** Oldest first; those that were called off too. */
  dates: CalendarDate[];
}

export const ALL_DATES = "/feeds/dates.ics";

export function termCalendarPath(term: string): string {
  return `/feeds/dates/${term}.ics`;
}

/** Every date that the calendars hold, oldest first. */
export function listCalendarDates(record: AgreementRecord): CalendarDate[] {
  const pasts = readItemPasts(record);
  const homes = listItems(record).map(({ home }) => home);
  return [
    ...listClaimEnds(record, pasts),
    ...listReviewDates(record, pasts),
    ...listVersionDates(record, pasts),
    ...listGoneDates(record, pasts, homes),
  ].sort((a, b) => compareDates(a.date, b.date) || (a.uid < b.uid ? -1 : 1));
}

/** The calendar of all dates, and that of each term. None is empty: the format has no calendar without an entry. */
export const listCalendars = oncePerRecord((record): Calendar[] => {
  const { name } = record.site;
  const all = listCalendarDates(record);
  return [
    {
      path: ALL_DATES,
      title: `${name} dates`,
      label: "All dates",
      href: "/timeline/",
      dates: all,
    },
    ...record.terms.map(({ id, title }) => ({
      path: termCalendarPath(id),
      title: `${name} dates: ${title}`,
      label: title,
      href: `/terms/${id}/`,
      dates: all.filter(({ terms }) => terms.includes(id)),
    })),
  ].filter(({ dates }) => dates.length > 0);
});

export function* listCalendarFiles(
  record: AgreementRecord,
): Iterable<ExportFile> {
  for (const calendar of listCalendars(record))
    yield [calendar.path.slice(1), () => formatIcal(record, calendar)];
}
