import { rememberLast } from "../../derive/once.ts";
import type { AgreementRecord } from "../../model/record.ts";
import type { ListFiles } from "../list-exports.ts";
import { formatCsv } from "./csv-file.ts";
import type { SheetFile } from "./csv-file.ts";
import { formatCsvMetadata } from "./csv-metadata.ts";
import { listNounSheets } from "./noun-sheets.ts";
import { listTableSheets } from "./table-sheets.ts";

/** Both files of a sheet ask for it, one after the other. */
const makeSheet = rememberLast((_, { make }: SheetFile) => make());

/** Sheets as files, each with a file that says what it holds. */
function listFiles(
  listSheets: (record: AgreementRecord) => SheetFile[],
): ListFiles {
  return (record) =>
    listSheets(record).flatMap((sheet) => {
      const { path } = sheet;
      return [
        [path, () => formatCsv(makeSheet(record, sheet))],
        [
          `${path}-metadata.json`,
          () => formatCsvMetadata(record, path, makeSheet(record, sheet)),
        ],
      ];
    });
}

/** The sheets of the record: two of each table, one of each noun. */
export const CSV_LISTS: ListFiles[] = [
  listFiles((record) =>
    record.tables.flatMap((spec) => listTableSheets(record, spec)),
  ),
  listFiles(listNounSheets),
];
