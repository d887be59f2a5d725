import { readFacts } from "../src/audit/read-page.ts";
import type { PageFacts } from "../src/audit/read-page.ts";
import type { SiteFiles } from "../src/audit/audit-site.ts";
import { parsePage } from "../src/html/tree.ts";
import type { Node } from "../src/html/tree.ts";
import { promisedPage, readAddresses } from "../src/ledger/read-addresses.ts";
import type { Address, SiteAddresses } from "../src/ledger/read-addresses.ts";

/** The rendered pages, each parsed once: that takes longer than all that is read from it. */
export interface PagesRead {
  addresses: SiteAddresses;
  /** What the audit needs of a page; read anew where the page is not as it was rendered. */
  factsOf(name: string, html: string): PageFacts;
}

/**
 * Reads every page of a rendered site. Only what is read is kept: the trees of some thousand pages would fill the
 * memory. `visit` is called with each tree.
 */
export async function readPages(
  files: SiteFiles,
  visit: (name: string, page: Node) => Promise<void>,
): Promise<PagesRead> {
  const addresses = new Map<string, Address[]>();
  const known = new Map<string, { html: string; facts: PageFacts }>();
  for (const [name, html] of files) {
    if (html === undefined || !name.endsWith(".html")) continue;
    const page = parsePage(html);
    known.set(name, { html, facts: readFacts(page) });
    const promised = promisedPage(name);
    if (promised !== undefined) addresses.set(promised, readAddresses(page));
    await visit(name, page);
  }
  return {
    addresses,
    factsOf(name, html) {
      const before = known.get(name);
      return before?.html === html ? before.facts : readFacts(parsePage(html));
    },
  };
}
