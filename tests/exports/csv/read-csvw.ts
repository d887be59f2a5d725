import { Ajv } from "ajv";
import Papa from "papaparse";
import { expect } from "vitest";

interface Column {
  name: string;
  titles: string;
  datatype: string | { base: string; format: string };
  separator?: string;
  required?: boolean;
}
interface Metadata {
  url: string;
  dialect: { delimiter: string; quoteChar: string; lineTerminators: string[] };
  tableSchema: { columns: Column[]; primaryKey: string[]; aboutUrl?: string };
}

/**
 * What "Metadata Vocabulary for Tabular Data" (W3C, 17 December 2015) asks of a table's description: section 5.4 the
 * table, 5.5 the schema, 5.6 columns, 5.9 the dialect, 5.11 datatypes. No validator of others is on npm.
 */
const table = {
  type: "object",
  required: ["@context", "url", "tableSchema"],
  additionalProperties: false,
  properties: {
    "@context": {
      type: "array",
      items: [
        { const: "http://www.w3.org/ns/csvw" },
        {
          type: "object",
          properties: { "@language": { type: "string" } },
          additionalProperties: false,
        },
      ],
    },
    "@type": { const: "Table" },
    url: { type: "string", pattern: "^[^/]+\\.csv$" },
    dialect: {
      type: "object",
      additionalProperties: false,
      properties: {
        encoding: { const: "utf-8" },
        delimiter: { type: "string" },
        quoteChar: { type: "string" },
        doubleQuote: { type: "boolean" },
        header: { type: "boolean" },
        lineTerminators: { type: "array", items: { type: "string" } },
        commentPrefix: { type: ["string", "null"] },
        skipInitialSpace: { type: "boolean" },
        trim: { type: "boolean" },
      },
    },
    tableSchema: {
      type: "object",
      required: ["columns", "primaryKey"],
      additionalProperties: false,
      properties: {
        primaryKey: { type: "array", items: { type: "string" }, minItems: 1 },
        aboutUrl: { type: "string" },
        columns: {
          type: "array",
          minItems: 1,
          items: {
            type: "object",
            required: ["name", "titles", "datatype"],
            additionalProperties: false,
            properties: {
              name: { type: "string", pattern: "^[A-Za-z0-9][A-Za-z0-9_]*$" },
              titles: { type: "string" },
              separator: { type: "string" },
              ordered: { type: "boolean" },
              required: { type: "boolean" },
              "dc:description": { type: "string" },
              datatype: {
                anyOf: [
                  { enum: ["string", "anyURI", "decimal", "boolean"] },
                  {
                    type: "object",
                    required: ["base", "format"],
                    additionalProperties: false,
                    properties: {
                      base: { const: "string" },
                      format: { type: "string" },
                    },
                  },
                ],
              },
            },
          },
        },
      },
    },
  },
  patternProperties: { "^dc:[a-z]+$": { type: ["string", "object"] } },
};
const isTable = new Ajv({ strict: false }).compile(table);

/** The words of a cell, by the one rule: an apostrophe at its beginning is not part of them. */
export function wordsOf(cell: string): string {
  return cell.replace(/^'/, "");
}

/** The entries of a list, by the one rule of lists. */
export function entriesOf(words: string): string[] {
  if (words === "") return [];
  const entries = [""];
  for (const [sign, written = sign] of words.matchAll(/\\([\\|])|[^]/g))
    if (sign === "|") entries.push("");
    else entries.push(`${entries.pop()!}${written}`);
  return entries;
}

function fits(value: string, datatype: Column["datatype"]): boolean {
  if (typeof datatype === "object")
    return new RegExp(`^(?:${datatype.format})$`, "u").test(value);
  if (datatype === "boolean") return /^(?:true|false)$/.test(value);
  if (datatype === "decimal") return /^-?\d+(?:\.\d+)?$/.test(value);
  return datatype === "string" || URL.canParse(value);
}

/** Reads a sheet by its description, as a stranger would, and holds every cell against it. */
export function readCsvw(
  csv: string,
  description: string,
): { [title: string]: string }[] {
  const metadata = JSON.parse(description) as Metadata;
  expect(isTable(metadata), JSON.stringify(isTable.errors)).toBe(true);
  const { dialect, tableSchema } = metadata;
  const { columns, primaryKey } = tableSchema;
  // Whoever decodes UTF-8 drops its mark.
  const text = new TextDecoder().decode(new TextEncoder().encode(csv));
  const { data, errors, meta } = Papa.parse<{ [title: string]: string }>(text, {
    header: true,
    delimiter: dialect.delimiter,
    quoteChar: dialect.quoteChar,
    newline: dialect.lineTerminators[0] as "\r\n",
    skipEmptyLines: false,
  });
  const last = data.pop();
  expect(Object.values(last ?? {})).toEqual([""]);
  // What it says of the line after the last end of line.
  expect(errors.filter(({ row }) => row !== data.length)).toEqual([]);
  expect(meta.fields?.map(wordsOf)).toEqual(
    columns.map(({ titles }) => titles),
  );
  expect(new Set(meta.fields).size).toBe(columns.length);
  const names = new Map(columns.map((column) => [column.name, column]));
  const keys = data.map((line) =>
    primaryKey.map((name) => line[names.get(name)!.titles]).join("\n"),
  );
  expect(new Set(keys).size).toBe(data.length);
  const rows = data.map((line) =>
    Object.fromEntries(
      columns.map(({ titles }, at) => [titles, line[meta.fields![at]!]!]),
    ),
  );
  for (const line of rows)
    for (const { titles, datatype, separator, required } of columns) {
      const words = wordsOf(line[titles]!);
      const values = separator ? entriesOf(words) : words === "" ? [] : [words];
      if (required) expect(values).not.toEqual([]);
      for (const value of values)
        expect(
          fits(value, datatype),
          `${metadata.url} ${titles} ${value}`,
        ).toBe(true);
    }
  return rows;
}
