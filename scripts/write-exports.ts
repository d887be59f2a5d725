import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { listExports } from "../src/exports/list-exports.ts";
import type { AgreementRecord } from "../src/model/index.ts";

/** Writes what the site offers to programs. Not as routes of Astro: those take a second a thousand. */
export function writeExports(record: AgreementRecord, site: string): void {
  const folders = new Set<string>();
  for (const [path, content] of listExports(record)) {
    const file = join(site, path);
    const folder = dirname(file);
    if (!folders.has(folder)) mkdirSync(folder, { recursive: true });
    folders.add(folder);
    writeFileSync(file, content);
  }
}
