import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { formatEmbedPage } from "../src/exports/embed-page.ts";
import { findEmbed } from "../src/exports/embeds.ts";
import { listPages } from "../src/exports/sitemap.ts";
import type { Node } from "../src/html/tree.ts";
import { FRAMED_FOLDER } from "../src/model/framed.ts";
import type { AgreementRecord } from "../src/model/index.ts";

/**
 * Writes a page as a frame for other sites, where it has one. Not as routes of Astro: each would be rendered twice,
 * and might say something else. Takes the tree apart, so whatever else reads it comes before.
 */
export function createEmbedWriter(
  record: AgreementRecord,
  site: string,
): (name: string, page: Node) => void {
  const frame = readFileSync(join(site, FRAMED_FOLDER, "index.html"), "utf8");
  const paths = new Map(
    listPages(record).map((path) => [`${path.slice(1)}index.html`, path]),
  );
  return (name, page) => {
    const path = paths.get(name);
    const embed = path === undefined ? undefined : findEmbed(record, path);
    if (!embed || path === undefined) return;
    const file = join(site, embed.path, "index.html");
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(
      file,
      formatEmbedPage(frame, page, path, record.site.address),
    );
  };
}
