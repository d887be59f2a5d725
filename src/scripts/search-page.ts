import { findClosest, findMissing } from "./closest-words.ts";
import { loadPagefind } from "./pagefind.ts";
import type { Pagefind } from "./pagefind.ts";
import { prepareBest, prepareResults } from "./show-results.ts";
import { offerDay } from "./typed-day.ts";

const PAUSE = 150;

const form = document.querySelector<HTMLFormElement>("form.search")!;
const field = form.querySelector("input")!;
const area = document.querySelector<HTMLElement>(".results")!;
const status = document.querySelector<HTMLElement>(".found")!;
const days = document.querySelector<HTMLElement>(".typed-day")!;
const others = document.querySelector<HTMLElement>(".other-ways")!;
const best = area.querySelector<HTMLElement>(".best")!;
const kinds = [...area.querySelectorAll<HTMLElement>("[data-kind]")];

/** Counts searches, so that a slow one never overwrites the results of a later one. */
let latest = 0;
let timer: number | undefined;

function keepInAddress(words: string): void {
  const address = new URL(location.href);
  if (words) address.searchParams.set("q", words);
  else address.searchParams.delete("q");
  history.replaceState(history.state, "", address);
}

function say(words: string): void {
  status.textContent = words;
}

/** The results of each kind, and what shows them. */
async function findKinds(pagefind: Pagefind, words: string) {
  const found = await Promise.all(
    kinds.map(async (section) => {
      const id = section.dataset["kind"]!;
      const title = section.dataset["title"]!;
      const filters = { kind: id };
      const { results } = await pagefind.search(words, { filters });
      const show = await prepareResults(section, results);
      return { section, id, title, hits: results, show };
    }),
  );
  const total = found.reduce((sum, { hits }) => sum + hits.length, 0);
  // The page of a typed day is offered above, and is the best there is.
  const rivals = days.hidden ? found : [];
  const showBest = await prepareBest(best, rivals, words);
  const show = () => {
    showBest();
    for (const { section, hits, show } of found) {
      show();
      const jump = area.querySelector(`nav [href="#${section.id}"]`)!;
      jump.closest("li")!.hidden = hits.length === 0;
    }
  };
  return { total, show };
}

/** How much was found, and honestly for which words. `nearest` stands for all that were typed. */
function report(
  typed: string,
  total: number,
  missing: string[],
  nearest: string | undefined,
): string {
  const results = `${total} ${total === 1 ? "result" : "results"}`;
  if (total === 0)
    return `Nothing found for “${typed}”. Fewer or other words may help.`;
  if (nearest === undefined) return `${results} for “${typed}”`;
  const nowhere = missing.map((word) => `“${word}”`).join(", ");
  const stand = missing.length === 1 ? "stands" : "stand";
  const why = nowhere ? `; ${nowhere} ${stand} nowhere` : "";
  return `Nothing holds all of these words${why}. Closest: ${results} for “${nearest}”`;
}

async function search(): Promise<void> {
  const turn = ++latest;
  const words = field.value.trim();
  keepInAddress(words);
  offerDay(days, words);
  if (!words) {
    area.hidden = true;
    others.hidden = false;
    return say("");
  }
  try {
    const pagefind = await loadPagefind(area.dataset["index"]!);
    const asked = words.replace(/[“”„«»]/g, '"');
    const all = await findKinds(pagefind, asked);
    const missing = await findMissing(pagefind, asked);
    const nearest =
      all.total === 0 || missing.length > 0
        ? await findClosest(pagefind, asked, missing)
        : undefined;
    const found =
      nearest === undefined ? all : await findKinds(pagefind, nearest);
    if (turn !== latest) return;
    found.show();
    area.hidden = found.total === 0;
    others.hidden = found.total > 0;
    say(report(words, found.total, missing, nearest));
  } catch {
    area.hidden = true;
    others.hidden = false;
    say("The search could not be loaded. These lists lead everywhere, too.");
  }
}

function searchSoon(): void {
  clearTimeout(timer);
  timer = window.setTimeout(() => void search(), PAUSE);
}

/** Up and down lead from the field through the results and back. */
function step(event: KeyboardEvent): void {
  const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (by === undefined || area.hidden) return;
  const stops = [field, ...area.querySelectorAll<HTMLElement>("h3 a")].filter(
    (stop) => stop.offsetParent !== null,
  );
  const at = stops.indexOf(document.activeElement as HTMLElement);
  const next = at < 0 ? undefined : stops[at + by];
  if (!next) return;
  event.preventDefault();
  next.focus();
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  clearTimeout(timer);
  void search();
});
field.addEventListener("input", searchSoon);
document.addEventListener("keydown", step);

field.value ||= new URL(location.href).searchParams.get("q") ?? "";
if (field.value) void search();
