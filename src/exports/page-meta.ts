import type { AgreementRecord } from "../model/record.ts";
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
  /** Ready to stand inside a script element. */
  jsonLd: string;
}

/** A page outside the sitemap, such as the one for lost addresses, borrows the image of the front page. */
function imagePage(record: AgreementRecord, path: string): string {
  const listed =
    findSitePage(record, path).kind !== "other" ||
    listPages(record).includes(path);
  return listed ? path : "/";
}

export function derivePageMeta(
  record: AgreementRecord,
  page: DescribedPage,
): PageMeta {
  const { address, name } = record.site;
  const shown = imagePage(record, page.path);
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
    jsonLd: formatJsonLd(deriveJsonLd(record, page)),
  };
}
