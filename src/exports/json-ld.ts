import { deriveExplainerNotes } from "../derive/explainer-notes.ts";
import { deriveTable } from "../derive/table.ts";
import type { Table } from "../derive/table.ts";
import { compareDates } from "../model/partial-date.ts";
import type { AgreementRecord } from "../model/record.ts";
import { deriveChangeThing } from "./json-ld-changes.ts";
import { LICENCE } from "./licence.ts";
import { shareImagePath } from "./share-cards.ts";
import { findSitePage, formatPathPart } from "./site-page.ts";
import type { SitePage } from "./site-page.ts";

/** A value of schema.org JSON-LD. */
export type Thing =
  string | number | boolean | undefined | Thing[] | { [key: string]: Thing };

/** A page as its head describes it. */
export interface DescribedPage {
  /** With slashes at both ends. */
  path: string;
  title: string;
  description: string;
}

/** The pages above a page, as its breadcrumbs show them. */
function crumbsOf(
  record: AgreementRecord,
  page: SitePage,
): { name: string; path: string }[] {
  const index = (id: string) => ({ name: formatPathPart(id), path: `/${id}/` });
  switch (page.kind) {
    case "table":
      return [index("tables")];
    case "term":
      return [index("terms")];
    case "version":
      return [index("versions")];
    case "pair":
      return [index("compare")];
    case "source":
      return [index("sources")];
    case "article":
      return [index("was-it-true")];
    case "as-of":
    case "known":
      return [index(page.kind)];
    case "claim": {
      const term = record.byId.terms.get(page.item.term ?? "");
      return term
        ? [index("terms"), { name: term.title, path: `/terms/${term.id}/` }]
        : [index("claims")];
    }
    default:
      return [];
  }
}

function breadcrumbs(
  record: AgreementRecord,
  page: SitePage,
  { path, title }: DescribedPage,
): Thing {
  const { address, name } = record.site;
  const here = page.kind === "home" ? [] : [{ name: title, path }];
  const crumbs = [{ name, path: "/" }, ...crumbsOf(record, page), ...here];
  return {
    "@type": "BreadcrumbList",
    itemListElement: crumbs.map((crumb, index) => ({
      "@type": "ListItem",
      position: index + 1,
      name: crumb.name,
      item: `${address}${crumb.path}`,
    })),
  };
}

/** From the earliest date a table speaks of, or its sources were published on, to the record's day. */
function coverageOf(record: AgreementRecord, table: Table): string {
  const cells = table.rows.flatMap((row) => row.cells);
  const claims = cells.flatMap((cell) =>
    cell.claimIds.map((id) => record.byId.claims.get(id)?.valid_from),
  );
  const sources = cells.flatMap((cell) =>
    cell.sourceIds.map((id) => record.byId.sources.get(id)?.published),
  );
  const dates = [claims, sources]
    .map((found) => found.filter((date) => date !== undefined))
    .find((found) => found.length > 0);
  const { as_of } = record.site;
  const first = dates?.sort(compareDates)[0];
  return first && compareDates(first, as_of) < 0 ? `${first}/${as_of}` : as_of;
}

function things(
  record: AgreementRecord,
  page: SitePage,
  { path, title, description }: DescribedPage,
): Thing[] {
  const { site } = record;
  const url = `${site.address}${path}`;
  const publisher = {
    "@type": "Organization",
    name: site.publisher,
    url: `${site.address}/`,
  };
  const about = { url, description, inLanguage: site.language };
  const licensed = { license: LICENCE.url, isAccessibleForFree: true };
  switch (page.kind) {
    case "home":
      return [{ "@type": "WebSite", ...about, name: site.name, publisher }];
    case "explainer": {
      const notes = deriveExplainerNotes(record, page.item);
      const sources = notes.flatMap((note) =>
        note.citations.map((citation) => citation.url),
      );
      return [
        {
          "@type": "Article",
          ...about,
          inLanguage: page.item.language ?? site.language,
          headline: title,
          image: `${site.address}${shareImagePath(path)}`,
          dateModified: site.as_of,
          author: publisher,
          publisher,
          ...licensed,
          isBasedOn: [...new Set(sources)],
        },
      ];
    }
    case "table":
      return [
        {
          "@type": "Dataset",
          ...about,
          name: title,
          creator: publisher,
          ...licensed,
          temporalCoverage: coverageOf(record, deriveTable(record, page.item)),
        },
      ];
    case "other":
      if (path === "/changes/")
        return [
          deriveChangeThing(record, {
            "@id": url,
            ...about,
            name: title,
            creator: publisher,
            ...licensed,
          }),
        ];
      if (path !== "/glossary/") return [];
      return [
        {
          "@type": "DefinedTermSet",
          "@id": url,
          ...about,
          name: title,
          hasDefinedTerm: record.glossary.map(({ id, term, meaning }) => ({
            "@type": "DefinedTerm",
            "@id": `${url}#${id}`,
            name: term,
            description: meaning,
            inDefinedTermSet: url,
          })),
        },
      ];
    default:
      return [];
  }
}

/** A page's structured data: what it is, by kind, and the pages above it. */
export function deriveJsonLd(
  record: AgreementRecord,
  described: DescribedPage,
): Thing {
  const page = findSitePage(record, described.path);
  return {
    "@context": "https://schema.org",
    "@graph": [
      ...things(record, page, described),
      breadcrumbs(record, page, described),
    ],
  };
}

/**
 * JSON that can stand inside a script element: no content can close the element or open a comment in it, since
 * `<` is written as an escape. U+2028 and U+2029 too, which older readers take for line ends.
 */
export function formatJsonLd(thing: Thing): string {
  return JSON.stringify(thing)
    .replaceAll("<", "\\u003c")
    .replaceAll("\u2028", "\\u2028")
    .replaceAll("\u2029", "\\u2029");
}
