import { compareDates, dayBefore, firstDay } from "../model/partial-date.ts";
import type { PartialDate } from "../model/partial-date.ts";
import { formatDate, formatOnDate } from "./format-date.ts";
import { capitalise } from "./sentence-words.ts";

/** The days for which one page answers: from the first its date can mean to the day before the next page's. */
export interface DaySpan {
  /** The page's date, as precise as what happened; it is the page's address. */
  date: PartialDate;
  /** Whole days, both included. */
  from: string;
  to: string;
}

/**
 * Divides the days up to `last` among dates, oldest first, so that each day belongs to one. Of dates that begin on
 * the same day (1 January 2021, January 2021, 2021) the least precise stands for all: it claims the least.
 */
export function divideDays(dates: PartialDate[], last: string): DaySpan[] {
  const byFirst = new Map(
    [...new Set(dates)]
      .filter((date) => firstDay(date) <= last)
      .sort(compareDates)
      .map((date) => [firstDay(date), date] as const),
  );
  const starts = [...byFirst.keys()];
  return starts.map((from, at) => ({
    date: byFirst.get(from)!,
    from,
    to: starts[at + 1] ? dayBefore(starts[at + 1]!) : last,
  }));
}

/** "answers for any day from 1 January 2021 to 31 December 2022", or for the one day. */
export function formatSpan({ from, to }: DaySpan): string {
  return from === to
    ? `answers for ${formatDate(from)}`
    : `answers for any day from ${formatDate(from)} to ${formatDate(to)}`;
}

/** How far a page reaches beyond the day that it is named for; undefined where it does not. */
export function formatSpanEnd({ date, from, to }: DaySpan): string | undefined {
  return from === to || date === to
    ? undefined
    : `the same until ${formatDate(to)}`;
}

/** "On 28 October 2025", "In 2021". */
export function formatSpanTitle({ date }: DaySpan): string {
  return capitalise(formatOnDate(date));
}

/** The span that holds a whole day; undefined outside of all. */
export function findSpan(spans: DaySpan[], day: string): DaySpan | undefined {
  return spans.find(({ from, to }) => from <= day && day <= to);
}

/** Spans by the year of their first day, newest first in both. */
export function groupByYear(
  spans: DaySpan[],
): { year: string; spans: DaySpan[] }[] {
  const newest = [...spans].reverse();
  const years = [...new Set(newest.map(({ from }) => from.slice(0, 4)))];
  return years.map((year) => ({
    year,
    spans: newest.filter(({ from }) => from.startsWith(year)),
  }));
}
