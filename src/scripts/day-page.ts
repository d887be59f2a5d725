/** A page offered to a reader, and the words of the link. */
export interface Offer {
  address: string;
  words: string;
}

/** A year, month or day as its first day; undefined where the calendar has none of the name. */
function firstDayOf(date: string): string | undefined {
  const match = /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$/.exec(date);
  if (!match) return undefined;
  const [year, month, day] = match
    .slice(1)
    .map((part) => (part ?? "1").padStart(2, "0"));
  const first = `${year}-${month}-${day}`;
  const time = new Date(`${first}T00:00Z`);
  // The 31st of April would be taken for the 1st of May.
  return Number.isNaN(time.getTime()) || !time.toISOString().startsWith(first)
    ? undefined
    : first;
}

/** Whether it is a whole date of the calendar, as `YYYY-MM-DD`. */
export function isDay(date: string): boolean {
  return firstDayOf(date) === date;
}

/** A date in words as the pages write it, as precise as it is: "28 October 2025", "November 2016", "2021". */
export function formatDay(date: string): string {
  const parts = date.split("-").length;
  return new Intl.DateTimeFormat("en-GB", {
    timeZone: "UTC",
    year: "numeric",
    ...(parts > 1 && { month: "long" }),
    ...(parts > 2 && { day: "numeric" }),
  }).format(new Date(`${firstDayOf(date)!}T00:00Z`));
}

/** The date of the page that answers for a day: the last that begins no later. `folder`: "as-of" or "known". */
export function findDayPage(
  folder: string,
  day: string,
  addresses: string[],
): string | undefined {
  return addresses
    .filter((address) => address.startsWith(`/${folder}/`))
    .map((address) => address.split("/")[2]!)
    .map((date) => ({ date, first: firstDayOf(date) }))
    .filter(({ first }) => first !== undefined && first <= day)
    .sort((a, b) => (a.first! < b.first! ? -1 : 1))
    .at(-1)?.date;
}

/**
 * Where a date has no page of its own: the page whose days hold it, in words. Outside the record, the list of those
 * that have one. Undefined for addresses of other things. `last` is the day the record speaks for.
 */
export function offerDayPage(
  missing: string,
  addresses: string[],
  last: string,
): Offer | undefined {
  const match = /^\/(as-of|known)\/(\d[\d-]*)(?:\/index)?(?:\.html?)?\/?$/.exec(
    missing,
  );
  const day = match && firstDayOf(match[2]!);
  if (!match || !day) return undefined;
  const [, folder, date] = match;
  const asked = formatDay(date!);
  const found = day > last ? undefined : findDayPage(folder!, day, addresses);
  if (found === undefined)
    return {
      address: `/${folder!}/`,
      words: `No page answers for ${asked}: all days that have one`,
    };
  const page = formatDay(found);
  const verb = date!.split("-").length === 3 ? "is" : "begins";
  return {
    address: `/${folder!}/${found}/`,
    words: page === asked ? page : `${asked} ${verb} on the page for ${page}`,
  };
}
