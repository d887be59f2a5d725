import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import { listFiles } from "./site-files.ts";

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

async function compress(file: string): Promise<void> {
  const quality = file.includes("/_assets/") ? QUALITY_OF_ASSETS : QUALITY;
  const bytes = readFileSync(file);
  if (bytes.length < LEAST_BYTES) return;
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: quality,
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
  };
  const [br, gz] = await Promise.all([
    compressBrotli(bytes, { params }),
    compressGzip(bytes, { level: 6 }),
  ]);
  writeFileSync(`${file}.br`, br);
  writeFileSync(`${file}.gz`, gz);
}

/** Puts `<file>.br` and `<file>.gz` beside each text of a built site, for servers that send those as they are. */
export async function precompress(folder: string): Promise<void> {
  const files = listFiles(folder).filter((name) => TEXT.test(name));
  let next = 0;
  const work = async () => {
    while (next < files.length) await compress(join(folder, files[next++]!));
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
}
