import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { deriveEdition } from "../src/derive/edition.ts";
import { LLMS_FULL_FILE } from "../src/exports/llms.ts";
import {
  formatLlmsFull,
  listFullPages,
  LLMS_FULL_BYTES,
} from "../src/exports/llms-full.ts";
import {
  formatPageMarkdown,
  formatPagePart,
  markdownPath,
} from "../src/exports/markdown/page.ts";
import { listPages } from "../src/exports/sitemap.ts";
import type { Node } from "../src/html/tree.ts";
import type { AgreementRecord } from "../src/model/index.ts";

/** Writes what is Markdown from the pages that it is shown one after the other. */
export interface MarkdownWriter {
  /** Writes a page of the site map as Markdown beside its HTML; passes over every other file. */
  visit(name: string, page: Node): void;
  /** Writes the one text of many pages, once all were seen. */
  finish(): void;
}

export function createMarkdownWriter(
  record: AgreementRecord,
  site: string,
): MarkdownWriter {
  const paths = new Map(
    listPages(record).map((path) => [`${path.slice(1)}index.html`, path]),
  );
  const full = new Set(listFullPages(record));
  const parts = new Map<string, string>();
  const { address, as_of } = record.site;
  const edition = deriveEdition(record).id;
  return {
    visit(name, page) {
      const path = paths.get(name);
      if (path === undefined) return;
      const url = `${address}${path}`;
      if (full.has(path)) parts.set(path, formatPagePart(page, url));
      writeFileSync(
        join(site, markdownPath(path)),
        formatPageMarkdown(page, { url, edition, asOf: as_of }),
      );
    },
    finish() {
      const text = formatLlmsFull(record, parts, LLMS_FULL_BYTES);
      writeFileSync(join(site, LLMS_FULL_FILE), text);
    },
  };
}
