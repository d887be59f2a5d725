import Ajv2020 from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { beforeAll, describe, expect, test } from "vitest";
import { cellWords } from "../../../src/derive/cell.ts";
import { deriveEdition } from "../../../src/derive/edition.ts";
import { deriveTable } from "../../../src/derive/table.ts";
import { JSON_NOUNS } from "../../../src/exports/json/nouns.ts";
import { JSON_LISTS } from "../../../src/exports/json/list-json-files.ts";
import { listPages } from "../../../src/exports/sitemap.ts";
import { NOUNS } from "../../../src/model/nouns.ts";
import type { AgreementRecord } from "../../../src/model/record.ts";
import { makeRecord } from "../../derive/make-record.ts";
import { loadChecked } from "../../load-fixture.ts";
import { listExports, makeFiles } from "../make-files.ts";

const SCHEMAS = "/data/schema/";

type Json = { [key: string]: unknown };

const listJson = (record: AgreementRecord) =>
  makeFiles(listExports(record, JSON_LISTS));

function readAll(record: AgreementRecord): Map<string, Json> {
  return new Map(
    [...listJson(record)].map(([path, text]) => [
      `/${path}`,
      JSON.parse(text) as Json,
    ]),
  );
}

function compileSchemas(files: Map<string, Json>) {
  const ajv = new Ajv2020({ strict: true, allErrors: true });
  // The types of the package do not know how modules import it.
  (addFormats as unknown as (ajv: Ajv2020) => void)(ajv);
  return new Map(
    [...files]
      .filter(([path]) => path.startsWith(SCHEMAS))
      .map(([path, schema]) => [path, ajv.compile(schema)] as const),
  );
}

/** What the published schemas find in the files, as `file path: message`; a file without a schema too. */
function faultsOf(record: AgreementRecord, files: Map<string, Json>): string[] {
  const validators = compileSchemas(files);
  return [...files]
    .filter(([path]) => !path.startsWith(SCHEMAS))
    .flatMap(([path, value]) => {
      const schema = String(value["$schema"]);
      const validate = validators.get(schema.slice(record.site.address.length));
      if (!validate) return [`${path}: no schema ${schema}`];
      validate(value);
      return (validate.errors ?? []).map(
        ({ instancePath, message }) => `${path} ${instancePath}: ${message}`,
      );
    });
}

function* stringsIn(value: unknown): Generator<string> {
  if (typeof value === "string") yield value;
  else if (typeof value === "object" && value !== null)
    for (const inner of Object.values(value)) yield* stringsIn(inner);
}

describe.each([
  "content",
  "tests/fixtures/minimal",
  "tests/fixtures/other-agreement",
])("the record in %s as JSON", (folder) => {
  let record: AgreementRecord;
  let files: Map<string, Json>;
  beforeAll(() => {
    record = loadChecked(folder);
    files = readAll(record);
  });

  test("fits the published schema of every file", () => {
    expect(faultsOf(record, files)).toEqual([]);
  });

  test("has no schema that describes no file, except those of nouns it lacks", () => {
    const named = new Set(
      [...files.values()].map(({ $schema }) => String($schema)),
    );
    const empty = JSON_NOUNS.filter(
      ({ folder }) =>
        (files.get(`/data/${folder}/index.json`)!["items"] as []).length === 0,
    ).map(({ kinds }) => kinds[1]!.name);
    const idle = [...files.keys()]
      .filter((path) => path.startsWith(SCHEMAS))
      .filter((path) => !named.has(`${record.site.address}${path}`))
      .map((path) => path.slice(SCHEMAS.length, -".json".length));
    expect(idle).toEqual(empty);
  });

  test("is of one edition", () => {
    const { name } = deriveEdition(record);
    for (const [path, { edition }] of files)
      if (!path.startsWith(SCHEMAS)) expect(edition, path).toBe(name);
  });

  test("is written the same way twice, and ends each file with a line's end", () => {
    const [once, again] = [loadChecked(folder), loadChecked(folder)].map(
      (one) => [...listJson(one)],
    );
    expect(again).toEqual(once);
    expect(once!.filter(([, text]) => !/[^\n]\n$/.test(text))).toEqual([]);
  });

  test("names only addresses of the site at which something is", () => {
    const { address, report } = record.site;
    const { ledger } = record;
    // The ledger knows the places on the pages of the edition that was accepted last.
    const accepted = ledger?.edition === deriveEdition(record).id;
    const known = new Set([...listPages(record), ...files.keys()]);
    const promised = new Map(
      (accepted ? ledger.pages : []).map(({ page, ids }) => [
        page,
        new Set(Object.values(ids ?? {}).flat()),
      ]),
    );
    const lost = new Set<string>();
    for (const [file, value] of files) {
      for (const text of stringsIn(value)) {
        if (!text.startsWith(`${address}/`) || text === report) continue;
        const [path = "", id] = text.slice(address.length).split("#");
        const ids = promised.get(path);
        if (!known.has(path) || (id && ids && !ids.has(id)))
          lost.add(`${file}: ${text}`);
      }
    }
    expect([...lost]).toEqual([]);
  });

  test("says in each cell of a table what readers see in it", () => {
    for (const spec of record.tables) {
      const { rows } = files.get(`/data/tables/${spec.id}.json`)![
        "derived"
      ] as { rows: { cells: { words: string }[] }[] };
      expect(rows.map(({ cells }) => cells.map(({ words }) => words))).toEqual(
        deriveTable(record, spec).rows.map(({ cells }) => cells.map(cellWords)),
      );
    }
  });

  test("refers only to ids that there are", () => {
    const whole = files.get("/data/record.json") as {
      [noun: string]: { id: string }[];
    };
    const has = (noun: string, id: string) =>
      whole[noun]!.some((item) => item.id === id);
    const nouns: { [end: string]: string } = {
      party: "parties",
      statement: "coverage",
      glossary: "glossary",
    };
    const wrong: string[] = [];
    const visit = (value: unknown, where: string): void => {
      if (typeof value !== "object" || value === null) return;
      for (const [key, inner] of Object.entries(value)) {
        const [, end] =
          /(?:^|_)(claim|term|version|source|party|topic|product|channel|offering|deal|statement|impact|glossary|change|explainer|table|open_question)_ids?$/.exec(
            key,
          ) ?? [];
        if (end)
          for (const id of [inner].flat())
            if (id !== null && !has(nouns[end] ?? `${end}s`, id as string))
              wrong.push(`${where} ${key}: ${String(id)}`);
        visit(inner, where);
      }
    };
    for (const [path, value] of files)
      if (!path.startsWith(SCHEMAS)) visit(value, path);
    expect(wrong).toEqual([]);
  });
});

