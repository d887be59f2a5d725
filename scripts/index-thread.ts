import * as pagefind from "pagefind";
import type { SearchRecord } from "../src/exports/search-record.ts";
import { answer } from "./threads.ts";

export interface IndexQuestion {
  records: SearchRecord[];
  language: string;
}

/** A file of an index, by its path below that. */
export interface IndexFile {
  path: string;
  content: Uint8Array<ArrayBuffer>;
}

/** How many results share a file: few enough to load on a phone, many enough to need few requests. */
const RESULTS_A_FILE = 40;

function orStop<T extends { errors: string[] }>(answer: T): T {
  if (answer.errors.length > 0) throw new Error(answer.errors.join("\n"));
  return answer;
}

// Makes the index of a list of records. They are added one after the other: their order decides the bytes.
answer(
  async ({ records, language }: IndexQuestion): Promise<IndexFile[]> => {
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
      const { files } = orStop(await index!.getFiles());
      return files.map(({ path, content }) => ({
        path,
        content: new Uint8Array(content),
      }));
    } finally {
      await pagefind.close();
    }
  },
  (files) => files.map(({ content }) => content.buffer),
);
