const finder = document.querySelector<HTMLFormElement>(".find-article");

/** An address without what differs between copies of it; words as they are, but small. */
const bare = (words: string) =>
  words
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\//, "")
    .replace(/^www\./, "")
    .replace(/\/(?=$|[?#])/, "");

/** Whether an article has all the words that were typed, or the address, whatever was added to that. */
function fits(item: HTMLElement, typed: string): boolean {
  const url = bare(item.dataset["url"]!);
  const text = item.textContent.toLowerCase();
  return (
    url.includes(typed) ||
    typed.startsWith(url) ||
    typed.split(/\s+/).every((word) => text.includes(word))
  );
}

function filter(asked: HTMLFormElement): void {
  const typed = bare(asked.querySelector("input")!.value);
  const items = [...document.querySelectorAll<HTMLElement>(".article-list li")];
  for (const item of items) item.hidden = !fits(item, typed);
  const left = items.filter(({ hidden }) => !hidden).length;
  asked.querySelector("[role=status]")!.textContent =
    typed === ""
      ? ""
      : left === 0
        ? "None of the judged articles fits."
        : `${left} of ${items.length} articles`;
}

if (finder) {
  finder.addEventListener("input", () => filter(finder));
  finder.addEventListener("submit", (event) => event.preventDefault());
}
