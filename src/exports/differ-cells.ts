import { cellWords } from "../derive/cell.ts";
import { deriveTable } from "../derive/table.ts";
import type { Table } from "../derive/table.ts";
import type { AgreementRecord } from "../model/record.ts";
import { kindOfDifference } from "./difference-kind.ts";
import type { DifferenceKind } from "./difference-kind.ts";

/** A cell that says something else, or stands in one of the two tables only. */
export interface CellDifference {
  kind: DifferenceKind;
  href: string;
  row: string;
  column: string;
  before: string | undefined;
  after: string | undefined;
  /** True where neither says more than that something is not restated. */
  silent: boolean;
}

export interface TableDifference {
  id: string;
  title: string;
  cells: CellDifference[];
}

/** A cell as a reader meets it: where it stands, and its words. */
interface Shown {
  row: string;
  column: string;
  words: string;
  silent: boolean;
}

function shownIn(table: Table | undefined): Map<string, Shown> {
  return new Map(
    table?.rows.flatMap(({ label, cells }) =>
      cells.map((cell, at): [string, Shown] => [
        cell.id,
        {
          row: label,
          column: table.columns[at]!.label,
          words: cellWords(cell),
          silent: cell.state === "not-restated",
        },
      ]),
    ),
  );
}

/** The cells of two states of one table that differ: in the order of the later one, then those that went. */
export function differTable(
  before: Table | undefined,
  after: Table | undefined,
  page: string,
): CellDifference[] {
  const [old, fresh] = [shownIn(before), shownIn(after)];
  return [...new Set([...fresh.keys(), ...old.keys()])].flatMap(
    (id): CellDifference[] => {
      const [was, is] = [old.get(id), fresh.get(id)];
      if (was?.words === is?.words) return [];
      const { row, column } = (is ?? was)!;
      return [
        {
          kind: kindOfDifference(was, is),
          href: `${page}#${id}`,
          row,
          column,
          before: was?.words,
          after: is?.words,
          silent: (was?.silent ?? true) && (is?.silent ?? true),
        },
      ];
    },
  );
}

/** What differs in the cells of the record's tables, table by table. */
export function differCells(
  before: AgreementRecord,
  after: AgreementRecord,
): TableDifference[] {
  const tableOf = (record: AgreementRecord, id: string) => {
    const spec = record.byId.tables.get(id);
    return spec && deriveTable(record, spec);
  };
  const ids = new Set([...after.tables, ...before.tables].map(({ id }) => id));
  return [...ids].flatMap((id): TableDifference[] => {
    const [was, is] = [tableOf(before, id), tableOf(after, id)];
    const cells = differTable(was, is, `/tables/${id}/`);
    return cells.length > 0 ? [{ id, title: (is ?? was)!.title, cells }] : [];
  });
}
