import type { SiteFiles } from "../src/audit/audit-site.ts";
import { readPage } from "../src/audit/read-page.ts";
import type { PageFacts } from "../src/audit/read-page.ts";
import { deriveEdition } from "../src/derive/edition.ts";
import { findEmbed } from "../src/exports/embeds.ts";
import { LLMS_FULL_FILE } from "../src/exports/llms.ts";
import {
  formatLlmsFull,
  listFullPages,
  LLMS_FULL_BYTES,
} from "../src/exports/llms-full.ts";
import { markdownPath } from "../src/exports/markdown/page.ts";
import { listPages } from "../src/exports/sitemap.ts";
import { promisedPage } from "../src/ledger/read-addresses.ts";
import type { Address, SiteAddresses } from "../src/ledger/read-addresses.ts";
import { FRAMED_FOLDER, isFramed } from "../src/model/framed.ts";
import type { AgreementRecord } from "../src/model/index.ts";
import { hashOf } from "./hash-files.ts";
import { makeForms } from "./make-forms.ts";
import type {
  PageAnswer,
  PageFrame,
  PageQuestion,
  PageRead,
} from "./make-forms.ts";
import { pageFile } from "./site-files.ts";
import type { SiteWriter } from "./site-writer.ts";
import { createThreads, forEachSome } from "./threads.ts";

/** What is read from the rendered pages. */
export interface PagesRead {
  addresses: SiteAddresses;
  /** What the audit needs of each page as it was rendered, by the page's file. */
  facts: ReadonlyMap<string, { sha256: string; facts: PageFacts }>;
}

/** Of so many pages, a thread has loaded its code when this one has made all of it. */
const FEW = 24;

/** One string for all that say the same. */
function createShare(): (text: string) => string {
  const known = new Map<string, string>();
  return (text) => known.get(text) ?? (known.set(text, text), text);
}

/** Pages have most of their addresses in common; a copy of each for each page would fill the memory. */
function shareStrings(
  { facts, addresses }: PageRead,
  share: (text: string) => string,
): void {
  facts.ids = facts.ids.map(share);
  facts.links = facts.links.map(share);
  facts.loads = facts.loads.map(share);
  for (const address of addresses) {
    address.id = share(address.id);
    address.text = share(address.text);
  }
}

/**
 * Reads every rendered page, and writes what is made from pages: Markdown beside each, frames for other sites, one
 * text of many. (As routes of Astro each would be rendered twice, and might say something else.) What is read is kept
 * for the next build as long as the page is the same; the texts and trees of some thousand pages would fill the memory.
 */
export async function readPages(
  record: AgreementRecord,
  site: SiteWriter,
): Promise<PagesRead> {
  const { address, as_of } = record.site;
  const edition = deriveEdition(record).words;
  const frame = site.read(pageFile(FRAMED_FOLDER));
  const told: PageFrame = { address, as_of, edition, frame };
  const shared = hashOf(JSON.stringify(told));
  const paths = new Map(
    listPages(record).map((path) => [pageFile(path), path]),
  );
  const full = new Set(listFullPages(record));
  const names = site
    .names()
    .filter((name) => name.endsWith(".html") && !isFramed(name));
  const threads = createThreads<PageQuestion, PageAnswer>(
    "page-thread.ts",
    told,
  );
  const fresh = names.filter((name) => !site.isUnchanged(name));
  const ask = (question: PageQuestion) =>
    fresh.length > FEW ? threads.ask(question) : makeForms(question, told);

  const read = (name: string): Promise<PageRead> => {
    const path = paths.get(name);
    const embed = path === undefined ? undefined : findEmbed(record, path);
    const inFull = path !== undefined && full.has(path);
    const key = [shared, site.sha256(name), path, embed?.path, inFull].join();
    return site.make(`page ${name}`, key, async (write) => {
      const made = await ask({
        file: site.place(name),
        path,
        embedded: embed !== undefined,
        inFull,
      });
      if (made.markdown !== undefined)
        write(markdownPath(path!).slice(1), made.markdown);
      if (made.embed !== undefined) write(pageFile(embed!.path), made.embed);
      return made.read;
    });
  };

  const share = createShare();
  const pages = new Map<string, PageRead>();
  try {
    await forEachSome(names, async (name) => {
      const page = await read(name);
      shareStrings(page, share);
      pages.set(name, page);
    });
  } finally {
    await threads.end();
  }

  const addresses = new Map<string, Address[]>();
  const facts = new Map<string, { sha256: string; facts: PageFacts }>();
  const parts = new Map<string, string>();
  for (const name of names) {
    const page = pages.get(name)!;
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
