import { createHash, hash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";

/** The SHA-256 of bytes, or of a text in UTF-8, in hexadecimal. */
export function hashOf(content: string | Uint8Array): string {
  return hash("sha256", content);
}

/** The files below a folder, through links too, by their paths below it; none where there is no folder. */
function listBelow(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => statSync(join(folder, name)).isFile())
    .sort();
}

/**
 * A hash of files and folders below `root`, byte by byte; a name that nothing bears counts as such. `seed` goes into
 * it.
 */
export function hashFiles(seed: string, root: string, names: string[]): string {
  const all = createHash("sha256").update(seed);
  const add = (name: string) => {
    const bytes = readFileSync(join(root, name));
    all.update(`\n${name} ${bytes.length}\n`).update(bytes);
  };
  for (const name of names) {
    const path = join(root, name);
    if (!existsSync(path)) continue;
    if (statSync(path).isFile()) add(name);
    else for (const inside of listBelow(path)) add(join(name, inside));
  }
  return all.digest("hex");
}
