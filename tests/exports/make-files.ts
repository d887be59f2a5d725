import type { ExportFile } from "../../src/exports/list-exports.ts";

/** What a build makes of a list of files: path → text. */
export function makeFiles(files: Iterable<ExportFile>): Map<string, string> {
  return new Map([...files].map(([path, make]) => [path, make()]));
}
