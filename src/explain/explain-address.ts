import { deriveAppearances } from "../derive/appearance.ts";
import type { Appearance } from "../derive/appearance.ts";
import { listPages } from "../exports/sitemap.ts";
import { findSitePage } from "../exports/site-page.ts";
import { listItems } from "../model/item.ts";
import type { AgreementRecord } from "../model/record.ts";
import { canonicalPath } from "./canonical-path.ts";
import { explainEmbeds } from "./explain-embeds.ts";
import { explainEntry } from "./explain-entry.ts";
import { explainPage } from "./explain-page.ts";
import { explainForm } from "./explain-form.ts";
import { explainInTable } from "./explain-table.ts";
import type { InTable } from "./explain-table.ts";
import type { Explanation, PlaceOf } from "./explanation.ts";
import { listSections } from "./explainer-sections.ts";
import { findMove } from "./find-moved.ts";
import { listTables } from "./list-tables.ts";
import { partOf } from "./name-entry.ts";
import { isTemplateSection } from "./template-sections.ts";

/** A page's path with slashes at both ends, and the id behind `#`. */
export interface Address {
  path: string;
  id: string | undefined;
}

/** Reads an address as readers have it: with or without the site's host, a slash at the end, `index.html`. */
export function parseAddress(record: AgreementRecord, asked: string): Address {
  const own = asked.startsWith(record.site.address)
    ? asked.slice(record.site.address.length)
    : asked;
  const [before = "", fragment] = own.split(/#(.*)/);
  const path = before.replace(/[?].*$/, "").replace(/(?:index)?\.html$/, "");
  const parts = path.split("/").filter(Boolean);
  return {
    path: parts.length > 0 ? `/${parts.join("/")}/` : "/",
    id: fragment ? decodeURIComponent(fragment) : undefined,
  };
}

/** A heading of an explainer: its lines, and the embeds under it. */
function explainSection(
  record: AgreementRecord,
  placeOf: PlaceOf,
  path: string,
  id: string,
): InTable | undefined {
  const page = findSitePage(record, path);
  if (page.kind !== "explainer") return undefined;
  const published = record.ledger?.pages.find((one) => one.page === path);
  const section = listSections(page.item, published).find(
    (one) => one.id === id,
  );
  if (!section) return undefined;
  const { from, to, title } = section;
  const embeds = page.item.embeds.filter((embed) => {
    const { line } = placeOf(embed);
    return from <= line && line <= to;
  });
  return {
    about: `the section “${title}”, lines ${from} to ${to} of its file`,
    parts: [
      ...partOf(record, "holds the section", "explainers", page.item.id),
      ...explainEmbeds(record, embeds),
    ],
    claimIds: [],
  };
}

function explainId(
  record: AgreementRecord,
  placeOf: PlaceOf,
  path: string,
  id: string,
): InTable | undefined {
  for (const table of listTables(record, path)) {
    const found = explainInTable(record, table, id);
    if (found) return found;
  }
  return (
    explainSection(record, placeOf, path, id) ?? explainEntry(record, path, id)
  );
}

/** Where else the claims of an address are used. */
function appearancesOf(
  record: AgreementRecord,
  claimIds: string[],
  address: string,
): Appearance[] {
  if (claimIds.length === 0) return [];
  const all = deriveAppearances(record);
  const found = claimIds.flatMap((id) => all.get(id) ?? []);
  return found.filter(
    ({ href }, at) =>
      href !== address &&
      found.findIndex((other) => other.href === href) === at,
  );
}

/**
 * Explains an address: what it is, which entries of the content it is made from, by which rule it says what it says,
 * and where else they are used; a frame or a file by what it is a form of. Undefined where the record makes no such
 * address.
 */
export function explainAddress(
  record: AgreementRecord,
  placeOf: PlaceOf,
  { path, id }: Address,
): Explanation | undefined {
  const pages = new Set(listPages(record));
  const at = canonicalPath(record, path);
  const page = pages.has(at) ? explainPage(record, at) : undefined;
  if (!page)
    return explainForm(record, path, id, (asked) =>
      explainAddress(record, placeOf, parseAddress(record, asked)),
    );
  const { drawnBy } = page;
  const address = id === undefined ? at : `${at}#${id}`;
  const of = id === undefined ? page : explainId(record, placeOf, at, id);
  if (of) {
    const appearances = appearancesOf(record, of.claimIds, address);
    const { about, parts } = of;
    const { words, rule } = of as Partial<InTable>;
    return { address, about, words, parts, rule, appearances, drawnBy };
  }
  if (findMove(record, at, id)) return undefined;
  const published = record.ledger?.pages.find((one) => one.page === at);
  const known = Object.values(published?.ids ?? {}).flat();
  const written = isTemplateSection(findSitePage(record, at), id!);
  if (!known.includes(id!) && !written) return undefined;
  return {
    address,
    about: `a part of ${page.about} that the page's template writes`,
    parts: page.parts,
    appearances: [],
    drawnBy,
  };
}

/** Every address that the record makes and that a mistaken one may have meant: pages, items, and the ids of one page. */
export function listNear(record: AgreementRecord, path: string): string[] {
  const inTables = listTables(record, path).flatMap(({ table, idPrefix }) =>
    table.rows.flatMap(({ id, cells }) =>
      [id, ...cells.map((cell) => cell.id)].map(
        (own) => `${path}#${idPrefix}${own}`,
      ),
    ),
  );
  const homes = listItems(record).map(({ home }) => home);
  return [...new Set([...listPages(record), ...homes, ...inTables])];
}
