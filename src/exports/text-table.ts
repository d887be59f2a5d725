import { cellWords } from "../derive/cell.ts";
import type { Table } from "../derive/table.ts";

/** A table as plain text for terminals and review: one block a row, one line a cell, with the ids of its claims. */
export function formatTextTable(table: Table): string {
  const width = Math.max(...table.columns.map((column) => column.id.length));
  const lines = [table.title, table.summary, ""];
  for (const row of table.rows) {
    lines.push(row.sublabel ? `${row.label} — ${row.sublabel}` : row.label);
    for (const [index, cell] of row.cells.entries()) {
      const claims =
        cell.claimIds.length > 0 ? `  [${cell.claimIds.join(", ")}]` : "";
      lines.push(
        `  ${table.columns[index]!.id.padEnd(width)}  ${cellWords(cell)}${claims}`,
      );
    }
    lines.push("");
  }
  return lines.join("\n");
}
