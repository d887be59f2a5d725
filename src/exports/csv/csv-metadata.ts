import { deriveEdition } from "../../derive/edition.ts";
import type { AgreementRecord } from "../../model/record.ts";
import { LICENCE } from "../licence.ts";
import { LIST_SEPARATOR } from "./csv-file.ts";
import type { CsvColumn, CsvSheet } from "./csv-file.ts";

function describeColumn(column: CsvColumn, primaryKey: string[]): object {
  const { name, title, description, datatype, list } = column;
  return {
    name,
    titles: title,
    ...(description ? { "dc:description": description } : {}),
    datatype,
    ...(list ? { separator: LIST_SEPARATOR, ordered: true } : {}),
    ...(primaryKey.includes(name) ? { required: true } : {}),
  };
}

/** Only where each line has an address: without one it would be about the sheet. */
function aboutUrl({ about, columns, rows }: CsvSheet): { aboutUrl?: string } {
  const at = columns.findIndex(({ name }) => name === about);
  const each = rows.length > 0 && rows.every((row) => row[at]);
  return about && each ? { aboutUrl: `{+${about}}` } : {};
}

/** What a sheet holds, as CSV on the Web (W3C) says it: the file beside the sheet. */
export function formatCsvMetadata(
  record: AgreementRecord,
  path: string,
  sheet: CsvSheet,
): string {
  const { site } = record;
  const { title, description, columns, primaryKey } = sheet;
  const metadata = {
    "@context": ["http://www.w3.org/ns/csvw", { "@language": site.language }],
    "@type": "Table",
    url: path.slice(path.lastIndexOf("/") + 1),
    "dc:title": `${site.name}: ${title}`,
    "dc:description": description,
    "dc:publisher": site.publisher,
    "dc:license": { "@id": LICENCE.url },
    "dc:source": { "@id": `${site.address}/` },
    "dc:identifier": deriveEdition(record).name,
    "dc:date": site.as_of,
    dialect: {
      encoding: "utf-8",
      delimiter: ",",
      quoteChar: '"',
      doubleQuote: true,
      header: true,
      lineTerminators: ["\r\n"],
      commentPrefix: null,
      skipInitialSpace: false,
      trim: false,
    },
    tableSchema: {
      columns: columns.map((column) => describeColumn(column, primaryKey)),
      primaryKey,
      ...aboutUrl(sheet),
    },
  };
  return `${JSON.stringify(metadata, null, 2)}\n`;
}
