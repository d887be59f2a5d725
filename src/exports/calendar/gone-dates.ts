import { dateOfEdition } from "../../derive/edition.ts";
import { splitMeaning } from "../../derive/meaning-parts.ts";
import type { LedgerItem } from "../../model/ledger.ts";
import type { PartialDate } from "../../model/partial-date.ts";
import type { AgreementRecord } from "../../model/record.ts";
import { followDates, formatUid } from "./calendar-date.ts";
import type { CalendarDate, CalendarKind } from "./calendar-date.ts";
import { formatEnd, readEnd } from "./claim-ends.ts";
import type { ItemPasts } from "./item-past.ts";
import { formatReview } from "./reviews-versions.ts";

/** Of an item that is gone, the dates that a calendar gave for it. */
function datesOf({
  item,
  is,
  says,
  since,
  was,
  dates,
}: LedgerItem): [CalendarKind, (PartialDate | undefined)[]][] {
  if (item.startsWith("/versions/"))
    return [["version", dates ?? is.split(" · ").slice(0, 1)]];
  const day = dateOfEdition(since);
  const said = item.startsWith("/claims/")
    ? [...(was ?? []), { says }].map((state) => readEnd(state.says, day))
    : [];
  return [
    ["end", said.some(({ ahead }) => ahead) ? said.map(({ end }) => end) : []],
    ["review", dates ?? []],
  ];
}

function formatGone(kind: CalendarKind, date: PartialDate, what: string) {
  if (kind === "review") return formatReview(date, what);
  return kind === "end" ? `${what} (${formatEnd(undefined, date)})` : what;
}

/** Dates of items that readers once had in their calendars, and that the record no longer holds: all called off. */
export function listGoneDates(
  record: AgreementRecord,
  pasts: ItemPasts,
  homes: Iterable<string>,
): CalendarDate[] {
  const cancelled = "The record no longer holds this.";
  return pasts.gone(homes).flatMap((line) =>
    datesOf(line).flatMap(([kind, dates]): CalendarDate[] => {
      const history = followDates(dates);
      if (!history) return [];
      const { date, moves, stands } = history;
      const [what = line.item] = splitMeaning(line.says);
      const [term = ""] = line.is.split(" · ");
      return [
        {
          uid: formatUid(record.site, line.item, kind),
          kind,
          date,
          sequence: moves + (stands ? 1 : 0),
          cancelled,
          summary: formatGone(kind, date, what),
          description: cancelled,
          href: line.item,
          terms: record.byId.terms.has(term) ? [term] : [],
        },
      ];
    }),
  );
}
