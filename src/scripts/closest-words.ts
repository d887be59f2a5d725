import type { Hit, Pagefind } from "./pagefind.ts";

/** A search is tried without each of its words in turn, if it has no more than these. */
const MOST = 8;

function wordsOf(asked: string): string[] {
  return asked
    .split(/[\s"]+/)
    .filter((word) => /[\p{Letter}\p{Number}]/u.test(word));
}

/** Best results of a search over all kinds, first. */
async function hitsOf(pagefind: Pagefind, words: string): Promise<Hit[]> {
  return (await pagefind.search(words, {})).results;
}

/** Words that stand nowhere in the record. Pagefind passes over them in silence where other words are found. */
export async function findMissing(
  pagefind: Pagefind,
  asked: string,
): Promise<string[]> {
  const words = [...new Set(wordsOf(asked))];
  const hits = await Promise.all(words.map((word) => hitsOf(pagefind, word)));
  return words.filter((_, at) => hits[at]!.length === 0);
}

/**
 * The most of the words that stand somewhere together, where not all of them do: without those that stand nowhere,
 * then without one more, then one alone. Undefined where none stands anywhere.
 */
export async function findClosest(
  pagefind: Pagefind,
  asked: string,
  missing: string[],
): Promise<string | undefined> {
  const words = wordsOf(asked).filter((word) => !missing.includes(word));
  const whole = words.length === 0 ? [] : [words.join(" ")];
  const without =
    words.length < 3 || words.length > MOST
      ? []
      : words.map((_, left) => words.filter((_, at) => at !== left).join(" "));
  for (const group of [whole, without, words]) {
    const tried = await Promise.all(
      group.map(async (part) => ({
        part,
        score: (await hitsOf(pagefind, part))[0]?.score ?? 0,
      })),
    );
    const [best] = tried.sort((a, b) => b.score - a.score);
    if (best && best.score > 0) return best.part;
  }
  return undefined;
}
