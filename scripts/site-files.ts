import { readdirSync } from "node:fs";
import { join, relative, sep } from "node:path";

/** Whether a file is another one in compressed form. */
export function isCompressed(name: string): boolean {
  return /\.(?:br|gz)$/.test(name);
}

/** The file of a page by its path, with or without slashes at the ends: `/claims/x/` → `claims/x/index.html`. */
export function pageFile(path: string): string {
  const inside = path.replace(/^\/|\/$/g, "");
  return inside === "" ? "index.html" : `${inside}/index.html`;
}

/**
 * The files of a built site by their paths below it, sorted; not those that are others in compressed form. Like all
 * that goes through a site file by file, it waits for the disk: a promise for each takes four times as long.
 */
export function listFiles(folder: string): string[] {
  const entries = readdirSync(folder, {
    recursive: true,
    withFileTypes: true,
  });
  return entries
    .filter((entry) => entry.isFile() && !isCompressed(entry.name))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .map((name) => name.split(sep).join("/"))
    .sort();
}
