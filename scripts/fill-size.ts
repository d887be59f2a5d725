import { readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { listFiles } from "./site-files.ts";

/** The page that tells how large the site is; it is not counted itself, since the number changes its length. */
const PAGE = "status/index.html";

const PLACE = /(<span data-built="size">)[^<]*(?=<\/span>)/;

const megabytes = (bytes: number) => `${(bytes / 1_000_000).toFixed(1)} MB`;

/** Writes into the built page of figures what only the built site can tell: how many files it has, and their size. */
export async function fillSize(folder: string): Promise<void> {
  let files = 0;
  let bytes = 0;
  let pages = 0;
  for (const name of await listFiles(folder)) {
    if (name === PAGE) continue;
    const { size } = await stat(join(folder, name));
    files += 1;
    bytes += size;
    if (name.endsWith(".html")) pages += size;
  }
  const path = join(folder, PAGE);
  const html = await readFile(path, "utf8");
  if (!PLACE.test(html)) throw new Error(`no place for the size in ${PAGE}`);
  const size = `${megabytes(bytes)} in ${files} files, ${megabytes(pages)} of it pages; this page and the list of files not counted`;
  await writeFile(path, html.replace(PLACE, `$1${size}`));
}
