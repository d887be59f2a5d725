import { findDayPage, formatDay, isDay } from "./day-page.ts";
import { loadAddresses } from "./load-addresses.ts";

/** A version as the grid below the form knows it: the days its date can mean. */
interface Dated {
  id: string;
  first: string;
  last: string;
  label: string;
}

/** The latest version whose date had begun by the day; undefined before the first. */
function versionOn(versions: Dated[], day: string): Dated | undefined {
  return versions.findLast(({ first }) => first <= day);
}

/** A remark where a version's date is a range that the day lies in. */
function remarkOn({ first, last, label }: Dated, day: string): string {
  return first !== last && day <= last
    ? ` The version of ${label} may have come after that day: its own day is not known.`
    : "";
}

/** Turns two days into the page that compares them, or says why there is none. Shown only with script. */
export function startTwoDates(form: HTMLFormElement): void {
  const versions = [
    ...document.querySelectorAll<HTMLElement>(".pairs tbody tr"),
  ].map((row) => ({
    id: row.id,
    first: row.dataset["first"]!,
    last: row.dataset["last"]!,
    label: row.dataset["label"]!,
  }));
  const asOf = form.dataset["asOf"]!;
  const output = form.querySelector("output")!;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const data = new FormData(form);
    const [from, to] = [data.get("from"), data.get("to")].map(String).sort();
    const [a, b] = [versionOn(versions, from!), versionOn(versions, to!)];
    if (to! > asOf)
      output.textContent = `The record speaks for ${formatDay(asOf)}; what came later is not in it.`;
    else if (!a || !b)
      output.textContent = `The record begins with the version of ${versions[0]!.label}; it holds nothing before.`;
    else if (a === b) {
      output.textContent = `No version lies between these days: both fall under that of ${a.label}.${remarkOn(a, from!)} More than versions may have changed between them. See what held on `;
      void linkDays(output, [from!, to!]);
    } else
      location.assign(`/compare/${a.id}..${b.id}/?from=${from!}&to=${to!}`);
  });
}

/** Adds links to the pages that answer for the days; where they cannot be looked up, to the list of all. */
async function linkDays(place: HTMLElement, days: string[]): Promise<void> {
  // Its own element: what is asked next takes it away, and late answers with it.
  const words = document.createElement("span");
  place.append(words);
  const addresses = await loadAddresses().catch(() => []);
  const links = [...new Set(days)].map((day) => {
    const date = findDayPage("as-of", day, addresses);
    const link = document.createElement("a");
    link.href = date === undefined ? "/as-of/" : `/as-of/${date}/`;
    link.textContent = formatDay(day);
    return link;
  });
  words.append(...links.flatMap((link) => [" and ", link]).slice(1), ".");
}

/** Says on the page of two versions which two days led to it. */
export function sayWhatWasAsked(place: HTMLElement): void {
  const asked = new URLSearchParams(location.search);
  const days = [asked.get("from") ?? "", asked.get("to") ?? ""].filter(isDay);
  if (days.length < 2) return;
  place.textContent = `You asked for ${days.map(formatDay).join(" and ")}. On these days the two versions below were the latest. See also what held on `;
  void linkDays(place, days);
  place.hidden = false;
}
