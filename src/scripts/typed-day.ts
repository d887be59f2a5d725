const MONTHS = [
  "january",
  "february",
  "march",
  "april",
  "may",
  "june",
  "july",
  "august",
  "september",
  "october",
  "november",
  "december",
];

const ISO = /\b(?<year>\d{4})-(?<month>\d\d)-(?<day>\d\d)\b/;
const DAY_FIRST =
  /\b(?<day>\d{1,2})(?:st|nd|rd|th)?\s+(?:of\s+)?(?<month>[a-z]{3,9})\.?,?\s+(?<year>\d{4})\b/i;
const MONTH_FIRST =
  /\b(?<month>[a-z]{3,9})\.?\s+(?<day>\d{1,2})(?:st|nd|rd|th)?,?\s+(?<year>\d{4})\b/i;

function monthNumber(month: string): number {
  return (
    Number(month) ||
    MONTHS.findIndex((name) => name.startsWith(month.toLowerCase())) + 1
  );
}

/** The first whole day among typed words, as `YYYY-MM-DD`: "24 April 2026", "Apr 24, 2026", "2026-04-24". */
export function readDay(typed: string): string | undefined {
  for (const form of [ISO, DAY_FIRST, MONTH_FIRST]) {
    const { year, month, day } = form.exec(typed)?.groups ?? {};
    if (!year) continue;
    const pad = (number: number) => String(number).padStart(2, "0");
    const read = `${year}-${pad(monthNumber(month!))}-${pad(Number(day))}`;
    const date = new Date(`${read}T00:00:00Z`);
    // 31 April would be taken for 1 May.
    if (!Number.isNaN(date.getTime()) && date.toISOString().startsWith(read))
      return read;
  }
  return undefined;
}

/** The date whose page answers for a day: the last that begins no later. A month or year begins with its first day. */
export function dateFor(dates: string[], day: string): string | undefined {
  return dates.findLast((date) => `${date}-01-01`.slice(0, 10) <= day);
}

function inWords(date: string): string {
  return new Date(date).toLocaleDateString("en-GB", {
    timeZone: "UTC",
    ...(date.length === 10 && { day: "numeric" }),
    ...(date.length > 4 && { month: "long" }),
    year: "numeric",
  });
}

/** Offers the pages that answer for a typed day, and hides where none was typed or the record does not reach. */
export function offerDay(place: HTMLElement, typed: string): void {
  const day = readDay(typed);
  const reached = day !== undefined && day <= place.dataset["last"]!;
  for (const link of place.querySelectorAll("a")) {
    const date = reached && dateFor(link.dataset["dates"]!.split(" "), day);
    link.closest("li")!.hidden = !date;
    if (!date) continue;
    link.href = `/${link.dataset["folder"]!}/${date}/`;
    link.textContent = `${link.dataset["words"]!} ${inWords(day)}`;
    link.nextElementSibling!.textContent =
      date === day ? "" : `the page of ${inWords(date)}`;
  }
  place.hidden = !place.querySelector("li:not([hidden])");
}
