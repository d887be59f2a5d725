import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Every file below a folder, sorted. */
export function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
}

/** The files that only one of two sites has, or that differ. */
export function differingFiles(one: string, other: string): string[] {
  const [mine, theirs] = [filesBelow(one), filesBelow(other)];
  const both = new Set(mine).intersection(new Set(theirs));
  return [
    ...new Set(mine).symmetricDifference(new Set(theirs)),
    ...[...both].filter(
      (file) =>
        !readFileSync(join(one, file)).equals(readFileSync(join(other, file))),
    ),
  ];
}
