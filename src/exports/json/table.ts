import { z } from "zod";
import { deriveTable } from "../../derive/table.ts";
import { tableSpec } from "../../model/table-spec.ts";
import type { TableSpec } from "../../model/table-spec.ts";
import { gridShape, makeGridJson } from "./cells.ts";
import { defineNoun } from "./noun.ts";

const kinds = tableSpec.options.map(({ shape }) => shape.kind.value);

export const tableJson = defineNoun({
  name: "tables",
  folder: "tables",
  one: "table",
  about: "A comparison table.",
  entry: {
    title: z.string(),
    summary: z.string(),
    kind: z
      .enum(kinds as [TableSpec["kind"], ...TableSpec["kind"][]])
      .describe("What its rows and cells are made of."),
  },
  makeEntry: ({ title, summary, kind }) => ({ title, summary, kind }),
  derived: gridShape,
  derive: (item, site) =>
    makeGridJson(site, deriveTable(site.record, item), {
      page: `/tables/${item.id}/`,
      cells: "",
      columns: "",
    }),
});
