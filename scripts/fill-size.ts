import { readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { listFiles } from "./site-files.ts";

/** The page that tells how large the site is; it is not counted itself, since the number changes its length. */
const PAGE = "status/index.html";

const PLACE = /(<span data-built="size">)[^<]*(?=<\/span>)/;

const megabytes = (bytes: number) => `${(bytes / 1_000_000).toFixed(1)} MB`;

/** Writes into the built page of figures what only the built site can tell: how many files it has, and their size. */
export function fillSize(folder: string): void {
  let files = 0;
  let bytes = 0;
  let pages = 0;
  for (const name of listFiles(folder)) {
    if (name === PAGE) continue;
    const { size } = statSync(join(folder, name));
    files += 1;
    bytes += size;
    if (name.endsWith(".html")) pages += size;
  }
  const path = join(folder, PAGE);
  const html = readFileSync(path, "utf8");
  if (!PLACE.test(html)) throw new Error(`no place for the size in ${PAGE}`);
  const size = `${megabytes(bytes)} in ${files} files, ${megabytes(pages)} of it pages; this page and the list of files not counted`;
  writeFileSync(path, html.replace(PLACE, `$1${size}`));
}
