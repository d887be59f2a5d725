import type { AgreementRecord } from "../../model/record.ts";
import { formatCsv } from "./csv-file.ts";
import type { CsvSheet } from "./csv-file.ts";
import { formatCsvMetadata } from "./csv-metadata.ts";
import { listNounSheets } from "./noun-sheets.ts";
import { deriveTableSheets } from "./table-sheets.ts";

/** Every sheet of the record: two of each table, one of each noun. */
function* listCsvSheets(record: AgreementRecord): Iterable<CsvSheet> {
  for (const spec of record.tables) yield* deriveTableSheets(record, spec);
  yield* listNounSheets(record);
}

/** The sheets as files, each with a file that says what it holds. */
export function* listCsvFiles(
  record: AgreementRecord,
): Generator<[path: string, content: string]> {
  for (const sheet of listCsvSheets(record)) {
    yield [sheet.path, formatCsv(sheet)];
    yield [`${sheet.path}-metadata.json`, formatCsvMetadata(record, sheet)];
  }
}
