import { z } from "zod";
import { partialDate, precisionOf } from "../../model/partial-date.ts";
import type { PartialDate } from "../../model/partial-date.ts";
import type { CsvColumn, CsvValue } from "./csv-file.ts";

/** A column and how to read its value from an entry. */
export interface EntryColumn<T> {
  column: CsvColumn;
  read: (entry: T) => CsvValue;
}

type Fields = { [field: string]: unknown };

const DATE: CsvColumn["datatype"] = {
  base: "string",
  format: "\\d{4}(-\\d{2}(-\\d{2})?)?",
};
const PRECISION: CsvColumn["datatype"] = {
  base: "string",
  format: "year|month|day",
};

/** A date as it is known, and beside it how precise that is. */
export function dateColumns<T>(
  name: string,
  description: string | undefined,
  read: (entry: T) => PartialDate | undefined,
): EntryColumn<T>[] {
  const precision = `${name}_precision`;
  return [
    { column: { name, title: name, description, datatype: DATE }, read },
    {
      column: { name: precision, title: precision, datatype: PRECISION },
      read: (entry) => {
        const date = read(entry);
        return date === undefined ? undefined : precisionOf(date);
      },
    },
  ];
}

export function textColumn<T>(
  name: string,
  description: string | undefined,
  read: (entry: T) => string | undefined,
): EntryColumn<T> {
  return {
    column: { name, title: name, description, datatype: "string" },
    read,
  };
}

/** The schema below all that says how often a value may stand there. */
function bare(schema: z.ZodType): z.ZodType {
  return schema instanceof z.ZodOptional || schema instanceof z.ZodNullable
    ? bare(schema.unwrap() as z.ZodType)
    : schema;
}

function listColumn<T>(
  name: string,
  description: string | undefined,
  read: (entry: T) => string[],
): EntryColumn<T> {
  const column = {
    name,
    title: name,
    description,
    datatype: "string" as const,
    list: true,
  };
  return { column, read };
}

/**
 * A list of objects as columns side by side, a column for each of their fields: the first entry of one belongs to
 * the first of the other. A field that is left out is empty there.
 */
function objectColumns(name: string, fields: string[]): EntryColumn<Fields>[] {
  return fields.map((field) =>
    listColumn(
      field === "id" ? name : `${name}_${field}`,
      field === "id" ? undefined : `One for each of ${name}, in their order.`,
      (entry: Fields) =>
        ((entry[name] ?? []) as Fields[]).map((one) =>
          String(one[field] ?? ""),
        ),
    ),
  );
}

function fieldColumns(name: string, field: z.ZodType): EntryColumn<Fields>[] {
  const schema = bare(field);
  if (schema === partialDate)
    return dateColumns(
      name,
      undefined,
      (entry: Fields) => entry[name] as PartialDate | undefined,
    );
  if (schema instanceof z.ZodArray) {
    const element = schema.element as z.ZodType;
    return element instanceof z.ZodObject
      ? objectColumns(name, Object.keys(element.shape))
      : [
          listColumn(
            name,
            undefined,
            (entry: Fields) => (entry[name] ?? []) as string[],
          ),
        ];
  }
  const read = (entry: Fields) => (entry[name] ?? undefined) as CsvValue;
  const base = { name, title: name };
  if (schema instanceof z.ZodNumber)
    return [{ column: { ...base, datatype: "decimal" }, read }];
  if (schema instanceof z.ZodBoolean)
    return [{ column: { ...base, datatype: "boolean" }, read }];
  if (schema instanceof z.ZodEnum) {
    const format = schema.options.join("|");
    return [
      { column: { ...base, datatype: { base: "string", format } }, read },
    ];
  }
  return [{ column: { ...base, datatype: "string" }, read }];
}

/** The columns of a noun, from its schema: a field that is new in the schema has its column. */
export function schemaColumns(schema: z.ZodObject): EntryColumn<Fields>[] {
  return Object.entries(schema.shape).flatMap(([name, field]) =>
    fieldColumns(name, field as z.ZodType),
  );
}
