import { promisify } from "node:util";
import { brotliCompress, constants, gzip as gzipOf } from "node:zlib";
import type { SiteWriter } from "./site-writer.ts";
import { forEachSome } from "./threads.ts";

/** What holds text. Images, fonts, archives and the search index are compressed already. */
const TEXT =
  /\.(?:html|css|js|svg|json|jsonld|xml|txt|md|csv|ics|bib|ris|webmanifest)$/;

/** Below this, a packet holds the file either way. */
const LEAST_BYTES = 1024;

/**
 * How hard Brotli tries, 0 to 11. 11 makes pages some 8 % smaller than 5, and takes forty times as long: minutes
 * of each build. 6 makes them no smaller.
 */
const QUALITY = 5;

/** Every page loads these, and they are few. */
const QUALITY_OF_ASSETS = 11;

const [brotli, gzip] = [promisify(brotliCompress), promisify(gzipOf)];

async function compress(site: SiteWriter, name: string): Promise<void> {
  if (site.bytes(name) < LEAST_BYTES) return;
  const [brName, gzName] = [`${name}.br`, `${name}.gz`];
  if (site.isUnchanged(name) && site.keep(brName) && site.keep(gzName)) return;
  const text = site.readBytes(name);
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: name.startsWith("_assets/")
      ? QUALITY_OF_ASSETS
      : QUALITY,
    [constants.BROTLI_PARAM_SIZE_HINT]: text.length,
  };
  // Node does both on threads of its own.
  const [br, gz] = await Promise.all([
    brotli(text, { params }),
    gzip(text, { level: 6 }),
  ]);
  site.write(brName, br);
  site.write(gzName, gz);
}

/** Puts `<file>.br` and `<file>.gz` beside each text of a site, for servers that send those as they are. */
export async function precompress(site: SiteWriter): Promise<void> {
  const texts = site.names().filter((name) => TEXT.test(name));
  await forEachSome(texts, (name) => compress(site, name));
}
