import { lastDay } from "../model/partial-date.ts";
import type { PartialDate } from "../model/partial-date.ts";

/** Days since 1970 of a whole date. */
export function dayNumber(date: string): number {
  const [year, month, day] = date.split("-").map(Number);
  return Date.UTC(year!, month! - 1, day!) / 86_400_000;
}

/** The first day after every day a date can mean. */
export function dayAfter(date: PartialDate): number {
  return dayNumber(lastDay(date)) + 1;
}
