import type { SiteFiles } from "../src/audit/audit-site.ts";
import { readPage, readFacts } from "../src/audit/read-page.ts";
import type { PageFacts } from "../src/audit/read-page.ts";
import { deriveEdition } from "../src/derive/edition.ts";
import { formatEmbedPage } from "../src/exports/embed-page.ts";
import { findEmbed } from "../src/exports/embeds.ts";
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
import { parsePage } from "../src/html/tree.ts";
import { promisedPage, readAddresses } from "../src/ledger/read-addresses.ts";
import type { Address, SiteAddresses } from "../src/ledger/read-addresses.ts";
import { FRAMED_FOLDER, isFramed } from "../src/model/framed.ts";
import type { AgreementRecord } from "../src/model/index.ts";
import { pageFile } from "./site-files.ts";
import { hashOf } from "./site-writer.ts";
import type { SiteWriter } from "./site-writer.ts";

/** The rendered pages, each parsed once: that takes longer than all that is read from it. */
export interface PagesRead {
  addresses: SiteAddresses;
  /** What the audit needs of each page as it was rendered, by the page's file. */
  facts: ReadonlyMap<string, { sha256: string; facts: PageFacts }>;
}

/** What is read from one page, and kept for the next build as long as the page is the same. */
interface PageRead {
  facts: PageFacts;
  addresses: Address[];
  /** The page as a part of the one text of many pages; undefined where it is not in that. */
  part?: string | undefined;
}

/**
 * Reads every rendered page, one after the other, and writes what is made from pages: Markdown beside each, frames
 * for other sites, one text of many. (As routes of Astro each would be rendered twice, and might say something
 * else.) Only what is read is kept: the texts and trees of some thousand pages would fill the memory.
 */
export async function readPages(
  record: AgreementRecord,
  site: SiteWriter,
): Promise<PagesRead> {
  const { address, as_of } = record.site;
  const edition = deriveEdition(record).words;
  const frame = site.read(pageFile(FRAMED_FOLDER));
  const paths = new Map(
    listPages(record).map((path) => [pageFile(path), path]),
  );
  const full = new Set(listFullPages(record));
  const shared = hashOf(JSON.stringify([address, as_of, edition, frame]));

  const read = (name: string): Promise<PageRead> => {
    const path = paths.get(name);
    const embed = path === undefined ? undefined : findEmbed(record, path);
    const inFull = path !== undefined && full.has(path);
    const key = [shared, site.sha256(name), path, embed?.path, inFull].join();
    return site.make(`page ${name}`, key, (write) => {
      const page = parsePage(site.read(name));
      const facts = readFacts(page);
      const addresses = readAddresses(page);
      if (path === undefined) return { facts, addresses };
      const url = `${address}${path}`;
      const part = inFull ? formatPagePart(page, url) : undefined;
      write(
        markdownPath(path).slice(1),
        formatPageMarkdown(page, { url, edition, asOf: as_of }),
      );
      // Takes the tree apart, and so comes last.
      if (embed)
        write(
          pageFile(embed.path),
          formatEmbedPage(frame, page, path, address),
        );
      return { facts, addresses, part };
    });
  };

  const addresses = new Map<string, Address[]>();
  const facts = new Map<string, { sha256: string; facts: PageFacts }>();
  const parts = new Map<string, string>();
  for (const name of site.names()) {
    if (!name.endsWith(".html")) continue;
    const page = await read(name);
    facts.set(name, { sha256: site.sha256(name), facts: page.facts });
    const promised = promisedPage(name);
    if (promised !== undefined) addresses.set(promised, page.addresses);
    if (page.part !== undefined) parts.set(paths.get(name)!, page.part);
  }
  site.write(LLMS_FULL_FILE, formatLlmsFull(record, parts, LLMS_FULL_BYTES));
  return { addresses, facts };
}

/**
 * What the audit asks of the site as it will be published. A frame is not read: what it holds was read on its page,
 * and its links are led from there.
 */
export function readForAudit(
  site: SiteWriter,
  { facts }: PagesRead,
): { pages: Map<string, PageFacts>; files: SiteFiles } {
  const pages = new Map<string, PageFacts>();
  const files = new Map<string, string | undefined>();
  for (const name of site.names()) {
    files.set(name, name.endsWith(".css") ? site.read(name) : undefined);
    if (!name.endsWith(".html") || isFramed(name)) continue;
    const before = facts.get(name);
    pages.set(
      name,
      before?.sha256 === site.sha256(name)
        ? before.facts
        : readPage(site.read(name)),
    );
  }
  return { pages, files };
}
