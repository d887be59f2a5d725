import type { Found, Hit } from "./pagefind.ts";

const FIRST = 4;

/** Kinds that hold no answer of the record's own, or one of others that may be wrong: not the best match, unless by their very title. */
const BESIDE = new Set(["source", "change", "question", "statement"]);
const MORE = 20;

function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  className: string,
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.append(...children);
  return made;
}

function link(href: string, words: string): HTMLAnchorElement {
  const made = element("a", "", words);
  made.href = href;
  return made;
}

const plain = (words: string) =>
  words
    .toLowerCase()
    .replace(/[^\p{Letter}\p{Number}]+/gu, " ")
    .trim();

/** Whether a title holds every word that was typed, or begins one with it. */
function holdsAll(title: string, typed: string): boolean {
  const words = plain(title).split(" ");
  return plain(typed)
    .split(" ")
    .every((part) => words.some((word) => word.startsWith(part)));
}

/** The excerpt as nodes: Pagefind hands it over as markup in which only `<mark>` is a tag. */
function excerptNodes(excerpt: string): (Node | string)[] {
  return excerpt.split(/<\/?mark>/).map((part, index) => {
    const words = part.replaceAll("&lt;", "<").replaceAll("&gt;", ">");
    return index % 2 === 1 ? element("mark", "", words) : words;
  });
}

function resultItem({ url, excerpt, meta, filters }: Found): HTMLLIElement {
  const facts = [meta.about, meta.date].filter(Boolean).join(" · ");
  const line = element("p", "meta", facts);
  for (const cell of filters.cell ?? [])
    line.append(facts ? " · " : "", link(cell, "in the table"));
  return element(
    "li",
    "",
    element("h3", "", link(url, meta.title)),
    ...(line.textContent ? [line] : []),
    // What has no text but its title would say it twice.
    ...(plain(excerpt.replace(/<\/?mark>/g, "")) === plain(meta.title)
      ? []
      : [element("p", "", ...excerptNodes(excerpt))]),
  );
}

async function itemsOf(hits: Hit[]): Promise<HTMLLIElement[]> {
  const found = await Promise.all(hits.map((hit) => hit.data()));
  return found.map(resultItem);
}

/**
 * Loads the best result over all kinds, given each kind's hits: one that is called what was typed, else one whose title
 * holds it, of several that of the first kind (a term rather than its row in a table), else the highest score. The function it gives back shows it, where more than one kind has results.
 */
export async function prepareBest(
  section: HTMLElement,
  kinds: { id: string; title: string; hits: Hit[] }[],
  typed: string,
): Promise<() => void> {
  const found = kinds.filter(({ hits }) => hits.length > 0);
  const firsts = await Promise.all(
    found.map(async ({ id, title, hits }) => ({
      beside: BESIDE.has(id),
      title,
      score: hits[0]!.score,
      item: await hits[0]!.data(),
    })),
  );
  const named = firsts.find(
    ({ item: { meta } }) =>
      plain(meta.title) === plain(typed) ||
      plain(meta.also ?? "") === plain(typed),
  );
  const titled = firsts.find(
    ({ beside, item }) => !beside && holdsAll(item.meta.title, typed),
  );
  const [highest] = firsts.toSorted(
    (a, b) => Number(a.beside) - Number(b.beside) || b.score - a.score,
  );
  const best = named ?? titled ?? highest;
  return () => {
    section.hidden = firsts.length < 2;
    if (!best) return;
    section.querySelector(".count")!.textContent = `from ${best.title}`;
    section.querySelector("ol")!.replaceChildren(resultItem(best.item));
  };
}

/** Loads the words of a kind's best results; the function it gives back shows them in the kind's section. */
export async function prepareResults(
  section: HTMLElement,
  hits: Hit[],
): Promise<() => void> {
  const items = await itemsOf(hits.slice(0, FIRST));
  const list = section.querySelector("ol")!;
  const more = section.querySelector("button")!;
  const offerMore = () => {
    const left = hits.length - list.children.length;
    more.hidden = left === 0;
    more.textContent = `Show ${Math.min(left, MORE)} more`;
  };
  return () => {
    section.hidden = hits.length === 0;
    section.querySelector(".count")!.textContent = String(hits.length);
    list.replaceChildren(...items);
    offerMore();
    more.onclick = async () => {
      const shown = list.children.length;
      list.append(...(await itemsOf(hits.slice(shown, shown + MORE))));
      offerMore();
      list.children[shown]?.querySelector("a")?.focus();
    };
  };
}
