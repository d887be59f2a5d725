import type { AgreementRecord } from "../model/record.ts";
import { listCalendarFiles } from "./calendar/calendars.ts";
import { listCitePaths } from "./cite-files.ts";
import { listCsvFiles } from "./csv/list-csv.ts";
import { formatRecordZip, packFile, ZIP_PATH } from "./csv/record-zip.ts";
import type { PackedFile } from "./csv/record-zip.ts";
import { formatHeaders, formatRobots } from "./host-headers.ts";
import { listJsonFeeds } from "./json-feed.ts";
import { listJsonFiles } from "./json/list-json-files.ts";
import { formatOpenApi, OPENAPI_PATH } from "./json/openapi.ts";
import { formatLlms, LLMS_FILE } from "./llms.ts";
import { listOembedFiles } from "./oembed.ts";

/** A file for programs: its path, with or without a slash in front, and what it holds. */
export type ExportFile = [path: string, content: string | Uint8Array];

function* listDescribed(record: AgreementRecord): Iterable<ExportFile> {
  yield* listJsonFiles(record);
  yield* listCsvFiles(record);
  yield* listJsonFeeds(record);
  yield* listCalendarFiles(record);
  yield* listOembedFiles(record);
  yield [LLMS_FILE, formatLlms(record)];
}

/** What lies below `/data/`, its description and, last of all, the archive of both. */
function* packData(
  record: AgreementRecord,
  files: Iterable<ExportFile>,
): Iterable<ExportFile> {
  const paths = [`/${ZIP_PATH}`, ...listCitePaths(record)];
  const packed: PackedFile[] = [];
  const pack = (file: ExportFile): ExportFile => {
    const one = packFile(file);
    if (one) packed.push(one);
    return file;
  };
  for (const [name, content] of files) {
    const path = name.replace(/^\//, "");
    paths.push(`/${path}`);
    yield pack([path, content]);
  }
  yield pack([OPENAPI_PATH.slice(1), formatOpenApi(record, paths)]);
  yield [ZIP_PATH, formatRecordZip(record, packed)];
}

/**
 * Every file that the site offers to programs beside its pages, and their description. Same record, same bytes.
 * Citations are made before, since the pages show them (`citePage`).
 */
export function* listExports(record: AgreementRecord): Iterable<ExportFile> {
  yield* packData(record, listDescribed(record));
  // For hosts and crawlers, and not to be asked for as data.
  yield ["_headers", formatHeaders(record)];
  yield ["robots.txt", formatRobots(record)];
}
