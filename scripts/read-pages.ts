import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { SiteFiles } from "../src/audit/audit-site.ts";
import { readPage, readFacts } from "../src/audit/read-page.ts";
import type { PageFacts } from "../src/audit/read-page.ts";
import { parsePage } from "../src/html/tree.ts";
import type { Node } from "../src/html/tree.ts";
import { promisedPage, readAddresses } from "../src/ledger/read-addresses.ts";
import type { Address, SiteAddresses } from "../src/ledger/read-addresses.ts";
import { isFramed } from "../src/model/framed.ts";
import { listFiles } from "./site-files.ts";

/** The rendered pages, each parsed once: that takes longer than all that is read from it. */
export interface PagesRead {
  addresses: SiteAddresses;
  /** What the audit needs of a page; read anew where the page is not as it was rendered. */
  factsOf(name: string, html: string): PageFacts;
}

const hashOf = (html: string) =>
  createHash("sha256").update(html).digest("base64");

/**
 * Reads every page of a rendered site, one after the other. Only what is read is kept: the texts and trees of some
 * thousand pages would fill the memory. `visit` is called with each tree, and may take it apart.
 */
export function readPages(
  folder: string,
  visit: (name: string, page: Node) => void,
): PagesRead {
  const addresses = new Map<string, Address[]>();
  const known = new Map<string, { hash: string; facts: PageFacts }>();
  for (const name of listFiles(folder)) {
    if (!name.endsWith(".html")) continue;
    const html = readFileSync(join(folder, name), "utf8");
    const page = parsePage(html);
    known.set(name, { hash: hashOf(html), facts: readFacts(page) });
    const promised = promisedPage(name);
    if (promised !== undefined) addresses.set(promised, readAddresses(page));
    visit(name, page);
  }
  return {
    addresses,
    factsOf(name, html) {
      const before = known.get(name);
      return before?.hash === hashOf(html) ? before.facts : readPage(html);
    },
  };
}

/**
 * What the audit asks of the site as it will be published. A frame is not read: what it holds was read on its page,
 * and its links are led from there.
 */
export function readForAudit(
  folder: string,
  { factsOf }: PagesRead,
): { pages: Map<string, PageFacts>; files: SiteFiles } {
  const pages = new Map<string, PageFacts>();
  const files = new Map<string, string | undefined>();
  for (const name of listFiles(folder)) {
    const read = () => readFileSync(join(folder, name), "utf8");
    files.set(name, name.endsWith(".css") ? read() : undefined);
    if (name.endsWith(".html") && !isFramed(name))
      pages.set(name, factsOf(name, read()));
  }
  return { pages, files };
}
