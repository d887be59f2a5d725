import * as pagefind from "pagefind";
import { deriveTable } from "../src/derive/table.ts";
import { readOutline } from "../src/exports/page-outline.ts";
import { readSections } from "../src/exports/page-sections.ts";
import { listSearchRecords } from "../src/exports/search-records.ts";
import type { SearchRecord } from "../src/exports/search-record.ts";
import type { AgreementRecord } from "../src/model/index.ts";
import { pageFile } from "./site-files.ts";
import { hashOf } from "./site-writer.ts";
import type { SiteWriter } from "./site-writer.ts";

/** Where the index lies in the built site. */
const FOLDER = "_search";

/** What our page loads of Pagefind: its own user interfaces, its worker and its highlighter are left out. */
const NEEDED = /^(?:pagefind\.js|pagefind-entry\.json|wasm\.|.+\.pf_\w+$)/;

/** How many results share a file: few enough to load on a phone, many enough to need few requests. */
const RESULTS_A_FILE = 40;

function orStop<T extends { errors: string[] }>(answer: T): T {
  if (answer.errors.length > 0) throw new Error(answer.errors.join("\n"));
  return answer;
}

function readRecords(
  record: AgreementRecord,
  site: SiteWriter,
): SearchRecord[] {
  const tables = record.tables.map((spec) => deriveTable(record, spec));
  return listSearchRecords(
    record,
    tables,
    (page) => readSections(site.read(pageFile(page))),
    (page) => readOutline(site.read(pageFile(page))),
  );
}

/** The index of a list of records, as files. They are added one after the other: their order decides the bytes. */
async function makeIndex(
  records: SearchRecord[],
  language: string,
): Promise<{ path: string; content: Uint8Array }[]> {
  try {
    const { index } = orStop(
      await pagefind.createIndex({
        maxFragments: Math.ceil(records.length / RESULTS_A_FILE),
      }),
    );
    for (const { kind, url, text, cell, ...meta } of records) {
      const shown = Object.entries(meta).filter(([, words]) => words !== "");
      orStop(
        await index!.addCustomRecord({
          url,
          content: text || meta.title,
          language,
          meta: Object.fromEntries(shown),
          // Words of a filter are handed over with a result, but not searched.
          filters: { kind: [kind], ...(cell && { cell: [cell] }) },
        }),
      );
    }
    return orStop(await index!.getFiles()).files;
  } finally {
    await pagefind.close();
  }
}

/** Writes the search index of a rendered site into it, or takes it over where it would be the same. */
export async function indexSearch(
  record: AgreementRecord,
  site: SiteWriter,
): Promise<void> {
  const records = readRecords(record, site);
  const { language } = record.site;
  const key = hashOf(JSON.stringify([records, language]));
  await site.make("search index", key, async (write) => {
    for (const { path, content } of await makeIndex(records, language))
      if (NEEDED.test(path)) write(`${FOLDER}/${path}`, content);
  });
}
