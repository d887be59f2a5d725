import type { AgreementRecord } from "../model/record.ts";
import { listCalendarFiles } from "./calendar/calendars.ts";
import { listCiteFiles } from "./cite-files.ts";
import { listCsvFiles } from "./csv/list-csv.ts";
import { formatRecordZip, ZIP_PATH } from "./csv/record-zip.ts";
import { listJsonFeeds } from "./json-feed.ts";

/** A file for programs: its path, without a slash in front, and what it holds. */
export type ExportFile = [path: string, content: string | Uint8Array];

function* listFiles(record: AgreementRecord): Generator<ExportFile> {
  yield* listCiteFiles(record);
  yield* listCsvFiles(record);
  yield* listJsonFeeds(record);
  yield* listCalendarFiles(record);
}

/** Every file that the site offers to programs beside its pages. Same record, same bytes. */
export function* listExports(record: AgreementRecord): Generator<ExportFile> {
  const data: ExportFile[] = [];
  for (const file of listFiles(record)) {
    if (file[0].startsWith("data/")) data.push(file);
    yield file;
  }
  yield [ZIP_PATH, formatRecordZip(record, data)];
}
