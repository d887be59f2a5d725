/** "a, b and c". */
export function joinWords(parts: string[]): string {
  return parts.length > 1
    ? `${parts.slice(0, -1).join(", ")} and ${parts.at(-1)!}`
    : parts.join("");
}

/** Words as the beginning of a sentence. */
export function capitalise(words: string): string {
  return words.replace(/^./u, (first) => first.toUpperCase());
}
