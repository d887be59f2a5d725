import type { AgreementRecord } from "../model/record.ts";
import { listCiteFiles } from "./cite-files.ts";
import { formatHeaders, formatRobots } from "./host-headers.ts";
import { listJsonFiles } from "./json/list-json-files.ts";

/** A file for programs: its path, without a slash in front, and what it holds. */
export type ExportFile = [path: string, content: string | Uint8Array];

/** Every file that the site offers to programs beside its pages. Same record, same bytes. */
export function* listExports(record: AgreementRecord): Iterable<ExportFile> {
  yield* listCiteFiles(record);
  yield* listJsonFiles(record);
  yield ["_headers", formatHeaders(record)];
  yield ["robots.txt", formatRobots(record)];
}
