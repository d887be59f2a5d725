import { precisionOf } from "../model/partial-date.ts";
import type { PartialDate } from "../model/partial-date.ts";

const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

/** A date in words, as precise as it is: "28 October 2025", "November 2016", "2021". */
export function formatDate(date: PartialDate): string {
  const [year, month, day] = date.split("-");
  return [day && String(Number(day)), month && MONTHS[Number(month) - 1], year]
    .filter(Boolean)
    .join(" ");
}

/** A date after its preposition: "on 28 October 2025", "in November 2016", "in 2021". */
export function formatOnDate(date: PartialDate): string {
  return `${precisionOf(date) === "day" ? "on" : "in"} ${formatDate(date)}`;
}

/** "from … to …" in words; an open end means that no source says it ended. */
export function formatPeriod(
  from: PartialDate,
  to: PartialDate | undefined,
): string {
  return to
    ? `${formatDate(from)} to ${formatDate(to)}`
    : `since ${formatDate(from)}`;
}
