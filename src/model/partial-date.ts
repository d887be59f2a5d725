import { z } from "zod";

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function daysIn(year: number, month: number): number {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return month === 2 && leap ? 29 : (DAYS[month - 1] ?? 0);
}

function isPartialDate(text: string): boolean {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(text);
  if (!match) return false;
  const [year, month, day] = match.slice(1).map(Number);
  if (!match[2]) return true;
  if (month! < 1 || month! > 12) return false;
  return !match[3] || (day! >= 1 && day! <= daysIn(year!, month!));
}

/**
 * A date as precise as its source: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, kept as text.
 * A year or month is a range of days, never silently its first day.
 */
export const partialDate = z.string().refine(isPartialDate, {
  error: 'a real date as "YYYY", "YYYY-MM" or "YYYY-MM-DD"',
});
export type PartialDate = z.infer<typeof partialDate>;

export type Precision = "year" | "month" | "day";

export function precisionOf(date: PartialDate): Precision {
  return date.length === 4 ? "year" : date.length === 7 ? "month" : "day";
}

/** The first day the date can mean, as `YYYY-MM-DD`. */
export function firstDay(date: PartialDate): string {
  return (
    date + "-01-01".slice(date.length === 4 ? 0 : date.length === 7 ? 3 : 6)
  );
}

/** The last day the date can mean, as `YYYY-MM-DD`. */
export function lastDay(date: PartialDate): string {
  if (date.length === 4) return `${date}-12-31`;
  if (date.length === 10) return date;
  const [year, month] = date.split("-").map(Number);
  return `${date}-${daysIn(year!, month!)}`;
}

/**
 * Orders dates by the first day they can mean, then by the last: `2021-01-01` < `2021-01` < `2021`.
 * Total, so that sorting never depends on the input order of different dates.
 */
export function compareDates(a: PartialDate, b: PartialDate): number {
  const [x, y] = [firstDay(a) + lastDay(a), firstDay(b) + lastDay(b)];
  return x < y ? -1 : x > y ? 1 : 0;
}

/** True when every day that `a` can mean lies before every day that `b` can mean. */
export function surelyBefore(a: PartialDate, b: PartialDate): boolean {
  return lastDay(a) < firstDay(b);
}

/** The day before a whole date, as `YYYY-MM-DD`. */
export function dayBefore(day: string): string {
  const [year, month, of] = day.split("-").map(Number);
  const pad = (number: number) => String(number).padStart(2, "0");
  if (of! > 1) return `${day.slice(0, 8)}${pad(of! - 1)}`;
  return month! > 1
    ? lastDay(`${day.slice(0, 5)}${pad(month! - 1)}`)
    : `${String(year! - 1).padStart(4, "0")}-12-31`;
}

/** The day after a whole date, as `YYYY-MM-DD`. */
export function nextDay(day: string): string {
  const [year, month, of] = day.split("-").map(Number);
  const pad = (number: number) => String(number).padStart(2, "0");
  if (of! < daysIn(year!, month!)) return `${day.slice(0, 8)}${pad(of! + 1)}`;
  return month! < 12
    ? `${day.slice(0, 5)}${pad(month! + 1)}-01`
    : `${String(year! + 1).padStart(4, "0")}-01-01`;
}
