import { closest, distance } from "fastest-levenshtein";

/** The candidate an author most likely meant, or undefined when none is near: two letters differ, or up to a third of a long word. */
export function didYouMean(
  word: string,
  candidates: Iterable<string>,
): string | undefined {
  const list = [...candidates];
  const prefix = list.filter((candidate) => candidate.startsWith(`${word}-`));
  if (prefix.length === 1) return prefix[0];
  if (list.length === 0) return undefined;
  const best = closest(word, list);
  const allowed =
    word.length < 4 ? 1 : Math.max(2, Math.floor(word.length / 3));
  return distance(word, best) <= allowed ? best : undefined;
}
