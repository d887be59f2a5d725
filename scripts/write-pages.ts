import { readFileSync } from "node:fs";
import { join } from "node:path";
import { FILES_FOLDER } from "./bundle-folder.ts";
import type { Bundle } from "./bundle-pages.ts";
import type { PackedReads } from "./page-reads.ts";
import { renderPages } from "./render-pages.ts";
import type { LastRendered, RenderContent } from "./render-pages.ts";
import type { RenderedPage } from "./render-thread.ts";
import { listFiles } from "./site-files.ts";
import type { SiteWriter } from "./site-writer.ts";
import type { Part } from "./watch-record.ts";

const STEP = "render";

/** What is remembered of all pages. */
interface AllRendered {
  /** A hash of the code that rendered them. */
  bundle: string;
  parts: Part[];
  pages: string[];
}

const stepOf = (page: string) => `${STEP} ${page}`;

/** What is remembered of a page. */
interface Rendered {
  /** Of the page as it was rendered: something may have been put into it later. */
  sha256: string;
  reads: PackedReads;
}

function recallLast(site: SiteWriter, bundle: string): LastRendered {
  const all = site.recall(STEP) as AllRendered | undefined;
  if (all?.bundle !== bundle) return undefined;
  const reads = new Map<string, PackedReads>();
  for (const name of all.pages) {
    const page = site.recall(stepOf(name)) as Rendered;
    if (site.lastSha256(name) === page.sha256) reads.set(name, page.reads);
  }
  return { parts: all.parts, reads };
}

/**
 * Writes every page of a record, rendered with the code of a bundle, and every file that is published as it is. A page
 * is taken over from the last site where nothing changed of what it read (decision 0025). Answers with how many were
 * rendered.
 */
export async function writePages(
  bundle: Bundle,
  content: RenderContent,
  site: SiteWriter,
): Promise<number> {
  const pages = new Set<string>();
  let rendered = 0;
  let damaged = false;
  const take = ({ name, reads, content }: RenderedPage) => {
    if (content) {
      site.write(name, content);
      rendered += 1;
    } else if (!site.keep(name)) {
      damaged = true;
      return;
    }
    pages.add(name);
    const page: Rendered = { sha256: site.sha256(name), reads };
    site.remember(stepOf(name), page);
  };
  const { folder, sha256 } = bundle;
  const last = recallLast(site, sha256);
  let parts = await renderPages(bundle, content, last, take);
  if (damaged) parts = await renderPages(bundle, content, undefined, take);
  const all: AllRendered = { bundle: sha256, parts, pages: [...pages] };
  site.remember(STEP, all);
  const files = join(folder, FILES_FOLDER);
  for (const name of listFiles(files))
    site.write(name, readFileSync(join(files, name)));
  return rendered;
}
