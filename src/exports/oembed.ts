import type { AgreementRecord } from "../model/record.ts";
import { derivePageTitle } from "./cite-item.ts";
import { findEmbed, formatEmbed } from "./embeds.ts";
import type { ExportFile } from "./list-exports.ts";
import { shareImagePath } from "./share-cards.ts";
import { SHARE_IMAGE } from "./share-image.ts";
import { listPages } from "./sitemap.ts";

/** Where the oEmbed document of a page lies: `/` → `/oembed/index.json`, `/claims/x/` → `/oembed/claims/x.json`. */
export function oembedPath(path: string): string {
  return `/oembed/${path.replace(/^\/|\/$/g, "") || "index"}.json`;
}

/** How a page is shown inside another site (oEmbed 1.0): as a frame where it has one, else as a link. */
export function formatOembed(record: AgreementRecord, path: string): string {
  const { name, address } = record.site;
  const title = derivePageTitle(record, path);
  const embed = findEmbed(record, path);
  const document = {
    version: "1.0",
    type: embed ? "rich" : "link",
    title,
    provider_name: name,
    provider_url: `${address}/`,
    ...(embed && {
      html: formatEmbed(record, embed, title),
      width: embed.width,
      height: embed.height,
    }),
    thumbnail_url: `${address}${shareImagePath(path)}`,
    thumbnail_width: SHARE_IMAGE.width,
    thumbnail_height: SHARE_IMAGE.height,
  };
  return `${JSON.stringify(document)}\n`;
}

export function* listOembedFiles(
  record: AgreementRecord,
): Iterable<ExportFile> {
  for (const path of listPages(record))
    yield [oembedPath(path).slice(1), () => formatOembed(record, path)];
}
