import { readFileSync } from "node:fs";
import { join } from "node:path";
import { listFiles } from "../../scripts/site-files.ts";

/** Every page of a built site: its file below the folder → its HTML. */
export function readPagesOf(folder: string): Map<string, string> {
  return new Map(
    listFiles(folder)
      .filter((name) => name.endsWith(".html"))
      .map((name) => [name, readFileSync(join(folder, name), "utf8")]),
  );
}
