import { cellWords, STATES } from "../../derive/cell.ts";
import type { Column } from "../../derive/grid.ts";
import { deriveTable } from "../../derive/table.ts";
import type { Table } from "../../derive/table.ts";
import type { AgreementRecord } from "../../model/record.ts";
import type { TableSpec } from "../../model/table-spec.ts";
import type { CsvColumn, CsvSheet, SheetFile } from "./csv-file.ts";

/** What the header calls each column: the words of the page, and the id too where two columns share them. */
function headersOf({ corner, columns }: Table): string[] {
  const words = ({ label, sublabel }: Column) =>
    sublabel ? `${label} (${sublabel})` : label;
  const taken = ["row_id", corner, ...columns.map(words)];
  return columns.map((column) => {
    const own = words(column);
    const shared = taken.filter((other) => other === own).length > 1;
    return shared ? `${own} [${column.id}]` : own;
  });
}

/** The table as its page shows it: a line a row, a column a column, in each cell its words. */
function wideSheet(table: Table): CsvSheet {
  const { title, summary, corner, columns, rows } = table;
  const headers = headersOf(table);
  return {
    title,
    description: summary,
    columns: [
      { name: "row_id", title: "row_id", datatype: "string" },
      { name: "row", title: corner, datatype: "string" },
      ...columns.map((_, at): CsvColumn => ({
        name: `column_${at + 1}`,
        title: headers[at]!,
        datatype: "string",
      })),
    ],
    primaryKey: ["row_id"],
    rows: rows.map((row) => [row.id, row.label, ...row.cells.map(cellWords)]),
  };
}

const CELL_COLUMNS: CsvColumn[] = [
  { name: "cell_id", title: "cell_id", datatype: "string" },
  {
    name: "url",
    title: "url",
    datatype: "anyURI",
    description: "The cell's own address.",
  },
  { name: "row_id", title: "row_id", datatype: "string" },
  { name: "row", title: "row", datatype: "string" },
  { name: "column_id", title: "column_id", datatype: "string" },
  { name: "column", title: "column", datatype: "string" },
  {
    name: "state",
    title: "state",
    datatype: {
      base: "string",
      format: Object.keys(STATES).join("|"),
    },
    description: "What kind of answer the cell gives.",
  },
  {
    name: "words",
    title: "words",
    datatype: "string",
    description: "What the cell says, as on the page.",
  },
  {
    name: "claims",
    title: "claims",
    datatype: "string",
    list: true,
    description: "The ids of the claims it rests on.",
  },
  {
    name: "sources",
    title: "sources",
    datatype: "string",
    list: true,
    description: "The ids of the sources it rests on.",
  },
];

/** The table for those who count and filter: a line a cell, with what it rests on. */
function cellSheet(record: AgreementRecord, table: Table): CsvSheet {
  const { id, title, summary, columns, rows } = table;
  const headers = headersOf(table);
  const address = `${record.site.address}/tables/${id}/#`;
  return {
    title: `${title}, a line a cell`,
    description: summary,
    columns: CELL_COLUMNS,
    primaryKey: ["cell_id"],
    about: "url",
    rows: rows.flatMap((row) =>
      row.cells.map((cell, at) => [
        cell.id,
        `${address}${cell.id}`,
        row.id,
        row.label,
        columns[at]!.id,
        headers[at]!,
        cell.state,
        cellWords(cell),
        cell.claimIds,
        cell.sourceIds,
      ]),
    ),
  };
}

/** Both sheets of a table of the record. */
export function listTableSheets(
  record: AgreementRecord,
  spec: TableSpec,
): SheetFile[] {
  const path = `data/tables/${spec.id}`;
  return [
    {
      path: `${path}.csv`,
      make: () => wideSheet(deriveTable(record, spec)),
    },
    {
      path: `${path}.cells.csv`,
      make: () => cellSheet(record, deriveTable(record, spec)),
    },
  ];
}
