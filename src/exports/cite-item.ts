import { cellWords } from "../derive/cell.ts";
import { deriveClaimPage } from "../derive/claim-page.ts";
import { deriveEdition } from "../derive/edition.ts";
import { formatOnDate } from "../derive/format-date.ts";
import { formatPair } from "../derive/redline-page.ts";
import type { Table } from "../derive/table.ts";
import type { Claim } from "../model/claim.ts";
import type { AgreementRecord } from "../model/record.ts";
import { listPageTables } from "./page-tables.ts";
import { deriveShareCard } from "./share-cards.ts";
import { findSitePage } from "./site-page.ts";

/** One thing that can be cited, as the Citation Style Language describes it. */
export interface CslItem {
  id: string;
  type: "webpage";
  title: string;
  author: { literal: string }[];
  "container-title": string;
  /** The edition in words, where APA and Chicago print what is special about a page. */
  genre: string;
  version: string;
  note: string;
  issued: { "date-parts": number[][] };
  URL: string;
  language: string;
}

/** Where a page's citations lie: `/` → `/cite/index.bib`, `/claims/x/` → `/cite/claims/x.bib`. */
export function citePath(path: string, ending: string): string {
  return `/cite/${path.replace(/^\/|\/$/g, "") || "index"}.${ending}`;
}

/** A claim's own words rarely say which term they are about. */
function deriveClaimTitle(record: AgreementRecord, claim: Claim): string {
  const { title } = deriveClaimPage(record, claim, []);
  const term = record.byId.terms.get(claim.term ?? "");
  return term ? `${term.title}: ${title}` : title;
}

/** What a page is called where it is cited: its title, and what the title leaves to the page around it. */
export function derivePageTitle(record: AgreementRecord, path: string): string {
  const page = findSitePage(record, path);
  switch (page.kind) {
    case "claim":
      return deriveClaimTitle(record, page.item);
    case "pair":
      return formatPair(page.from, page.to);
    // The page is about the document: its bare title would pass for the document itself.
    case "source":
      return `Source: ${page.item.title} (${page.item.publisher})`;
    case "article":
      return `Was it true? ${page.item.title} (${page.item.publisher})`;
    case "as-of":
      return `What held ${formatOnDate(page.item.date)}`;
    case "known":
      return `What was known ${formatOnDate(page.item.date)}`;
    default:
      return deriveShareCard(record, path).title;
  }
}

/** A cell's words between what names it; a page of a day names the day before its table. */
function cellTitle(
  table: Table,
  row: number,
  column: number,
  page: string,
): string {
  const { label, cells } = table.rows[row]!;
  const words = cellWords(cells[column]!);
  const where = page === table.title ? page : `${page}: ${table.title}`;
  return `${label.replace(/\.$/, "")}, ${table.columns[column]!.label}: ${words} (in ${where})`;
}

/**
 * An item for an address of the site. Its date is the day the record speaks for, as precise as that is; when a
 * reader looked at it is theirs to add.
 */
export function makeCslItem(
  record: AgreementRecord,
  /** With slashes at both ends, and a fragment where only a part is cited. */
  address: string,
  title: string,
): CslItem {
  const { site } = record;
  const { name, words, date } = deriveEdition(record);
  const place = `${site.address}${address}`;
  return {
    id: place
      .replace("https://", "")
      .replace(/\/?(#|$)/, (_, hash: string) => (hash ? ":" : ""))
      .replace(/[^\w.:/+-]/g, "_"),
    type: "webpage",
    title: title.replace(/\s+/g, " ").trim(),
    author: [{ literal: site.publisher }],
    "container-title": site.name,
    genre: words,
    version: name,
    note: words,
    issued: { "date-parts": [date.split("-").map(Number)] },
    URL: place,
    language: site.language,
  };
}

export function derivePageItem(record: AgreementRecord, path: string): CslItem {
  return makeCslItem(record, path, derivePageTitle(record, path));
}

/** The page at a path, and then every cell of the tables that are at home there. */
export function listCslItems(record: AgreementRecord, path: string): CslItem[] {
  const page = derivePageItem(record, path);
  const cells = listPageTables(record, path).flatMap(({ table, idPrefix }) =>
    table.rows.flatMap((row, at) =>
      row.cells.map((cell, column) =>
        makeCslItem(
          record,
          `${path}#${idPrefix}${cell.id}`,
          cellTitle(table, at, column, page.title),
        ),
      ),
    ),
  );
  return [page, ...cells];
}
