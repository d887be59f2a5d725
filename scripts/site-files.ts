import { readdir, readFile } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import type { SiteFiles } from "../src/audit/audit-site.ts";

/** Whether a file is another one in compressed form. */
function isCompressed(name: string): boolean {
  return /\.(?:br|gz)$/.test(name);
}

/** The files of a built site by their paths below it, sorted; not those that are others in compressed form. */
export async function listFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, {
    recursive: true,
    withFileTypes: true,
  });
  return entries
    .filter((entry) => entry.isFile() && !isCompressed(entry.name))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .map((name) => name.split(sep).join("/"))
    .sort();
}

/** Reads a built site for the audit: the text of pages and styles, the names of everything else. */
export async function readSite(folder: string): Promise<SiteFiles> {
  const files = new Map<string, string | undefined>();
  for (const name of await listFiles(folder)) {
    const read = /\.(?:html|css)$/.test(name);
    files.set(
      name,
      read ? await readFile(join(folder, name), "utf8") : undefined,
    );
  }
  return files;
}
