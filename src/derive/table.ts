import type { AgreementRecord } from "../model/record.ts";
import type { TableSpec } from "../model/table-spec.ts";
import { STATES } from "./cell.ts";
import type { CellState, StateLabel } from "./cell.ts";
import type { Grid } from "./grid.ts";
import { rememberLast } from "./once.ts";
import { deriveDealRows } from "./table-deals.ts";
import { deriveImpactRows } from "./table-impacts.ts";
import { deriveOfferingRows } from "./table-offerings.ts";
import { deriveStatementRows } from "./table-statements.ts";
import { deriveTermRows } from "./table-terms.ts";

/** A comparison table as plain values: every cell has an id, a state, words and sources. No markup. */
export interface Table extends Grid {
  id: string;
  title: string;
  summary: string;
  /** States that occur, in the order of `STATES`. */
  legend: (StateLabel & { state: CellState })[];
}

function deriveGrid(record: AgreementRecord, spec: TableSpec): Grid {
  switch (spec.kind) {
    case "terms":
      return deriveTermRows(record, spec);
    case "impacts":
      return deriveImpactRows(record, spec);
    case "offerings":
      return deriveOfferingRows(record, spec);
    case "deals":
      return deriveDealRows(record, spec);
    case "statements":
      return deriveStatementRows(record, spec);
  }
}

/** The states that occur in a grid and need explaining, in the order of `STATES`. */
export function deriveLegend(grid: Grid): Table["legend"] {
  const found = new Set(
    grid.rows.flatMap((row) => row.cells.map((cell) => cell.state)),
  );
  return (Object.keys(STATES) as CellState[])
    .filter((state) => state !== "value" && found.has(state))
    .map((state) => ({ state, ...STATES[state] }));
}

/** Builds the table a declaration asks for. The declaration must have passed the rule table-shape. */
export const deriveTable = rememberLast(
  (record: AgreementRecord, spec: TableSpec): Table => {
    const grid = deriveGrid(record, spec);
    return {
      id: spec.id,
      title: spec.title,
      summary: spec.summary,
      ...grid,
      legend: deriveLegend(grid),
    };
  },
);
