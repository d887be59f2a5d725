import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { deriveEdition } from "../src/derive/edition.ts";
import {
  formatPageMarkdown,
  markdownPath,
} from "../src/exports/markdown/page.ts";
import { listPages } from "../src/exports/sitemap.ts";
import type { Node } from "../src/html/tree.ts";
import type { AgreementRecord } from "../src/model/index.ts";

/** Writes a page of the site map as Markdown beside its HTML, and leaves every other file alone. */
export function createMarkdownWriter(
  record: AgreementRecord,
  site: string,
): (name: string, page: Node) => Promise<void> {
  const paths = new Map(
    listPages(record).map((path) => [`${path.slice(1)}index.html`, path]),
  );
  const { address, as_of } = record.site;
  const edition = deriveEdition(record).id;
  return async (name, page) => {
    const path = paths.get(name);
    if (path === undefined) return;
    const url = `${address}${path}`;
    const text = formatPageMarkdown(page, { url, edition, asOf: as_of });
    await writeFile(join(site, markdownPath(path)), text!);
  };
}
