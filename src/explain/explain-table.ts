import { cellWords, STATES } from "../derive/cell.ts";
import type { Cell } from "../derive/cell.ts";
import { deriveCellRule } from "../derive/cell-rule.ts";
import type { CellRule } from "../derive/cell-rule.ts";
import type { Column, Row } from "../derive/grid.ts";
import type { AgreementRecord } from "../model/record.ts";
import type { TableSpec } from "../model/table-spec.ts";
import type { Explanation, Part } from "./explanation.ts";
import type { ShownTable } from "./list-tables.ts";
import { eachOnce, partOf, partsOfSources } from "./name-entry.ts";

/** What an address in a table comes to, without the page it stands on. */
export type InTable = Pick<
  Explanation,
  "about" | "words" | "parts" | "rule"
> & {
  claimIds: string[];
};

/** The nouns that footnotes are named after. */
const NOTES = {
  claim: "claims",
  later: "claims",
  version: "versions",
  offering: "offerings",
  deal: "deals",
  impact: "impacts",
  coverage: "coverage",
} as const;

/** Which nouns the rows and columns of each kind of table are; `audience` and `kind` are no entries. */
const AXES: {
  [kind in TableSpec["kind"]]: [
    row: "terms" | "topics" | "products" | "parties" | "coverage",
    column: "versions" | "channels" | undefined,
  ];
} = {
  terms: ["terms", "versions"],
  impacts: ["topics", undefined],
  offerings: ["products", "channels"],
  deals: ["parties", undefined],
  statements: ["coverage", undefined],
};

/** How the cells of tables that are not about terms get their state. */
const RULES: { [kind in Exclude<TableSpec["kind"], "terms">]: CellRule } = {
  impacts: {
    name: "reading",
    sentence:
      "The impact of this topic on this audience; none recorded where there is no such entry.",
    file: "src/derive/table-impacts.ts",
    decision: undefined,
  },
  offerings: {
    name: "newest offering",
    sentence:
      "The offerings of this product in this channel, newest first; the newest decides the state: over when its `until` has come by `as_of`.",
    file: "src/derive/table-offerings.ts",
    decision: undefined,
  },
  deals: {
    name: "deals of the pair",
    sentence:
      "The deals of this kind with this counterparty, newest first; none recorded where there is no such entry.",
    file: "src/derive/table-deals.ts",
    decision: undefined,
  },
  statements: {
    name: "verdict",
    sentence:
      "The editor's verdict on the statement, with the claims that decide it.",
    file: "src/derive/table-statements.ts",
    decision: undefined,
  },
};

function rowParts(
  record: AgreementRecord,
  { spec, table }: ShownTable,
  row: Row,
): Part[] {
  const noun = table.id === "lags" ? "claims" : AXES[spec?.kind ?? "terms"][0];
  return partOf(record, "is the row", noun, row.id);
}

function columnParts(
  record: AgreementRecord,
  { spec }: ShownTable,
  column: Column,
): Part[] {
  const noun = AXES[spec?.kind ?? "terms"][1];
  if (noun) return partOf(record, "is the column", noun, column.id);
  const at = record.site.audiences.findIndex(({ id }) => id === column.id);
  return spec?.kind === "impacts"
    ? [
        {
          role: "is the column",
          what: `audience ${column.id}`,
          on: record.site,
          path: ["audiences", at],
        },
      ]
    : [];
}

function cellParts(record: AgreementRecord, cell: Cell): Part[] {
  const noted = cell.entries.flatMap(({ note, href }) => {
    const [kind, id] = note.split(/:(.*)/);
    const noun = NOTES[kind as keyof typeof NOTES];
    const claim = /^\/claims\/(.+)\/$/.exec(href ?? "")?.[1];
    return [
      ...partOf(record, "gives the words", noun, id),
      ...partOf(record, "gives the words", "claims", claim),
    ];
  });
  const claims = cell.claimIds.flatMap((id) =>
    partOf(record, "decides the state", "claims", id),
  );
  const sources = partsOfSources(record, cell.entries);
  return eachOnce([...noted, ...claims, ...sources]);
}

function ruleOf(
  record: AgreementRecord,
  { spec, clock }: ShownTable,
  row: Row,
  column: Column,
  cell: Cell,
): CellRule | undefined {
  if (clock) return deriveCellRule(record, cell, clock, row.id, column.id);
  return spec && spec.kind !== "terms" ? RULES[spec.kind] : undefined;
}

function describeState({ state }: Cell): string {
  return `${STATES[state].word}: ${STATES[state].meaning}`;
}

/** What an id in a table is: the table, a column, a row or a cell. Undefined where it has no such id. */
export function explainInTable(
  record: AgreementRecord,
  shown: ShownTable,
  id: string,
): InTable | undefined {
  const { table, idPrefix, spec } = shown;
  const own = id.startsWith(idPrefix) ? id.slice(idPrefix.length) : undefined;
  const whole = id.startsWith(`${table.id}.`)
    ? id.slice(table.id.length + 1)
    : undefined;
  const declares = spec
    ? partOf(record, "declares the table", "tables", spec.id)
    : partOf(record, "gathers the rows", "topics", table.id);
  const found = (
    about: string,
    parts: Part[],
    cell?: Cell,
    rule?: CellRule,
  ): InTable => ({
    about,
    words: cell && `${cellWords(cell)} [${describeState(cell)}]`,
    parts: [...parts, ...declares],
    rule,
    claimIds: cell?.claimIds ?? [],
  });
  if ([own, whole].includes("table"))
    return found(`the table “${table.title}”`, []);
  for (const column of table.columns)
    if ([own, whole].includes(`column.${column.id}`))
      return found(
        `the column “${column.label}” of “${table.title}”`,
        columnParts(record, shown, column),
      );
  for (const row of table.rows) {
    const rows = rowParts(record, shown, row);
    if (own === row.id) {
      const parts = row.cells.flatMap((cell) => cellParts(record, cell));
      const of = found(`the row “${row.label}” of “${table.title}”`, [
        ...rows,
        ...eachOnce(parts),
      ]);
      const claimIds = row.cells.flatMap((cell) => cell.claimIds);
      return { ...of, claimIds: [...new Set(claimIds)] };
    }
    for (const [at, cell] of row.cells.entries()) {
      if (own !== cell.id) continue;
      const column = table.columns[at]!;
      return found(
        `the cell of “${row.label}” and “${column.label}” in “${table.title}”`,
        [
          ...cellParts(record, cell),
          ...rows,
          ...columnParts(record, shown, column),
        ],
        cell,
        ruleOf(record, shown, row, column, cell),
      );
    }
  }
  return undefined;
}
