import { EXPORT_LISTS } from "../../src/exports/list-exports.ts";
import type { ExportFile, ListFiles } from "../../src/exports/list-exports.ts";
import type { AgreementRecord } from "../../src/model/index.ts";

/** Every file of some lists, all of them unless told otherwise. */
export function listExports(
  record: AgreementRecord,
  lists: ListFiles[] = EXPORT_LISTS,
): ExportFile[] {
  return lists.flatMap((list) => [...list(record)]);
}

/** What a build makes of a list of files: path → text. */
export function makeFiles(files: Iterable<ExportFile>): Map<string, string> {
  return new Map([...files].map(([path, make]) => [path, make()]));
}
