import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { listCiteFiles } from "../src/exports/cite-files.ts";
import type { AgreementRecord } from "../src/model/index.ts";

/** Writes the citations of every page into `<site>/cite/`. Not as routes of Astro: those take a second a thousand. */
export async function writeCitations(
  record: AgreementRecord,
  site: string,
): Promise<void> {
  const folders = new Set<string>();
  for (const [path, text] of listCiteFiles(record)) {
    const file = join(site, path);
    const folder = dirname(file);
    if (!folders.has(folder)) await mkdir(folder, { recursive: true });
    folders.add(folder);
    await writeFile(file, text);
  }
}
