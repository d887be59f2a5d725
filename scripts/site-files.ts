import { readdir, readFile } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import type { SiteFiles } from "../src/audit/audit-site.ts";

/** Reads a built site for the audit: the text of pages and styles, the names of everything else. */
export async function readSite(folder: string): Promise<SiteFiles> {
  const entries = await readdir(folder, {
    recursive: true,
    withFileTypes: true,
  });
  const files = new Map<string, string | undefined>();
  for (const entry of entries.filter((found) => found.isFile())) {
    const path = join(entry.parentPath, entry.name);
    const name = relative(folder, path).split(sep).join("/");
    files.set(
      name,
      /\.(?:html|css)$/.test(name) ? await readFile(path, "utf8") : undefined,
    );
  }
  return files;
}
