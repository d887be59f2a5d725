import { describeMdxError, NO_COMMENT } from "./describe-mdx-error.ts";
import { explainerHead, isParseMessage, parseExplainer } from "./explainer.ts";
import type { Explainer } from "./explainer.ts";
import { placeAt, placeOfFile } from "./place.ts";
import type { Place, SourceText } from "./place.ts";
import { readOne } from "./read-entry.ts";
import type { Reading } from "./read-entry.ts";
import { findInvisible } from "./visible-text.ts";

/** What to do about an import, an export or an expression. */
function hintOnCode(code: string): string {
  if (/^\{\s*\/[*/]/.test(code)) return NO_COMMENT;
  return code.startsWith("{")
    ? "escape a brace as `\\{`"
    : "remove it; what a page shows comes through embeds";
}

/** The text with signs that are written by their number (`&#x202E;`) as themselves. */
function spellOut(text: string): string {
  return text.replace(
    /&#(?:x([\da-f]{1,5})|(\d{1,6}));/gi,
    (_, hexadecimal?: string, decimal?: string) =>
      String.fromCodePoint(
        parseInt(hexadecimal ?? decimal!, hexadecimal ? 16 : 10),
      ),
  );
}

/** Reads one explainer; undefined, with problems, when it is not one. */
export function readExplainer(
  reading: Reading,
  path: string,
  source: SourceText,
): Explainer | undefined {
  const fail = (
    rule: string,
    message: string,
    place = placeOfFile(source.file),
    hint?: string,
  ) => {
    reading.problems.push({ rule, severity: "error", message, place, hint });
    return undefined;
  };
  let parsed;
  try {
    parsed = parseExplainer(source);
  } catch (error) {
    if (error instanceof RangeError)
      return fail(
        "file-limits",
        "Unexpected nesting too deep to be read, expected prose",
      );
    if (!isParseMessage(error)) throw error;
    reading.problems.push(describeMdxError(source, error));
    return undefined;
  }
  if (!parsed.head) {
    const hint =
      "begin the file with `---`, `title: …`, `question: …`, `description: …`, `---`";
    return fail(
      "readable-mdx",
      "Unexpected file without front matter, expected one",
      placeOfFile(source.file),
      hint,
    );
  }
  for (const place of parsed.code) {
    fail(
      "readable-mdx",
      "Unexpected code, expected prose and embeds only",
      place,
      hintOnCode(place.excerpt.slice(place.column - 1)),
    );
  }
  const sign = findInvisible(spellOut(source.text));
  if (sign !== undefined)
    fail(
      "readable-mdx",
      `Unexpected sign ${sign}, expected text that can be seen`,
    );
  // The front matter keeps its line numbers: everything before it is blanked, line by line.
  const before = source.text
    .slice(0, parsed.head.offset)
    .replace(/[^\n]/g, " ");
  const head = readOne(
    reading,
    explainerHead,
    source,
    before + parsed.head.text,
  );
  if (!head) return undefined;
  const id = path.slice("explainers/".length, -".mdx".length);
  const explainer: Explainer = {
    ...head,
    id,
    embeds: parsed.embeds.map((found) => found.embed),
    prose: parsed.prose.map((found) => found.prose),
    links: parsed.links.map((found) => found.link),
    headings: parsed.headings.map((found) => found.heading),
    markdownTables: parsed.markdownTables.map((found) => found.table),
    words: parsed.words,
    text: source.text.replaceAll("\r\n", "\n"),
  };
  for (const { embed, place, attributes } of parsed.embeds)
    reading.locations.remember(embed, { place, attributes });
  const remember = (value: object, place: Place) =>
    reading.locations.remember(value, { place, attributes: new Map() });
  for (const { link, place } of parsed.links) remember(link, place);
  for (const { heading, place } of parsed.headings) remember(heading, place);
  for (const { table, place } of parsed.markdownTables) remember(table, place);
  for (const { prose, start, end } of parsed.prose)
    reading.locations.remember(prose, { source, start, end });
  const title = placeAt(source, parsed.head.offset, parsed.head.offset + 1);
  reading.locations.remember(explainer, {
    place: title,
    attributes: new Map(
      Object.keys(head).map((key) => [
        key,
        reading.locations.placeOf(head, [key]),
      ]),
    ),
  });
  return explainer;
}
