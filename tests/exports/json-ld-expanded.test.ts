import jsonld from "jsonld";
import { beforeAll, describe, expect, test } from "vitest";
import { deriveJsonLd, formatJsonLd } from "../../src/exports/json-ld.ts";
import { markdownPath } from "../../src/exports/markdown/page.ts";
import { listPages } from "../../src/exports/sitemap.ts";
import type { AgreementRecord } from "../../src/model/record.ts";
import { loadChecked } from "../load-fixture.ts";
import { HOSTILE, makeHostileRecord } from "./hostile-record.ts";
import { ZIP_PATH } from "../../src/exports/csv/record-zip.ts";
import { listExports } from "./make-files.ts";

const VOCABULARY = "https://schema.org/";

/** What the context of schema.org does, as far as these pages use it: names are words of its vocabulary. */
const documentLoader = (url: string) =>
  Promise.resolve({
    documentUrl: url,
    document: { "@context": { "@vocab": VOCABULARY } },
  });

interface Node {
  [name: string]: unknown;
}

/** A page's data as a processor of linked data sees it: flat nodes, each word an address. */
async function read(record: AgreementRecord, path: string): Promise<Node[]> {
  const page = { path, title: "Title", description: "What it is." };
  const text = formatJsonLd(deriveJsonLd(record, page));
  return (await jsonld.flatten(JSON.parse(text) as object, undefined, {
    documentLoader,
    safe: true,
  } as object)) as unknown as Node[];
}

const typed = (nodes: Node[], type: string) =>
  nodes.filter((node) =>
    (node["@type"] as string[] | undefined)?.includes(VOCABULARY + type),
  );
const valueOf = (node: Node, name: string) =>
  (
    node[VOCABULARY + name] as
      { "@value"?: unknown; "@id"?: string }[] | undefined
  )?.map((one) => one["@value"] ?? one["@id"]);

describe.each([
  "content",
  "tests/fixtures/minimal",
  "tests/fixtures/other-agreement",
])("the linked data of %s", (folder) => {
  const record = loadChecked(folder);
  const { address } = record.site;
  const graphs = new Map<string, Node[]>();
  beforeAll(async () => {
    for (const path of listPages(record))
      graphs.set(path, await read(record, path));
  });

  test("is read on every page without a word or address that a processor drops", () => {
    for (const [path, nodes] of graphs) {
      expect(typed(nodes, "BreadcrumbList"), path).toHaveLength(1);
      for (const node of nodes)
        for (const type of (node["@type"] ?? []) as string[])
          expect(type, path).toMatch(/^https:\/\/schema\.org\/[A-Z][A-Za-z]+$/);
    }
  });

  test("reviews every judged statement at its own address, in the words of its verdict", () => {
    const reviews = [...graphs.values()].flatMap((nodes) =>
      typed(nodes, "ClaimReview"),
    );
    const judged = record.coverage.filter(({ judged }) => judged !== "opinion");
    expect(reviews.map((review) => review["@id"]).sort()).toEqual(
      judged
        .map(({ id, article }) => `${address}/was-it-true/${article}/#${id}`)
        .sort(),
    );
    const texts = new Set(judged.map(({ statement }) => statement));
    for (const review of reviews)
      expect(texts).toContain(valueOf(review, "claimReviewed")![0]);
  });

  test("defines each term and each word of the glossary once, in a set at its address", () => {
    const sets = [
      ["/terms/", record.terms.map(({ id }) => `${address}/terms/${id}/`)],
      [
        "/glossary/",
        record.glossary.map(({ id }) => `${address}/glossary/#${id}`),
      ],
    ] as const;
    for (const [path, ids] of sets) {
      const nodes = graphs.get(path)!;
      expect(typed(nodes, "DefinedTermSet").map((node) => node["@id"])).toEqual(
        [address + path],
      );
      expect(
        typed(nodes, "DefinedTerm")
          .map((node) => node["@id"])
          .sort(),
      ).toEqual([...ids].sort());
    }
    for (const { id, title } of record.terms) {
      const [term] = typed(graphs.get(`/terms/${id}/`)!, "DefinedTerm");
      expect(valueOf(term!, "name")).toEqual([title]);
      expect(valueOf(term!, "inDefinedTermSet")).toEqual([`${address}/terms/`]);
    }
  });

  test("describes the whole record and every table as data, with files that are there", () => {
    const files = new Set([
      `/${ZIP_PATH}`,
      ...listExports(record).map(([path]) => `/${path}`),
      ...listPages(record).map(markdownPath),
    ]);
    const nodes = graphs.get("/data/")!;
    expect(typed(nodes, "DataCatalog")).toHaveLength(1);
    expect(typed(nodes, "Dataset").map((node) => node["@id"])).toEqual([
      `${address}/data/#record`,
    ]);
    for (const path of [
      "/data/",
      ...record.tables.map(({ id }) => `/tables/${id}/`),
    ]) {
      const graph = graphs.get(path)!;
      const [data] = typed(graph, "Dataset");
      for (const name of [
        "name",
        "description",
        "license",
        "version",
        "dateModified",
        "temporalCoverage",
        "creator",
        "distribution",
      ])
        expect(data, `${path} ${name}`).toHaveProperty([VOCABULARY + name]);
      const downloads = typed(graph, "DataDownload");
      expect(downloads.length, path).toBeGreaterThan(1);
      for (const download of downloads) {
        const [url] = valueOf(download, "contentUrl") as string[];
        expect(files, path).toContain(url!.slice(address.length));
        expect(valueOf(download, "encodingFormat")![0]).toMatch(
          /^[a-z]+\/[a-z]+$/,
        );
      }
    }
  });
});

test("brings hostile words back whole", async () => {
  const record = makeHostileRecord();
  const words = Object.values(HOSTILE);
  record.sources[0]!.title = HOSTILE.markup;
  record.coverage.push(
    ...words.map((statement, at) => ({
      id: `statement-${at}`,
      article: record.sources[0]!.id,
      published: record.sources[0]!.published,
      statement,
      judged: "wrong" as const,
      claims: [],
      note: statement,
    })),
  );
  const nodes = await read(record, `/was-it-true/${record.sources[0]!.id}/`);
  const reviews = typed(nodes, "ClaimReview");
  expect(
    reviews.flatMap((review) => valueOf(review, "claimReviewed")).sort(),
  ).toEqual([...words].sort());
  expect(
    reviews.flatMap((review) => valueOf(review, "reviewBody")).sort(),
  ).toEqual([...words].sort());
  expect(
    typed(nodes, "Article").flatMap((article) => valueOf(article, "headline")),
  ).toContain(HOSTILE.markup);
});
