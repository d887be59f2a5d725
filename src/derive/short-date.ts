import type { PartialDate } from "../model/partial-date.ts";
import { formatDate } from "./format-date.ts";

/** A date in words for narrow places, as precise as it is: "28 Oct 2025", "Nov 2016", "2021". */
export function shortDate(date: PartialDate): string {
  return formatDate(date).replace(/[A-Za-z]+/, (month) =>
    month.length > 4 ? month.slice(0, 3) : month,
  );
}
