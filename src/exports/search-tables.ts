import { cellWords } from "../derive/cell.ts";
import type { Row } from "../derive/grid.ts";
import { endSentence } from "../derive/sentence-words.ts";
import type { Table } from "../derive/table.ts";
import type { AgreementRecord } from "../model/record.ts";
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

/** What a row of offers says on each channel: found by product, channel, seller and form. */
function offerRecords(
  record: AgreementRecord,
  table: Table,
  row: Row,
): SearchRecord[] {
  if (record.byId.tables.get(table.id)!.kind !== "offerings") return [];
  return table.columns.flatMap(({ id, label }, at) => {
    const cell = row.cells[at]!;
    if (cell.entries.length === 0) return [];
    const offers = cell.entries.map(({ words, detail }) =>
      [words, detail].filter(Boolean).join(", "),
    );
    const seller = record.byId.channels.get(id)!.party;
    return makeSearchRecord("row", {
      url: `/tables/${table.id}/#${cell.id}`,
      title: `${row.label} on ${label}`,
      about: table.title,
      // The newest offer right after the seller, so that an excerpt never shows older ones alone.
      text: `From ${record.byId.parties.get(seller)!.name}: ${offers.join("; ")}.`,
    });
  });
}

function rowText(table: Table, row: Row): string {
  const cells = row.cells
    .filter((cell) => cell.entries.length > 0)
    .map((cell) => {
      const column = table.columns.find(
        ({ id }) => cell.id === `${row.id}.${id}`,
      );
      return endSentence(
        `${column ? `${column.label}: ` : ""}${cellWords(cell)}`,
      );
    });
  return [row.sublabel, ...cells].filter(Boolean).join(" ");
}

/** The labels of a table's rows as one sentence, or as many where they are sentences themselves. */
function rowLabels({ rows }: Table): string {
  const labels = rows.map(({ label }) => label);
  const whole = labels.some((label) => label === endSentence(label));
  return whole
    ? labels.map(endSentence).join(" ")
    : endSentence(labels.join(", "));
}

/** Each table, and each row once, with its offers: in the widest table that has it. */
export function tableRecords(
  record: AgreementRecord,
  tables: Table[],
): SearchRecord[] {
  const home = new Map<string, Table>();
  for (const table of widestFirst(tables)) {
    for (const row of table.rows)
      if (!home.has(row.id)) home.set(row.id, table);
  }
  return tables.flatMap((table) => [
    makeSearchRecord("row", {
      url: `/tables/${table.id}/`,
      title: table.title,
      text: `${table.summary} ${rowLabels(table)}`,
    }),
    ...table.rows
      .filter((row) => home.get(row.id) === table)
      .flatMap((row) => [
        makeSearchRecord("row", {
          url: `/tables/${table.id}/#${row.id}`,
          title: row.label,
          about: table.title,
          text: rowText(table, row),
        }),
        ...offerRecords(record, table, row),
      ]),
  ]);
}
