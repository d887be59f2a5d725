/** "a, b and c". */
export function joinWords(parts: string[]): string {
  return parts.length > 1
    ? `${parts.slice(0, -1).join(", ")} and ${parts.at(-1)!}`
    : parts.join("");
}

/** Words as a sentence of its own: with a full stop, unless they end in a mark that does its work. */
export function endSentence(words: string): string {
  return /[.!?:;…][”’"')\]]*$/.test(words) ? words : `${words}.`;
}

/** Words as the beginning of a sentence. */
export function capitalise(words: string): string {
  return words.replace(/^./u, (first) => first.toUpperCase());
}
