import type { AgreementRecord } from "../model/record.ts";
import { listCiteFiles } from "./cite-files.ts";
import { formatHeaders, formatRobots } from "./host-headers.ts";
import { listJsonFiles } from "./json/list-json-files.ts";
import { formatOpenApi, OPENAPI_PATH } from "./json/openapi.ts";

/** A file for programs: its path, with or without a slash in front, and what it holds. */
export type ExportFile = [path: string, content: string | Uint8Array];

function* listDescribed(record: AgreementRecord): Iterable<ExportFile> {
  yield* listCiteFiles(record);
  yield* listJsonFiles(record);
}

/** Every file that the site offers to programs beside its pages, and their description. Same record, same bytes. */
export function* listExports(record: AgreementRecord): Iterable<ExportFile> {
  const paths: string[] = [];
  for (const file of listDescribed(record)) {
    paths.push(file[0].replace(/^\/?/, "/"));
    yield file;
  }
  yield [OPENAPI_PATH.slice(1), formatOpenApi(record, paths)];
  // For hosts and crawlers, and not to be asked for as data.
  yield ["_headers", formatHeaders(record)];
  yield ["robots.txt", formatRobots(record)];
}
