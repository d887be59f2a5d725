import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { createConfig, lint } from "@redocly/openapi-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { groupEndpoints } from "../../../src/exports/json/endpoints.ts";
import {
  makeOpenApi,
  OPENAPI_PATH,
} from "../../../src/exports/json/openapi.ts";
import { listFeeds } from "../../../src/exports/feeds.ts";
import { listCitePaths } from "../../../src/exports/cite-files.ts";
import { markdownPath } from "../../../src/exports/markdown/page.ts";
import { listPages } from "../../../src/exports/sitemap.ts";
import type { AgreementRecord } from "../../../src/model/record.ts";
import { makeRecord } from "../../derive/make-record.ts";
import { loadChecked } from "../../load-fixture.ts";
import { listExports, makeFiles } from "../make-files.ts";
import { ZIP_PATH } from "../../../src/exports/csv/record-zip.ts";

interface Operation {
  operationId: string;
  parameters?: {
    name: string;
    example: string;
    schema: { enum?: string[] };
  }[];
}

interface OpenApi {
  paths: { [template: string]: { get: Operation } };
}

/** A template as a pattern of the paths that it stands for. */
function patternOf(template: string): RegExp {
  const escaped = template
    .split(/\{[a-z]+\}/)
    .map((part) => part.replaceAll(".", "\\."));
  return new RegExp(`^${escaped.join("[^/]+")}$`);
}

describe.each([
  "content",
  "tests/fixtures/minimal",
  "tests/fixtures/other-agreement",
])("the OpenAPI description of %s", (folder) => {
  const site = mkdtempSync(join(tmpdir(), "openapi-"));
  let record: AgreementRecord;
  let files: Map<string, string>;
  let described: OpenApi;
  beforeAll(() => {
    record = loadChecked(folder);
    files = new Map(
      [...makeFiles(listExports(record))].map(([path, text]) => [
        `/${path}`,
        text,
      ]),
    );
    described = JSON.parse(files.get(OPENAPI_PATH)!) as OpenApi;
    for (const [path, text] of files) {
      if (!/^\/data\/(?:openapi\.json|schema\/)/.test(path)) continue;
      mkdirSync(dirname(join(site, path)), { recursive: true });
      writeFileSync(join(site, path), text);
    }
  });
  afterAll(() => rmSync(site, { recursive: true }));

  test("is as a linter wants it, and leads to every schema", async () => {
    const problems = await lint({
      ref: join(site, OPENAPI_PATH),
      config: await createConfig({
        extends: ["recommended-strict"],
        // A file of which there is one is always there.
        rules: { "operation-4xx-response": "off" },
      }),
    });
    expect(
      problems.map(({ ruleId, message }) => `${ruleId}: ${message}`),
    ).toEqual([]);
  });

  /** What other steps of the build write, which the tests of the built site see. */
  const others = () => [
    "/permalinks.json",
    "/edition.json",
    "/sitemap.xml",
    ...listFeeds(record).map(({ path }) => path),
    "/llms-full.txt",
    `/${ZIP_PATH}`,
    ...listPages(record).map(markdownPath),
    ...listCitePaths(record),
  ];

  test("gives examples that are there", () => {
    const known = new Set([...files.keys(), ...others()]);
    const examples = Object.entries(described.paths).map(
      ([template, { get }]) =>
        (get.parameters ?? []).reduce(
          (path, { name, example }) => path.replace(`{${name}}`, example),
          template,
        ),
    );
    expect(examples.filter((path) => !known.has(path))).toEqual([]);
  });

  test("lists values of which each is there", () => {
    const known = new Set([...files.keys(), ...others()]);
    for (const [template, { get }] of Object.entries(described.paths)) {
      const [place, more] = get.parameters ?? [];
      if (!place || more) continue;
      for (const value of place.schema.enum ?? [])
        expect(known).toContain(template.replace(`{${place.name}}`, value));
    }
  });

  test("describes every file for programs", () => {
    const patterns = Object.keys(described.paths).map(patternOf);
    const left = [...files.keys()].filter(
      (path) => !patterns.some((pattern) => pattern.test(path)),
    );
    expect(left).toEqual(["/_headers", "/robots.txt"]);
  });
});

test("groups files of every form by kind", () => {
  const endpoints = groupEndpoints([
    "/data/record.zip",
    "/data/tables/rent.csv",
    "/data/tables/rent.csv-metadata.json",
    "/data/tables/rent.cells.csv",
    "/data/tables/rent.cells.csv-metadata.json",
    "/data/moves/index.csv",
    "/data/terms/index.csv",
    "/data/terms/index.csv-metadata.json",
    "/feeds/changes.json",
    "/feeds/dates.ics",
    "/feeds/dates/rent.ics",
    "/oembed/index.json",
    "/oembed/start.json",
    "/oembed/compare/2020..2021.json",
    "/index.md",
    "/start/index.md",
    "/impact/tenants/index.md",
    "/llms.txt",
    "/unknown.bin",
  ]);
  expect(
    endpoints.map(
      ({ template, tag, fillings }) =>
        `${template} (${tag}) ${fillings.map((one) => Object.values(one).join("+")).join(" ")}`,
    ),
  ).toMatchInlineSnapshot(`
    [
      "/data/record.zip (CSV) ",
      "/data/tables/{id}.csv (CSV) rent",
      "/data/tables/{id}.csv-metadata.json (CSV) rent",
      "/data/tables/{id}.cells.csv (CSV) rent",
      "/data/tables/{id}.cells.csv-metadata.json (CSV) rent",
      "/data/moves/index.csv (CSV) ",
      "/data/terms/index.csv (CSV) ",
      "/data/terms/index.csv-metadata.json (CSV) ",
      "/feeds/changes.json (Feeds and calendars) ",
      "/feeds/dates.ics (Feeds and calendars) ",
      "/feeds/dates/{id}.ics (Feeds and calendars) rent",
      "/oembed/{page}.json (Embeds) index start",
      "/oembed/compare/{from}..{to}.json (Embeds) 2020+2021",
      "/index.md (Markdown) ",
      "/{page}/index.md (Markdown) start",
      "/impact/{id}/index.md (Markdown) tenants",
      "/llms.txt (The site) ",
    ]
  `);
});

test("tells of nothing that is not there", () => {
  const { paths } = makeOpenApi(makeRecord(["2020-01-01"], []), []) as OpenApi;
  // Pages have their Markdown whatever is exported.
  const others = Object.keys(paths).filter((path) => !path.endsWith(".md"));
  expect(others).toEqual([
    "/data/openapi.json",
    "/edition.json",
    "/feeds/changes.xml",
    "/feeds/reasons/{id}.xml",
    "/feeds/topics/{id}.xml",
    "/llms-full.txt",
    "/permalinks.json",
    "/sitemap.xml",
  ]);
});
