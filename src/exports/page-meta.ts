import type { AgreementRecord } from "../model/record.ts";
import { listAlternates } from "./alternates.ts";
import type { Alternate } from "./alternates.ts";
import { deriveJsonLd, formatJsonLd } from "./json-ld.ts";
import type { DescribedPage } from "./json-ld.ts";
import { feedsOfPage } from "./feeds.ts";
import {
  deriveShareCard,
  formatShareAlt,
  shareImagePath,
} from "./share-cards.ts";
import { SHARE_IMAGE } from "./share-image.ts";
import { findSitePage } from "./site-page.ts";
import { listPages } from "./sitemap.ts";

/** What a page's head says to those who link to it, beyond its title and description. */
export interface PageMeta {
  siteName: string;
  /** Addresses in full. */
  url: string;
  image: { url: string; width: number; height: number; alt: string };
  /** The `og:type`. */
  kind: "website" | "article";
  /** The feeds that a reader of the page may follow. */
  feeds: { path: string; title: string; type: string }[];
  /** The page in other forms. */
  alternates: Alternate[];
  /** Ready to stand inside a script element. */
  jsonLd: string;
}

/** Whether a page is in the site map; one that is not, such as that for lost addresses, has no other forms. */
function isListed(record: AgreementRecord, path: string): boolean {
  return (
    findSitePage(record, path).kind !== "other" ||
    listPages(record).includes(path)
  );
}

export function derivePageMeta(
  record: AgreementRecord,
  page: DescribedPage,
): PageMeta {
  const { address, name } = record.site;
  const listed = isListed(record, page.path);
  // A page without an image of its own borrows that of the front page.
  const shown = listed ? page.path : "/";
  const card = deriveShareCard(record, shown);
  return {
    siteName: name,
    url: `${address}${page.path}`,
    image: {
      url: `${address}${shareImagePath(shown)}`,
      ...SHARE_IMAGE,
      alt: formatShareAlt(card),
    },
    kind:
      findSitePage(record, page.path).kind === "explainer"
        ? "article"
        : "website",
    feeds: feedsOfPage(record, page.path),
    alternates: listed ? listAlternates(record, page.path) : [],
    jsonLd: formatJsonLd(deriveJsonLd(record, page)),
  };
}
