import type { AgreementRecord } from "../model/record.ts";
import { listCalendarFiles } from "./calendar/calendars.ts";
import { listCitePaths } from "./cite-files.ts";
import { CSV_LISTS } from "./csv/list-csv.ts";
import { ZIP_PATH } from "./csv/record-zip.ts";
import { formatHeaders, formatRobots } from "./host-headers.ts";
import { listJsonFeeds } from "./json-feed.ts";
import { JSON_LISTS } from "./json/list-json-files.ts";
import { formatOpenApi, OPENAPI_PATH } from "./json/openapi.ts";
import { formatLlms, LLMS_FILE } from "./llms.ts";
import { listOembedFiles } from "./oembed.ts";

/** A file for programs: its path below the site, without a slash in front, and what makes it. */
export type ExportFile = [path: string, make: () => string];

/**
 * Lists files of a record. What makes a file may use what the list was made from: who watches what a file is made from
 * counts that in, and so lists are short.
 */
export type ListFiles = (record: AgreementRecord) => Iterable<ExportFile>;

const DESCRIBED: ListFiles[] = [
  ...JSON_LISTS,
  ...CSV_LISTS,
  listJsonFeeds,
  listCalendarFiles,
  listOembedFiles,
  (record) => [[LLMS_FILE, () => formatLlms(record)]],
];

function formatDescription(record: AgreementRecord): string {
  return formatOpenApi(record, [
    `/${ZIP_PATH}`,
    ...listCitePaths(record),
    ...DESCRIBED.flatMap((list) => [...list(record)]).map(
      ([path]) => `/${path}`,
    ),
  ]);
}

/**
 * Every file that the site offers to programs beside its pages, and their description, but not the archive of what lies
 * below `/data/` (`formatRecordZip`). Each is made by itself, of the same record to the same bytes. Citations are made
 * before, since the pages show them (`citePage`).
 */
export const EXPORT_LISTS: ListFiles[] = [
  ...DESCRIBED,
  (record) => [
    [OPENAPI_PATH.slice(1), () => formatDescription(record)],
    // For hosts and crawlers, and not to be asked for as data.
    ["_headers", () => formatHeaders(record)],
    ["robots.txt", () => formatRobots(record)],
  ],
];
