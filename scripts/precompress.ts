import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import type { SiteWriter } from "./site-writer.ts";

const compressBrotli = promisify(brotliCompress);
const compressGzip = promisify(gzip);

/** What holds text. Images, fonts, archives and the search index are compressed already. */
const TEXT =
  /\.(?:html|css|js|svg|json|jsonld|xml|txt|md|csv|ics|bib|ris|webmanifest)$/;

/** Below this, a packet holds the file either way. */
const LEAST_BYTES = 1024;

/**
 * How hard Brotli tries, 0 to 11. 11 makes pages some 8 % smaller than 6, and takes forty times as long: minutes
 * of each build.
 */
const QUALITY = 6;

/** Every page loads these, and they are few. */
const QUALITY_OF_ASSETS = 11;

/** As many at once as the machine's thread pool takes. */
const AT_ONCE = 4;

async function compress(site: SiteWriter, name: string): Promise<void> {
  if (site.bytes(name) < LEAST_BYTES) return;
  const [brName, gzName] = [`${name}.br`, `${name}.gz`];
  if (site.isUnchanged(name) && site.keep(brName) && site.keep(gzName)) return;
  const text = Buffer.from(site.read(name));
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: name.startsWith("_assets/")
      ? QUALITY_OF_ASSETS
      : QUALITY,
    [constants.BROTLI_PARAM_SIZE_HINT]: text.length,
  };
  const [br, gz] = await Promise.all([
    compressBrotli(text, { params }),
    compressGzip(text, { level: 6 }),
  ]);
  site.write(brName, br);
  site.write(gzName, gz);
}

/** Puts `<file>.br` and `<file>.gz` beside each text of a site, for servers that send those as they are. */
export async function precompress(site: SiteWriter): Promise<void> {
  const waiting = site
    .names()
    .filter((name) => TEXT.test(name))
    .values();
  const work = async () => {
    for (const name of waiting) await compress(site, name);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
}