test("leaves out no noun without a reason", () => {
  const written = new Set(JSON_NOUNS.map(({ field }) => field));
  const left = Object.keys(NOUNS).filter(
    (name) =>
      !written.has(name.replace(/[A-Z]/g, (sign) => `_${sign.toLowerCase()}`)),
  );
  expect(left).toEqual(["verifications", "moves", "exceptions"]);
});

describe("a hostile text", () => {
  const HOSTILE = [
    '"quotes" and \\ back\\slashes\r\n\tand lines',
    "</script><!-- ]]> &amp; <b>",
    "👩🏽‍⚖️ \u202eRTL\u202c עברית \u2028 \u2029 \u0000 \ud800",
    '=HYPERLINK("https://evil.example")',
    "word ".repeat(1000),
  ].join(" ");
  const record = makeRecord(
    ["2020-01-01", "2021-01-01"],
    [
      { id: "one", version: "2020-01-01", value: HOSTILE, note: HOSTILE },
      { id: "two", version: "2021-01-01", statement: HOSTILE },
    ],
    {
      tables: [{ id: "all", kind: "terms", title: HOSTILE, summary: HOSTILE }],
    },
  );
  const files = readAll(record);

  test("comes whole to a program that reads it", () => {
    const { item, derived } = files.get("/data/claims/one.json") as {
      [part: string]: Json;
    };
    expect(item!["value"]).toBe(HOSTILE);
    expect(item!["note"]).toBe(HOSTILE);
    expect(derived!["words"]).toBe(HOSTILE);
    const table = files.get("/data/tables/all.json") as {
      derived: { rows: { cells: { words: string }[] }[] };
    };
    expect(table.derived.rows[0]!.cells[1]!.words).toBe(HOSTILE);
  });

  test("fits the schemas", () => {
    expect(faultsOf(record, files)).toEqual([]);
  });
});

describe("a schema", () => {
  const record = loadChecked("tests/fixtures/minimal");
  const files = readAll(record);
  const validate = compileSchemas(files).get(`${SCHEMAS}claim.json`)!;
  const [claim] = record.claims;
  const value = files.get(`/data/claims/${claim!.id}.json`)!;
  const item = value["item"] as Json;

  test.each([
    ["a field too many", { ...item, more: 1 }],
    ["a field too few", { ...item, note: undefined }],
    ["another type", { ...item, statement: 3 }],
    ["a date without its precision", { ...item, valid_from: "2024" }],
    ["a word that is none of the list", { ...item, confidence: "sure" }],
  ])("refuses %s", (_, wrong) => {
    expect(
      validate(JSON.parse(JSON.stringify({ ...value, item: wrong }))),
    ).toBe(false);
  });

  test("has an id that is its address", () => {
    for (const [path, schema] of files)
      if (path.startsWith(SCHEMAS))
        expect(schema["$id"]).toBe(`${record.site.address}${path}`);
  });
});
