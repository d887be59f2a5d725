import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { hashOf } from "./site-writer.ts";
import type { BuiltSite, LastSite } from "./site-writer.ts";

/** What is remembered of a site lies beside its folder, and goes with it. */
export function listOf(folder: string): string {
  return `${folder}.list`;
}

/** Remembers a site beside its folder: a line with the hash of the rest, then what there is to know. */
export function rememberSite(folder: string, built: BuiltSite): void {
  const text = JSON.stringify(built);
  writeFileSync(listOf(folder), `${hashOf(text)}\n${text}`);
}

/** What is remembered of the site in a folder, or why nothing is. */
export function recallSite(
  folder: string | undefined,
): { last: LastSite } | { why: string } {
  if (folder === undefined || !existsSync(listOf(folder)))
    return { why: "nothing is known of a last build" };
  try {
    const list = readFileSync(listOf(folder), "utf8");
    const end = list.indexOf("\n");
    const text = list.slice(end + 1);
    if (hashOf(text) === list.slice(0, end)) {
      const built = JSON.parse(text) as Partial<BuiltSite> | null;
      // Other code may have remembered other things.
      const { code, files, made } = built ?? {};
      if (code && files && made) return { last: { code, files, made, folder } };
    }
  } catch {
    // The same to the build as one that is damaged.
  }
  return { why: "what is known of the last build is damaged" };
}
