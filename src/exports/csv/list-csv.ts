import { rememberLast } from "../../derive/once.ts";
import type { AgreementRecord } from "../../model/record.ts";
import type { ExportFile } from "../list-exports.ts";
import { formatCsv } from "./csv-file.ts";
import type { SheetFile } from "./csv-file.ts";
import { formatCsvMetadata } from "./csv-metadata.ts";
import { listNounSheets } from "./noun-sheets.ts";
import { listTableSheets } from "./table-sheets.ts";

/** Every sheet of the record: two of each table, one of each noun. */
function* listCsvSheets(record: AgreementRecord): Iterable<SheetFile> {
  for (const spec of record.tables) yield* listTableSheets(record, spec);
  yield* listNounSheets(record);
}

/** Both files of a sheet ask for it, one after the other. */
const makeSheet = rememberLast((_, { make }: SheetFile) => make());

/** The sheets as files, each with a file that says what it holds. */
export function* listCsvFiles(record: AgreementRecord): Iterable<ExportFile> {
  for (const sheet of listCsvSheets(record)) {
    const { path } = sheet;
    yield [path, () => formatCsv(makeSheet(record, sheet))];
    yield [
      `${path}-metadata.json`,
      () => formatCsvMetadata(record, path, makeSheet(record, sheet)),
    ];
  }
}
