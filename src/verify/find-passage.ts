/** Scripts that write without blanks, where each letter counts as a word; and signs that change an amount. */
const ALONE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Sc}%+]/gu;

/** Letters that show nothing: soft hyphens, zero-width signs. And apostrophes, which pages write in many ways. */
const SILENT = /[\u00ad\u200b-\u200f\u2060\ufeff'\u2018\u2019\u02bc`]/gu;

/**
 * The words of a text, one blank between them, without what publishing systems change on their own: case,
 * quotation marks, dashes, punctuation, kinds of blanks, ligatures. Running it twice changes nothing.
 */
export function normaliseText(text: string): string {
  return text
    .replace(SILENT, "")
    .normalize("NFKC")
    .toLowerCase()
    .normalize("NFKC")
    .replace(SILENT, "")
    .replace(ALONE, " $& ")
    .replace(/[^\p{L}\p{M}\p{N}\p{Sc}%+]+/gu, " ")
    .trim();
}

/** True when the normalised text holds the locator as whole words in their order. */
export function holdsPassage(normalised: string, locator: string): boolean {
  const wanted = normaliseText(locator);
  return wanted !== "" && ` ${normalised} `.includes(` ${wanted} `);
}
