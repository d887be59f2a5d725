import type { Cell } from "./cell.ts";

export interface Column {
  id: string;
  label: string;
  /** Smaller words under the label. */
  sublabel?: string | undefined;
  href?: string | undefined;
}

export interface Row {
  id: string;
  label: string;
  /** Smaller words under the label, such as the question a term answers. */
  sublabel?: string | undefined;
  href?: string | undefined;
  cells: Cell[];
}

/** What a table shows besides its heading: the part each kind of table derives in its own way. */
export interface Grid {
  /** What the first column lists, e.g. "Term". */
  corner: string;
  columns: Column[];
  rows: Row[];
}
