import type { PartialDate } from "../../model/partial-date.ts";
import type { Site } from "../../model/site.ts";

/** What a date is of: something that runs out, an editor's intention to look again, or a version. */
export type CalendarKind = "end" | "review" | "version";

/** A date as a calendar shows it. */
export interface CalendarDate {
  /** The same for as long as the item exists, under whatever name. */
  uid: string;
  kind: CalendarKind;
  /** As precise as it is known. */
  date: PartialDate;
  /** How often it was moved or called off, as far as accepted editions tell. Never falls. */
  sequence: number;
  /** Why it no longer counts; undefined while it does. */
  cancelled: string | undefined;
  summary: string;
  description: string;
  /** Where everything about it stands. */
  href: string;
  terms: string[];
}

/** What became of a date through the editions, oldest first; an empty one where there was none. */
export interface DateHistory {
  /** The last there was. */
  date: PartialDate;
  moves: number;
  /** False where there is none any more. */
  stands: boolean;
}

/** Undefined where there never was a date. */
export function followDates(
  dates: (PartialDate | undefined)[],
): DateHistory | undefined {
  const known = dates.map((date) => date || undefined);
  const steps = known
    .slice(known.findIndex((date) => date !== undefined))
    .filter((date, at, all) => at === 0 || date !== all[at - 1]);
  const date = steps.findLast((step) => step !== undefined);
  return date === undefined
    ? undefined
    : {
        date,
        moves: steps.length - 1,
        stands: steps.at(-1) !== undefined,
      };
}

/** An identity for a calendar's entry: the item's first address, what is dated, and the site's host. */
export function formatUid(
  site: Site,
  home: string,
  kind: CalendarKind,
): string {
  const { hostname, pathname } = new URL(site.address);
  const path = `${pathname}${home}`.split(/[/#]/).filter(Boolean).join("/");
  return `${path}/${kind}@${hostname}`;
}
