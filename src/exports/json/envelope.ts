import { z } from "zod";
import type { JsonSite } from "./json-site.ts";
import { addressShape, dateShape, makeDate } from "./parts.ts";

/** What every file begins with: which shape it has, and which state of the record it is of. */
export const envelopeShape = {
  $schema: addressShape.describe("The JSON Schema that describes this file."),
  edition: z
    .string()
    .describe(
      "The state of the record: its day and a hash of its content. Same content, same edition. What no editor accepted yet is a draft: the last edition's name, or the day, and `-draft`.",
    ),
  as_of: dateShape.describe("The day that the record speaks for."),
  licence: z
    .string()
    .meta({ format: "uri", description: "What the data may be used for." }),
};

export function schemaPath(name: string): string {
  return `/data/schema/${name}.json`;
}

function makeEnvelope(site: JsonSite, schema: string) {
  return {
    $schema: site.absolute(schemaPath(schema)),
    edition: site.edition,
    as_of: makeDate(site.record.site.as_of),
    licence: site.licence,
  };
}

/** A file for programs before it is made. */
export interface JsonFile {
  /** Below the site, with a slash in front. */
  path: string;
  /** The name of the schema that describes it. */
  schema: string;
  /** What it holds after its envelope. */
  make: () => object;
}

/** A kind of file: the name of its schema, what it is, and its shape. */
export interface JsonKind {
  name: string;
  about: string;
  shape: z.ZodType;
}

export function formatJsonFile(
  site: JsonSite,
  { schema, make }: JsonFile,
): string {
  return `${JSON.stringify({ ...makeEnvelope(site, schema), ...make() })}\n`;
}
