/**
 * Signs that no text may hold: control characters other than tabs and line ends, halves of a pair, and what Unicode
 * keeps free. They show as nothing, XML has no way to write most of them, and some command a terminal.
 */
const INVISIBLE =
  /[^\t\n\r\u0020-\u007E\u00A0-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u;

/** What begins a run of another direction → what ends it. */
const DIRECTIONS = new Map([
  ["\u202A", "\u202C"],
  ["\u202B", "\u202C"],
  ["\u202D", "\u202C"],
  ["\u202E", "\u202C"],
  ["\u2066", "\u2069"],
  ["\u2067", "\u2069"],
  ["\u2068", "\u2069"],
]);

const spell = (sign: string) =>
  `U+${sign.codePointAt(0)!.toString(16).toUpperCase().padStart(4, "0")}`;

/**
 * A sign of the text that would show as nothing, or change in which direction the words around it are read; as its
 * code point. Undefined when there is none. Directions are fine as long as the text itself ends them.
 */
export function findInvisible(text: string): string | undefined {
  const found = INVISIBLE.exec(text)?.[0];
  if (found !== undefined) return spell(found);
  const open: { sign: string; end: string }[] = [];
  for (const [sign] of text.matchAll(/[\u202A-\u202E\u2066-\u2069]/g)) {
    const end = DIRECTIONS.get(sign);
    if (end !== undefined) open.push({ sign, end });
    else if (open.pop()?.end !== sign) return spell(sign);
  }
  return open[0] && spell(open[0].sign);
}
