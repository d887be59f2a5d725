/**
 * What an inline format writes for a mark until its surroundings are known: characters that no text may hold,
 * since Unicode keeps them out of interchange.
 */
export const MARKS = {
  strong: { open: "\uFDD0", close: "\uFDD1", sign: "**" },
  emphasis: { open: "\uFDD2", close: "\uFDD3", sign: "*" },
  removed: { open: "\uFDD4", close: "\uFDD5", sign: "~~" },
} as const;

/** Stands before the mark of a footnote, and takes away the white space before it. */
export const NOTE = "\uFDD6";

const RESERVED = /[\uFDD0-\uFDD6]/g;
const SPECIAL =
  /[\\`*[\]<~|]|_|&(?=[#a-z]|$)|!$|@(?=\S)|www(?=\.)|(?:https?|ftp|mailto|xmpp)(?=:)/gi;
const WORD = /[\p{L}\p{N}]/u;

/** Text in which no sign of Markdown has its meaning. White space is left to `finishInline`. */
export function escapeText(text: string, inTable: boolean): string {
  return text
    .replace(RESERVED, "")
    .replace(SPECIAL, (found, at: number, whole: string) => {
      if (found === "|") return inTable ? "\\|" : "|";
      if (found === "_") {
        const inWord =
          WORD.test(whole[at - 1] ?? "") && WORD.test(whole[at + 1] ?? "");
        return inWord ? "_" : "\\_";
      }
      // An address in the text would become a link, and take what follows into it.
      return found.length > 1 ? `${found}\\` : `\\${found}`;
    });
}

/** The first line of a block: what would make another kind of block of it is escaped. */
export function escapeStart(line: string): string {
  return line
    .replace(/^(?:[-+](?=[-\s]|$)|#{1,6}(?=\s|$)|>|=)/, "\\$&")
    .replace(/^(\d+)([.)])(?=\s|$)/, "$1\\$2")
    .replace(/^(\[\^\d+\]):/, "$1\\:");
}

/** An address as Markdown writes it after the words of a link. */
export function formatDestination(url: string): string {
  const safe = url
    .replace(/[\s<>\\|`[\]\uFDD0-\uFDD6]/g, encodeURIComponent)
    .replace(/&(?=[#a-z])/gi, "&amp;");
  return /[()]/.test(safe) ? `<${safe}>` : safe;
}

/**
 * What all readers of Markdown take for a gap beside a mark. Of other symbols, and of signs beyond the first plane,
 * each has its own opinion; so single code units are looked at.
 */
const GAP = /[\s\p{P}$+<=>^`|~]/u;
const isGap = (unit: string | undefined) =>
  unit === undefined || GAP.test(unit);
const isWord = (unit: string | undefined) =>
  unit !== undefined && WORD.test(unit);

function settleMarks(text: string): string {
  let settled = text;
  for (const { open, close, sign } of Object.values(MARKS)) {
    if (!settled.includes(open)) continue;
    const pair = new RegExp(
      `${open}(\\s*)([^${open}${close}]*?)(\\s*)${close}`,
    );
    for (let found = pair.exec(settled); found; found = pair.exec(settled)) {
      const [all, lead = "", inner = "", trail = ""] = found;
      const before = settled.slice(0, found.index) + lead;
      const after = trail + settled.slice(found.index + all.length);
      const bare = (side: string) => side.replace(RESERVED, "");
      const [left, right] = [bare(before), bare(after)];
      const core = bare(inner);
      const opens = isWord(core[0]) || isGap(left.at(-1));
      const closes = isWord(core.at(-1)) || isGap(right[0]);
      // Beside another mark of its own letters, neither could be told from the other.
      const alone = !/[*~]$/.test(left) && !/^[*~]/.test(right);
      const marked = core !== "" && opens && closes && alone;
      settled = before + (marked ? sign + inner + sign : inner) + after;
    }
  }
  return settled;
}

/** An inline text with its marks in place, and white space as a reader sees it. */
export function finishInline(text: string): string {
  return settleMarks(text)
    .replace(/[ \t\n\f\r]+/g, " ")
    .replace(/ ?\uFDD6/g, "")
    .replace(/^ | $/g, "");
}
