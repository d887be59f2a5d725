import { deriveEdition } from "../derive/edition.ts";
import { formatDate } from "../derive/format-date.ts";
import type { AgreementRecord } from "../model/record.ts";
import { listAlternates } from "./alternates.ts";
import { formatBibtex, formatCslJson, formatRis } from "./cite-formats.ts";
import { citePath, derivePageItem } from "./cite-item.ts";
import type { CslItem } from "./cite-item.ts";
import { CITE_STYLES, createReferenceWriter } from "./cite-text.ts";
import type { CiteStyle } from "./cite-text.ts";
import { findEmbed, formatEmbed } from "./embeds.ts";
import { hasTables } from "./page-tables.ts";
import { findPinPath } from "./find-pin.ts";
import { listPages } from "./sitemap.ts";

/** A reference in one style. */
export interface Reference {
  style: string;
  text: string;
}

const styles = Object.keys(CITE_STYLES) as CiteStyle[];
const writers = styles.map((style) => ({
  style: CITE_STYLES[style],
  write: createReferenceWriter(style),
}));

function referencesOf(item: CslItem): Reference[] {
  return writers.map(({ style, write }) => ({ style, text: write(item) }));
}

/** Plain text: a block for each address, which begins with it and is followed by its reference in each style. */
function formatReferences(items: CslItem[]): string {
  return items
    .map((item) =>
      [
        item.URL,
        ...referencesOf(item).map(({ style, text }) => `${style}: ${text}`),
      ].join("\n"),
    )
    .join("\n\n")
    .concat("\n");
}

/** What a page says of how to cite it. */
export interface PageCitation {
  /** What a reader can do with the page. */
  offer: string;
  references: Reference[];
  /** In words. */
  edition: string;
  /** The day the edition speaks for, in words. */
  date: string;
  downloads: { label: string; href: string }[];
  /** Whether the downloads hold cells of tables, too. */
  cells: boolean;
  /** The page as files for programs. */
  forms: { label: string; href: string }[];
  /** How to show it on another site; empty where that cannot be done. */
  embeds: { label: string; html: string }[];
}

const FILES = [
  { label: "BibTeX", ending: "bib", format: formatBibtex },
  { label: "RIS", ending: "ris", format: formatRis },
  { label: "CSL-JSON", ending: "json", format: formatCslJson },
  { label: "Text", ending: "txt", format: formatReferences },
];

export function derivePageCitation(
  record: AgreementRecord,
  path: string,
  /** The page's references, where they were made before (`citePage`). */
  references?: Reference[],
): PageCitation {
  const edition = deriveEdition(record);
  const item = derivePageItem(record, path);
  const embed = findEmbed(record, path);
  return {
    offer: embed ? "Cite, download or embed" : "Cite or download",
    references: references ?? referencesOf(item),
    edition: edition.words,
    date: formatDate(edition.date),
    downloads: FILES.map(({ label, ending }) => ({
      label,
      href: citePath(path, ending),
    })),
    cells: hasTables(record, path),
    forms: listAlternates(record, path).flatMap(({ label, href }) =>
      label === undefined ? [] : [{ label, href }],
    ),
    embeds: embed
      ? [
          {
            label: `Embed this ${embed.kind}, kept up to date`,
            html: formatEmbed(record, embed, item.title),
          },
          {
            label: `Embed this ${embed.kind} as it stands in this edition, for good`,
            html: formatEmbed(
              record,
              { ...embed, path: findPinPath(record, path)! },
              item.title,
            ),
          },
        ]
      : [],
  };
}

/** A page's citations in every format, with those of the cells of its tables. */
export interface CitedPage {
  /** The page's own. */
  references: Reference[];
  /** Path below the site, with a slash in front → text. */
  files: [path: string, text: string][];
}

/** The paths of all files of citations. */
export function listCitePaths(record: AgreementRecord): string[] {
  return listPages(record).flatMap((path) =>
    FILES.map(({ ending }) => citePath(path, ending)),
  );
}

/** `items`: the page, then the cells of its tables (`listCslItems`). */
export function citePage(path: string, items: CslItem[]): CitedPage {
  return {
    references: referencesOf(items[0]!),
    files: FILES.map(({ ending, format }) => [
      citePath(path, ending),
      format(items),
    ]),
  };
}
