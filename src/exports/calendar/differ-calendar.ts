import { formatDate } from "../../derive/format-date.ts";
import type { AgreementRecord } from "../../model/record.ts";
import type { CalendarDate } from "./calendar-date.ts";
import { listCalendarDates, listCalendars } from "./calendars.ts";

/** What a reader's calendar will do with an entry. */
export interface CalendarDifference {
  kind: "added" | "moved" | "cancelled" | "removed" | "reworded";
  /** In words; undefined where that record has no such entry. */
  before: string | undefined;
  after: string | undefined;
  summary: string;
  calendars: string[];
}

function kindOf(
  was: CalendarDate | undefined,
  is: CalendarDate | undefined,
): CalendarDifference["kind"] | undefined {
  if (!is) return "removed";
  if (is.cancelled) return was && !was.cancelled ? "cancelled" : undefined;
  if (!was || was.cancelled) return "added";
  if (was.date !== is.date) return "moved";
  return was.summary === is.summary ? undefined : "reworded";
}

/** The entries that calendars of the later record will add, move, call off or word anew. */
export function differCalendar(
  before: AgreementRecord,
  after: AgreementRecord,
): CalendarDifference[] {
  const [old, fresh] = [before, after].map(
    (record) =>
      new Map(listCalendarDates(record).map((entry) => [entry.uid, entry])),
  ) as [Map<string, CalendarDate>, Map<string, CalendarDate>];
  return [...new Set([...fresh.keys(), ...old.keys()])].flatMap(
    (uid): CalendarDifference[] => {
      const [was, is] = [old.get(uid), fresh.get(uid)];
      const kind = kindOf(was, is);
      if (!kind) return [];
      const holding = listCalendars(is ? after : before);
      return [
        {
          kind,
          before: was && formatDate(was.date),
          after: is && formatDate(is.date),
          summary: (is ?? was)!.summary,
          calendars: holding
            .filter(({ dates }) => dates.some((one) => one.uid === uid))
            .map(({ path }) => path),
        },
      ];
    },
  );
}
