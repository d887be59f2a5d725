import { deriveTable } from "../src/derive/table.ts";
import { readOutline } from "../src/exports/page-outline.ts";
import { readSections } from "../src/exports/page-sections.ts";
import { listSearchRecords } from "../src/exports/search-records.ts";
import type { SearchRecord } from "../src/exports/search-record.ts";
import type { AgreementRecord } from "../src/model/index.ts";
import { hashOf } from "./hash-files.ts";
import type { IndexFile, IndexQuestion } from "./index-thread.ts";
import { pageFile } from "./site-files.ts";
import type { SiteWriter } from "./site-writer.ts";
import { createThreads } from "./threads.ts";

/** Where the index lies in the built site. */
const FOLDER = "_search";

/** What our page loads of Pagefind: its own user interfaces, its worker and its highlighter are left out. */
const NEEDED = /^(?:pagefind\.js|pagefind-entry\.json|wasm\.|.+\.pf_\w+$)/;

const STEP = "read for search";

/** Reads what the search needs of rendered pages; of those that are as in the last site, what was read then. */
function createReader(site: SiteWriter) {
  type Read = { sha256: string; read: unknown };
  const before = site.recall(STEP) as { [what: string]: Read } | undefined;
  const now: { [what: string]: Read } = {};
  return {
    of:
      <T>(read: (html: string) => T) =>
      (page: string): T => {
        const name = pageFile(page);
        const what = `${read.name} ${name}`;
        const sha256 = site.sha256(name);
        const known = before?.[what];
        const one =
          known?.sha256 === sha256
            ? known
            : { sha256, read: read(site.read(name)) };
        now[what] = one;
        return one.read as T;
      },
    remember: () => site.remember(STEP, now),
  };
}

/** What the search finds on a rendered site. */
export function readSearchRecords(
  record: AgreementRecord,
  site: SiteWriter,
): SearchRecord[] {
  const tables = record.tables.map((spec) => deriveTable(record, spec));
  const reader = createReader(site);
  const records = listSearchRecords(
    record,
    tables,
    reader.of(readSections),
    reader.of(readOutline),
  );
  reader.remember();
  return records;
}

/** Writes a search index, or takes it over where it would be the same. Most of that happens on a thread. */
export async function indexSearch(
  records: SearchRecord[],
  language: string,
  site: SiteWriter,
): Promise<void> {
  const key = hashOf(JSON.stringify([records, language]));
  await site.make("search index", key, async (write) => {
    const threads = createThreads<IndexQuestion, IndexFile[]>(
      "index-thread.ts",
      undefined,
      1,
    );
    try {
      const files = await threads.ask({ records, language });
      for (const { path, content } of files)
        if (NEEDED.test(path)) write(`${FOLDER}/${path}`, content);
    } finally {
      await threads.end();
    }
  });
}
