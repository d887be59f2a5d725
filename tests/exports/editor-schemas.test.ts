import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import Ajv from "ajv";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import {
  listEditorSchemas,
  SCHEMA_FOLDER,
  schemaLine,
} from "../../src/exports/editor-schemas.ts";

const ajv = new Ajv({ allErrors: true });
const validators = new Map(
  [...listEditorSchemas()].map(([name, schema]) => [
    name,
    ajv.compile(JSON.parse(schema) as object),
  ]),
);

function yamlBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" }).filter(
    (file) => file.endsWith(".yaml"),
  );
}

/** What a schema finds in a file of the content, as `path: message`. */
function faults(path: string, value: unknown): string[] {
  const validate = validators.get(schemaLine(path).split("/").at(-1)!)!;
  validate(value);
  return (validate.errors ?? []).map(
    ({ instancePath, message }) => `${instancePath}: ${message}`,
  );
}

test("docs/schema holds the schemas of the nouns as they are now: npm run schema", () => {
  const schemas = listEditorSchemas();
  expect(readdirSync(SCHEMA_FOLDER).sort()).toEqual([...schemas.keys()].sort());
  for (const [name, schema] of schemas)
    expect(readFileSync(join(SCHEMA_FOLDER, name), "utf8"), name).toBe(schema);
});

describe.each(["content", "tests/fixtures/minimal"])("%s", (folder) => {
  test.each(yamlBelow(folder))("%s fits its schema", (file) => {
    expect(
      faults(file, parse(readFileSync(join(folder, file), "utf8"))),
    ).toEqual([]);
  });
});

test.each(yamlBelow("content"))(
  "content/%s names its schema in its first line",
  (file) => {
    const line = readFileSync(join("content", file), "utf8").split("\n")[0]!;
    expect(line).toBe(schemaLine(file));
    const folders = join("content", file, "..");
    expect(join(folders, line.split("$schema=")[1]!)).toMatch(
      /^docs\/schema\/[a-z-]+\.json$/,
    );
  },
);

describe("a schema", () => {
  const claim = {
    id: "rent",
    parties: [],
    statement: "Twelve a month.",
    valid_from: "2024-05",
    date_kind: "announced",
    confidence: "primary",
    sources: [],
  };

  test.each([
    [{ id: "Rent" }, "/0/id: must match pattern"],
    [{ statement: " " }, "/0/statement: must match pattern"],
    [{ valid_from: "2024-13" }, "/0/valid_from: must match pattern"],
    [{ valid_from: 2024 }, "/0/valid_from: must be string"],
    [{ confidence: "sure" }, "/0/confidence: must be equal to one of"],
    [{ valid_form: "2024" }, "/0: must NOT have additional properties"],
    [{ statement: undefined }, "/0: must have required property 'statement'"],
  ])("finds what is wrong in %j", (wrong, found) => {
    const value = JSON.parse(
      JSON.stringify([{ ...claim, ...wrong }]),
    ) as object;
    const shown = faults("data/claims/rent.yaml", value);
    expect(shown[0]).toContain(found);
  });

  test("lets each kind of table have its own keys only", () => {
    const table = { title: "Rent", summary: "Who pays.", kind: "deals" };
    const path = "data/tables/rent.yaml";
    expect(faults(path, { ...table, center: "port", kinds: ["loan"] })).toEqual(
      [],
    );
    expect(faults(path, { ...table, dates: ["2024"] })).not.toEqual([]);
  });
});
