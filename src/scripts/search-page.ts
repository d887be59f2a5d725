import { loadPagefind } from "./pagefind.ts";
import { prepareResults } from "./show-results.ts";

const PAUSE = 150;

const form = document.querySelector<HTMLFormElement>("form.search")!;
const field = form.querySelector("input")!;
const area = document.querySelector<HTMLElement>(".results")!;
const status = document.querySelector<HTMLElement>(".found")!;
const others = document.querySelector<HTMLElement>(".other-ways")!;
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

async function search(): Promise<void> {
  const turn = ++latest;
  const words = field.value.trim();
  keepInAddress(words);
  if (!words) {
    area.hidden = true;
    others.hidden = false;
    return say("");
  }
  try {
    const pagefind = await loadPagefind(area.dataset["index"]!);
    const found = await Promise.all(
      kinds.map(async (section) => {
        const kind = section.dataset["kind"]!;
        const { results } = await pagefind.search(
          words.replace(/[“”„«»]/g, '"'),
          { filters: { kind } },
        );
        const show = await prepareResults(section, results);
        return { section, count: results.length, show };
      }),
    );
    if (turn !== latest) return;
    let total = 0;
    for (const { section, count, show } of found) {
      show();
      total += count;
      const jump = area.querySelector(`nav [href="#${section.id}"]`)!;
      jump.closest("li")!.hidden = count === 0;
    }
    area.hidden = total === 0;
    others.hidden = total > 0;
    say(
      total === 0
        ? `Nothing found for “${words}”. Fewer or other words may help.`
        : `${total} ${total === 1 ? "result" : "results"} for “${words}”`,
    );
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
