import { cellWords } from "../derive/cell.ts";
import type { Row } from "../derive/grid.ts";
import type { Table } from "../derive/table.ts";
import { makeSearchRecord } from "./search-record.ts";
import type { SearchRecord } from "./search-record.ts";

function widestFirst(tables: Table[]): Table[] {
  return [...tables].sort(
    (a, b) =>
      b.columns.length * b.rows.length - a.columns.length * a.rows.length,
  );
}

/** Cell id → its address in the widest table that has it. */
export function cellAddresses(tables: Table[]): Map<string, string> {
  const addresses = new Map<string, string>();
  for (const table of widestFirst(tables)) {
    for (const { id } of table.rows.flatMap((row) => row.cells)) {
      if (!addresses.has(id)) addresses.set(id, `/tables/${table.id}/#${id}`);
    }
  }
  return addresses;
}

function rowText(table: Table, row: Row): string {
  const cells = row.cells
    .filter((cell) => cell.entries.length > 0)
    .map((cell) => {
      const column = table.columns.find(
        ({ id }) => cell.id === `${row.id}.${id}`,
      );
      return `${column ? `${column.label}: ` : ""}${cellWords(cell)}.`;
    });
  return [row.sublabel, ...cells].filter(Boolean).join(" ");
}

/** Each table, and each row once: in the widest table that has it. */
export function tableRecords(tables: Table[]): SearchRecord[] {
  const home = new Map<string, Table>();
  for (const table of widestFirst(tables)) {
    for (const row of table.rows)
      if (!home.has(row.id)) home.set(row.id, table);
  }
  return tables.flatMap((table) => [
    makeSearchRecord("row", {
      url: `/tables/${table.id}/`,
      title: table.title,
      text: `${table.summary} ${table.rows.map((row) => row.label).join(", ")}.`,
    }),
    ...table.rows
      .filter((row) => home.get(row.id) === table)
      .map((row) =>
        makeSearchRecord("row", {
          url: `/tables/${table.id}/#${row.id}`,
          title: row.label,
          about: table.title,
          text: rowText(table, row),
        }),
      ),
  ]);
}
