import type {
  Article,
  BreadcrumbList,
  Organization,
  WebSite,
} from "schema-dts";
import { deriveExplainerNotes } from "../derive/explainer-notes.ts";
import type { AgreementRecord } from "../model/record.ts";
import { deriveChangeThing } from "./json-ld-changes.ts";
import {
  DATA_PAGE,
  deriveRecordThings,
  deriveTableThing,
} from "./json-ld-data.ts";
import { deriveReviewThings } from "./json-ld-reviews.ts";
import { deriveTermSetThing, deriveTermThing } from "./json-ld-terms.ts";
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
  } satisfies BreadcrumbList;
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
  } as const satisfies Organization;
  const about = { url, description, inLanguage: site.language };
  const licensed = { license: LICENCE.url, isAccessibleForFree: true };
  switch (page.kind) {
    case "home":
      return [
        {
          "@type": "WebSite",
          ...about,
          name: site.name,
          publisher,
        } satisfies WebSite,
      ];
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
        } satisfies Article,
      ];
    }
    case "table":
      return [
        deriveTableThing(record, page.item, { url, description, name: title }),
      ];
    case "term":
      return [deriveTermThing(record, page.item)];
    case "article":
      return deriveReviewThings(record, page.item, publisher);
    case "other":
      switch (path) {
        case "/changes/":
          return [
            deriveChangeThing(record, {
              "@id": url,
              ...about,
              name: title,
              creator: publisher,
              ...licensed,
            }),
          ];
        case "/terms/":
        case "/glossary/":
          return [deriveTermSetThing(record, { ...about, name: title })];
        case DATA_PAGE:
          return deriveRecordThings(record, { url, description });
        default:
          return [];
      }
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
