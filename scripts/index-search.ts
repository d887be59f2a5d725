import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import * as pagefind from "pagefind";
import { deriveTable } from "../src/derive/table.ts";
import { readOutline } from "../src/exports/page-outline.ts";
import { readSections } from "../src/exports/page-sections.ts";
import { TOOL_PAGES } from "../src/exports/search-pages.ts";
import { listSearchRecords } from "../src/exports/search-records.ts";
import type { SearchRecord } from "../src/exports/search-record.ts";
import type { AgreementRecord } from "../src/model/index.ts";

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

async function readRecords(
  record: AgreementRecord,
  site: string,
): Promise<SearchRecord[]> {
  const readAll = async <T>(pages: string[], read: (html: string) => T) =>
    new Map(
      await Promise.all(
        pages.map(async (page) => {
          const html = await readFile(join(site, page, "index.html"), "utf8");
          return [page, read(html)] as const;
        }),
      ),
    );
  const explainers = record.explainers.map(({ id }) => id);
  const sections = await readAll(explainers, readSections);
  const outlines = await readAll(TOOL_PAGES, readOutline);
  const tables = record.tables.map((spec) => deriveTable(record, spec));
  return listSearchRecords(
    record,
    tables,
    (page) => sections.get(page)!,
    (page) => outlines.get(page)!,
  );
}

/**
 * Writes the search index of a rendered site into it. Records are added one after the other: their order
 * decides the bytes.
 */
export async function indexSearch(
  record: AgreementRecord,
  site: string,
): Promise<void> {
  const records = await readRecords(record, site);
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
          language: record.site.language,
          meta: Object.fromEntries(shown),
          // Words of a filter are handed over with a result, but not searched.
          filters: { kind: [kind], ...(cell && { cell: [cell] }) },
        }),
      );
    }
    const { files } = orStop(await index!.getFiles());
    for (const { path, content } of files) {
      if (!NEEDED.test(path)) continue;
      const target = join(site, FOLDER, path);
      await mkdir(dirname(target), { recursive: true });
      await writeFile(target, content);
    }
  } finally {
    await pagefind.close();
  }
}
