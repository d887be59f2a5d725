import type { AgreementRecord } from "../model/record.ts";
import { listCalendarFiles } from "./calendar/calendars.ts";
import { listCitePaths } from "./cite-files.ts";
import { listCsvFiles } from "./csv/list-csv.ts";
import { ZIP_PATH } from "./csv/record-zip.ts";
import { formatHeaders, formatRobots } from "./host-headers.ts";
import { listJsonFeeds } from "./json-feed.ts";
import { listJsonFiles } from "./json/list-json-files.ts";
import { formatOpenApi, OPENAPI_PATH } from "./json/openapi.ts";
import { formatLlms, LLMS_FILE } from "./llms.ts";
import { listOembedFiles } from "./oembed.ts";

/** A file for programs: its path below the site, without a slash in front, and what makes it. */
export type ExportFile = [path: string, make: () => string];

function* listDescribed(record: AgreementRecord): Iterable<ExportFile> {
  yield* listJsonFiles(record);
  yield* listCsvFiles(record);
  yield* listJsonFeeds(record);
  yield* listCalendarFiles(record);
  yield* listOembedFiles(record);
  yield [LLMS_FILE, () => formatLlms(record)];
}

/**
 * Every file that the site offers to programs beside its pages, and their description, but not the archive of what lies
 * below `/data/` (`formatRecordZip`). Each is made by itself, of the same record to the same bytes. Citations are made
 * before, since the pages show them (`citePage`).
 */
export function listExports(record: AgreementRecord): ExportFile[] {
  const files = [...listDescribed(record)];
  const described = [
    `/${ZIP_PATH}`,
    ...listCitePaths(record),
    ...files.map(([path]) => `/${path}`),
  ];
  return [
    ...files,
    [OPENAPI_PATH.slice(1), () => formatOpenApi(record, described)],
    // For hosts and crawlers, and not to be asked for as data.
    ["_headers", () => formatHeaders(record)],
    ["robots.txt", () => formatRobots(record)],
  ];
}
