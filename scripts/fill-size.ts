import type { SiteWriter } from "./site-writer.ts";

/** The page that tells how large the site is; it is not counted itself, since the number changes its length. */
const PAGE = "status/index.html";

const PLACE = /(<span data-built="size">)[^<]*(?=<\/span>)/;

const megabytes = (bytes: number) => `${(bytes / 1_000_000).toFixed(1)} MB`;

/** Writes into the built page of figures what only the built site can tell: how many files it has, and their size. */
export function fillSize(site: SiteWriter): void {
  const names = site.names().filter((name) => name !== PAGE);
  const sum = (some: string[]) =>
    megabytes(some.reduce((bytes, name) => bytes + site.bytes(name), 0));
  const html = site.read(PAGE);
  if (!PLACE.test(html)) throw new Error(`no place for the size in ${PAGE}`);
  const pages = names.filter((name) => name.endsWith(".html"));
  const size = `${sum(names)} in ${names.length} files, ${sum(pages)} of it pages; this page and the list of files not counted`;
  site.write(PAGE, html.replace(PLACE, `$1${size}`));
}
