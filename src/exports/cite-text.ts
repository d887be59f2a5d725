import { plugins } from "@citation-js/core";
import "@citation-js/plugin-csl";
import chicago from "style-chicago";
import type { CslItem } from "./cite-item.ts";

const csl = plugins.config.get("@csl");
csl.styles.add("chicago", chicago);

/** The styles a reference is written in, as readers know them. */
export const CITE_STYLES = { apa: "APA", chicago: "Chicago" } as const;
export type CiteStyle = keyof typeof CITE_STYLES;

/** The library's locale of a language; English where it has none. */
function localeOf(language: string): string {
  const first = language.split("-")[0]!;
  const known = csl.locales.list();
  return (
    [language, ...known].find(
      (locale) => known.includes(locale) && locale.split("-")[0] === first,
    ) ?? "en-US"
  );
}

// A character that is no letter of any script, after each `<`: the library takes some words in `<…>` for markup.
const GUARD = "\u2060";

/**
 * The reference as the library writes it. The words of a title keep their case: they are often a cell's own
 * words, and Chicago would write a contract's terms in capitals.
 */
export function formatReference(item: CslItem, style: CiteStyle): string {
  const guarded = item.title.replaceAll("<", `<${GUARD}`);
  // "No linguistic content": it is English titles of which Chicago changes the case.
  const given = { ...item, title: guarded, language: "zxx" };
  const engine = csl.engine([given], style, localeOf(item.language), "text");
  engine.updateItems([given.id], true);
  const [reference] = engine.makeBibliography()[1];
  return reference!.replaceAll(`<${GUARD}`, "<").trim();
}

/**
 * Titles of which the library changes nothing but apostrophes: letters, figures, and signs that do not pair up,
 * end a sentence or stand for markup.
 */
const PLAIN =
  /^[\p{L}\p{N}$](?:[\p{L}\p{N}(),:;%$€+/–—-]| (?=[\p{L}\p{N}($€+–—])|[.?!](?=[\p{L}\p{N} ])|(?<=[\p{L}\p{N}])['’](?=\p{L}))*[\p{L}\p{N})%]$/u;

/** Words in quotation marks, with no others inside and blanks around them; beside other signs the library has ways of its own. */
const QUOTED = /(?<= )'([\p{L}\p{N}](?:[^'"“”‘’]*[\p{L}\p{N}])?)'(?= )/gu;

/** The marks a style puts around words in a title; Chicago has the title itself in the outer ones. */
const MARKS = { apa: "“$1”", chicago: "‘$1’" };

export function isPlainTitle(title: string): boolean {
  return PLAIN.test(title.replace(QUOTED, "$1"));
}

// Signs that stand for a title and an address in a frame; Unicode keeps them for private use.
const TITLE = "\ue000";
const ADDRESS = "\ue001";

/**
 * Writes references of items that differ only in title and address. The library takes 2 ms for each, far too
 * long for every cell: it writes one with places held open, which are then filled. Titles that it might change
 * (quotes, a question mark at the end) it writes itself.
 */
export function createReferenceWriter(
  style: CiteStyle,
): (item: CslItem) => string {
  const frames = new Map<string, string>();
  return (item) => {
    if (!isPlainTitle(item.title)) return formatReference(item, style);
    const rest = JSON.stringify({ ...item, id: "", title: "", URL: "" });
    let frame = frames.get(rest);
    if (frame === undefined) {
      const open = { ...item, id: "frame", title: TITLE, URL: ADDRESS };
      frame = formatReference(open, style);
      frames.set(rest, frame);
    }
    const title = item.title.replace(QUOTED, MARKS[style]).replaceAll("'", "’");
    return frame.replace(TITLE, () => title).replace(ADDRESS, () => item.URL);
  };
}
