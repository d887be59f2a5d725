import { z } from "zod";
import { id, text } from "../model/id.ts";
import { NOUNS } from "../model/nouns.ts";
import { partialDate } from "../model/partial-date.ts";
import { site } from "../model/site.ts";
import { tableSpec } from "../model/table-spec.ts";

/** Where the schemas lie, from the top of the project. */
export const SCHEMA_FOLDER = "docs/schema";

/** What a schema of zod checks by a function, in the words of JSON Schema; the rest is for rules to find. */
const SAID = new Map<unknown, object>([
  [id, { description: "An id in kebab-case: a-z, 0-9, single hyphens." }],
  [text, { pattern: "\\S" }],
  [
    partialDate,
    {
      description:
        'As precise as its source: "2024", "2024-05" or "2024-05-01".',
      pattern: "^\\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\\d|3[01]))?)?$",
    },
  ],
]);

/** The schema as editors read it, draft 7: the newest that all of them know. */
function write(schema: z.ZodType, title: string): string {
  const json = z.toJSONSchema(schema, {
    target: "draft-7",
    override: ({ zodSchema, jsonSchema }) =>
      void Object.assign(jsonSchema, SAID.get(zodSchema)),
  });
  return `${JSON.stringify({ title, ...json }, null, 2)}\n`;
}

/** The name of the schema for a file of the content, by its path below the content folder. */
function schemaOf(path: string): string {
  const [, name = ""] = /^(?:data\/)?([^/.]+)/.exec(path) ?? [];
  return `${name}.json`;
}

/** File name → JSON Schema, one for each kind of YAML file that editors write. */
export function listEditorSchemas(): Map<string, string> {
  const lists = Object.values(NOUNS).map(
    ({ path, schema }) =>
      [
        schemaOf(`data/${path}`),
        write(z.array(schema as z.ZodType), `The entries of data/${path}`),
      ] as const,
  );
  return new Map([
    ["site.json", write(site, "What the site is called, and its navigation")],
    ["tables.json", write(tableSpec, "A table: which rows × which columns")],
    ...lists,
  ]);
}

/** The first line of a YAML file of the content, by which editors find its schema. */
export function schemaLine(path: string): string {
  const up = "../".repeat(path.split("/").length);
  return `# yaml-language-server: $schema=${up}${SCHEMA_FOLDER}/${schemaOf(path)}`;
}
