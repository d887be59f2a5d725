import { z } from "zod";
import { cellWords, STATES } from "../../derive/cell.ts";
import type { Cell, CellState, Entry } from "../../derive/cell.ts";
import type { Table } from "../../derive/table.ts";
import type { JsonSite } from "./json-site.ts";
import {
  addressShape,
  idsShape,
  makeSourceRefs,
  sourceRefsShape,
} from "./parts.ts";

const stateShape = z.enum(Object.keys(STATES) as [CellState, ...CellState[]]);

const entryShape = z
  .strictObject({
    words: z.string(),
    detail: z
      .string()
      .nullable()
      .describe("Smaller words after it: since when, or what disputes it."),
    url: addressShape.nullable().describe("Where everything about it stands."),
    sources: sourceRefsShape,
  })
  .meta({ id: "CellEntry", description: "One statement in a cell." });

const cellFields = {
  id: z.string().describe("Row and column, joined by a full stop."),
  url: addressShape.describe("The cell on its page."),
  state: stateShape.describe("What kind of answer it is."),
  label: z
    .string()
    .nullable()
    .describe("The word of the state; null where the words are the answer."),
  words: z
    .string()
    .describe(
      "The whole cell as a reader sees it; the same in every form of it.",
    ),
  entries: z.array(entryShape),
  claim_ids: idsShape,
  source_ids: idsShape,
};

export const cellShape = z.strictObject(cellFields).meta({
  id: "Cell",
  description: "An answer: never blank, always with its state.",
});

export const tableCellShape = z
  .strictObject({ row_id: z.string(), column_id: z.string(), ...cellFields })
  .meta({ id: "TableCell", description: "A cell of a table." });

const headingShape = {
  id: z.string(),
  url: addressShape.describe("Its place on the page of the table."),
  label: z.string(),
  sublabel: z.string().nullable().describe("Smaller words under the label."),
  about_url: addressShape.nullable().describe("The page on what it names."),
};

/** The part of a table that is the same on its own page and on that of a day. */
export const gridShape = {
  corner: z.string().describe("What the first column lists."),
  columns: z.array(z.strictObject(headingShape)),
  rows: z.array(
    z.strictObject({ ...headingShape, cells: z.array(tableCellShape) }),
  ),
  legend: z
    .array(
      z.strictObject({
        state: stateShape,
        word: z.string(),
        mark: z.string(),
        meaning: z.string(),
      }),
    )
    .describe("The states that occur and need explaining."),
};
const grid = z.strictObject(gridShape);

function makeEntry(site: JsonSite, entry: Entry): z.infer<typeof entryShape> {
  return {
    words: entry.words,
    detail: entry.detail ?? null,
    url: entry.href === undefined ? null : site.absolute(entry.href),
    sources: makeSourceRefs(entry.sources),
  };
}

/** `place`: the path at which the cell stands, with a fragment where it has one. */
export function makeCellJson(
  site: JsonSite,
  cell: Cell,
  place: string,
): z.infer<typeof cellShape> {
  return {
    id: cell.id,
    url: site.absolute(place),
    state: cell.state,
    label: cell.label?.word ?? null,
    words: cellWords(cell),
    entries: cell.entries.map((entry) => makeEntry(site, entry)),
    claim_ids: cell.claimIds,
    source_ids: cell.sourceIds,
  };
}

/** Where on a page a table stands, by what is put before the ids of its rows and cells, and of its columns. */
export interface TablePlace {
  page: string;
  cells: string;
  columns: string;
}

export function makeGridJson(
  site: JsonSite,
  table: Table,
  place: TablePlace,
): z.infer<typeof grid> {
  const at = (prefix: string, id: string) => `${place.page}#${prefix}${id}`;
  const heading = (
    item: {
      id: string;
      label: string;
      sublabel?: string | undefined;
      href?: string | undefined;
    },
    path: string,
  ) => ({
    id: item.id,
    url: site.absolute(path),
    label: item.label,
    sublabel: item.sublabel ?? null,
    about_url: item.href === undefined ? null : site.absolute(item.href),
  });
  return {
    corner: table.corner,
    columns: table.columns.map((column) =>
      heading(column, at(`${place.columns}column.`, column.id)),
    ),
    rows: table.rows.map((row) => ({
      ...heading(row, at(place.cells, row.id)),
      cells: row.cells.map((cell, index) => ({
        row_id: row.id,
        column_id: table.columns[index]!.id,
        ...makeCellJson(site, cell, at(place.cells, cell.id)),
      })),
    })),
    legend: table.legend.map(({ state, word, mark, meaning }) => ({
      state,
      word,
      mark,
      meaning,
    })),
  };
}
