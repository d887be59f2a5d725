import { setImmediate } from "node:timers/promises";
import { listExports } from "../src/exports/list-exports.ts";
import type { AgreementRecord } from "../src/model/index.ts";
import type { SiteWriter } from "./site-writer.ts";

/** For so long, in milliseconds, what else the build does may wait. */
const MOST_AT_ONCE = 20;

/**
 * Writes what the site offers to programs. Not as routes of Astro: those take a second a thousand. Steps back now and
 * then, so that pages are taken from the thread that renders meanwhile, and do not fill the memory.
 */
export async function writeExports(
  record: AgreementRecord,
  site: SiteWriter,
): Promise<void> {
  let since = performance.now();
  for (const [path, content] of listExports(record)) {
    site.write(path.replace(/^\//, ""), content);
    if (performance.now() - since < MOST_AT_ONCE) continue;
    await setImmediate();
    since = performance.now();
  }
}
