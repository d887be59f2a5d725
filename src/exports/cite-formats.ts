import { plugins } from "@citation-js/core";
import "@citation-js/plugin-bibtex";
import "@citation-js/plugin-ris";
import type { CslItem } from "./cite-item.ts";

const { format } = plugins.config.get("@bibtex");
format.useIdAsLabel = true;
// The library's own way to ASCII drops what it has no command for, such as other scripts.
format.asciiOnly = false;

/** CSL-JSON, one item a line. */
export function formatCslJson(items: CslItem[]): string {
  return `[\n${items.map((item) => JSON.stringify(item)).join(",\n")}\n]\n`;
}

const TEX: { [sign: string]: string } = {
  "\\": "\\textbackslash{}",
  // Named, since BibTeX counts braces even after a backslash.
  "{": "\\textbraceleft{}",
  "}": "\\textbraceright{}",
  "^": "\\textasciicircum{}",
  "~": "\\textasciitilde{}",
};

/** Text for a field in braces: no sign of it is one of TeX's, and no two signs run together into another. */
export function escapeBibtex(text: string): string {
  return text
    .replace(/\s+/g, " ")
    .replace(/[\\{}^~$&#%_]/g, (sign) => TEX[sign] ?? `\\${sign}`)
    .replace(
      /(?<=[-`'])(?=[-`'])|(?<=[?!])(?=`)|(?<=,)(?=,)|(?<=<)(?=<)|(?<=>)(?=>)/g,
      "{}",
    );
}

// Signs that hold a place open in what the library writes; Unicode keeps them for private use.
const OPEN = {
  label: "labelplace",
  title: "\ue000",
  address: "\ue001",
  author: "\ue002",
  note: "\ue003",
};

/** An item with every place held open but the date, whose form is the library's. */
function openItem(item: CslItem): object {
  return {
    ...item,
    id: OPEN.label,
    title: OPEN.title,
    URL: OPEN.address,
    author: [{ literal: OPEN.author }],
    note: OPEN.note,
  };
}

function fill(frame: string, words: { [place: string]: string }): string {
  return frame.replace(
    /labelplace|[\ue000-\ue003]/g,
    (place) => words[place] ?? place,
  );
}

function writeEach(
  items: CslItem[],
  kind: "bibtex" | "ris",
  wordsOf: (item: CslItem) => { [place: string]: string },
): string {
  const frames = new Map<string, string>();
  return items
    .map((item) => {
      const key = JSON.stringify([item.issued, item.language]);
      const frame =
        frames.get(key) ??
        plugins.output
          .format(kind, [openItem(item)], {})
          // Styles that know no address print this field as it is, and TeX stumbles over its `#`.
          .replace(/(howpublished = )\{(.*)\}/, "$1{\\url{$2}}");
      frames.set(key, frame);
      return fill(frame, wordsOf(item)).trim();
    })
    .join("\n\n")
    .concat("\n");
}

/** BibTeX in UTF-8. Titles keep their capitals in every style. */
export function formatBibtex(items: CslItem[]): string {
  return writeEach(items, "bibtex", (item) => ({
    [OPEN.label]: item.id,
    [OPEN.title]: `{${escapeBibtex(item.title)}}`,
    [OPEN.address]: item.URL.replace(/[{}]/g, encodeURIComponent),
    [OPEN.author]: escapeBibtex(item.author[0]!.literal),
    [OPEN.note]: escapeBibtex(item.note),
  }));
}

/** RIS has no signs of its own but the line's end. */
export function formatRis(items: CslItem[]): string {
  const line = (text: string) => text.replace(/\s+/g, " ").trim();
  return writeEach(items, "ris", (item) => ({
    [OPEN.title]: line(item.title),
    [OPEN.address]: line(item.URL),
    [OPEN.author]: line(item.author[0]!.literal),
    [OPEN.note]: line(item.note),
  })).replace(/^ID {2}- .*\n/gm, "");
}
