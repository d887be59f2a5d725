/** More lines of one kind than this are counted, not listed; the JSON form holds them all. */
const MOST = 20;

/** A part of the report. */
export interface Section {
  heading: string;
  /** What the section comes to, for the first lines of the report. */
  short: string;
  lines: string[];
}

/** Words of the record as Markdown shows them, in a table too. */
export function escape(text: string): string {
  return text.replace(/[\\`*_<>|[\]]/g, (sign) => `\\${sign}`);
}

/** A cell's or item's words; a dash where there are none. */
export function quoted(words: string | undefined): string {
  return words === undefined ? "—" : escape(words);
}

/** The first lines, then one that counts the others. */
export function atMost(lines: string[], more: (n: number) => string): string[] {
  const left = lines.length - MOST;
  return left > 1 ? [...lines.slice(0, MOST), more(left)] : lines;
}

export const andMore = (left: number) => `- … and ${left} more`;

/** A list of addresses in one line, cut off where it would be long. */
export function listed(hrefs: string[]): string {
  const shown = hrefs.slice(0, MOST).map((href) => `\`${href}\``);
  const left = hrefs.length - shown.length;
  return [...shown, ...(left > 0 ? [`… and ${left} more`] : [])].join(", ");
}
