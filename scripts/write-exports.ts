import { listExports } from "../src/exports/list-exports.ts";
import type { AgreementRecord } from "../src/model/index.ts";
import type { SiteWriter } from "./site-writer.ts";

/** Writes what the site offers to programs. Not as routes of Astro: those take a second a thousand. */
export function writeExports(record: AgreementRecord, site: SiteWriter): void {
  for (const [path, content] of listExports(record))
    site.write(path.replace(/^\//, ""), content);
}
