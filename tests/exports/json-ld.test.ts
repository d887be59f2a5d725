import { describe, expect, test } from "vitest";
import { readPage } from "../../src/audit/read-page.ts";
import { deriveJsonLd, formatJsonLd } from "../../src/exports/json-ld.ts";
import { derivePageMeta } from "../../src/exports/page-meta.ts";
import { listPages } from "../../src/exports/sitemap.ts";
import { loadChecked } from "../load-fixture.ts";

const record = loadChecked("tests/fixtures/minimal");
const graph = (path: string, title = "Title") => {
  const page = { path, title, description: "What it is." };
  const text = formatJsonLd(deriveJsonLd(record, page));
  const parsed = JSON.parse(text) as { "@graph": { [key: string]: unknown }[] };
  return parsed["@graph"];
};

describe("structured data", () => {
  test.each([
    ["/", "WebSite"],
    ["/rent/", "Article"],
    ["/tables/rent/", "Dataset"],
    ["/glossary/", "DefinedTermSet"],
    ["/changes/", "DataFeed"],
  ])("of %s begins with a %s", (path, type) => {
    expect(graph(path)[0]?.["@type"]).toBe(type);
  });

  test("has the pages above it on every page", () => {
    for (const path of listPages(record)) {
      const crumbs = graph(path).at(-1)!;
      expect(crumbs["@type"]).toBe("BreadcrumbList");
      const items = crumbs["itemListElement"] as { item: string }[];
      expect(items.at(-1)?.item).toBe(`${record.site.address}${path}`);
    }
  });

  test("puts a claim under its term, as the page's breadcrumbs do", () => {
    const claim = record.claims.find(({ term }) => term === "base-rent")!;
    const crumbs = graph(`/claims/${claim.id}/`, "Twelve").at(-1)!;
    expect(crumbs["itemListElement"]).toMatchObject([
      { position: 1, name: record.site.name },
      { position: 2, name: "Terms" },
      { position: 3, name: record.byId.terms.get("base-rent")!.title },
      { position: 4, name: "Twelve" },
    ]);
  });

  test("of an explainer names the documents it rests on, each once", () => {
    const based = graph("/rent/")[0]?.["isBasedOn"] as string[];
    expect(based.length).toBeGreaterThan(0);
    expect(new Set(based).size).toBe(based.length);
    for (const url of based) expect(url).toMatch(/^https:\/\//);
  });

  test("of a table says which days it covers, who made it and on what terms", () => {
    expect(graph("/tables/rent/")[0]).toMatchObject({
      license: "https://creativecommons.org/licenses/by/4.0/",
      creator: { "@type": "Organization", name: record.site.publisher },
      temporalCoverage: expect.stringMatching(/^\d{4}[-\d]*\/2008-03-01$/),
      url: `${record.site.address}/tables/rent/`,
    });
  });

  test("of the glossary has every word at its address", () => {
    const words = graph("/glossary/")[0]?.["hasDefinedTerm"] as object[];
    expect(words).toHaveLength(record.glossary.length);
    expect(words[0]).toMatchObject({
      "@type": "DefinedTerm",
      "@id": `${record.site.address}/glossary/#${record.glossary[0]!.id}`,
    });
  });
});

test.each([
  "</script><img src=x onerror=alert(1)>",
  "<!-- <script>",
  "]]> \u2028 \u2029 \\u003c &lt;/script&gt;",
  'quotes " and \\',
])("content cannot leave the script element: %j", (hostile) => {
  const meta = derivePageMeta(record, {
    path: "/about/",
    title: hostile,
    description: hostile,
  });
  expect(meta.jsonLd).not.toMatch(/[<\u2028\u2029]/);
  const html = `<script type="application/ld+json">${meta.jsonLd}</script><p id="after">`;
  expect(readPage(html)).toMatchObject({ ids: ["after"], links: [] });
  expect(JSON.stringify(JSON.parse(meta.jsonLd))).toContain(
    JSON.stringify(hostile),
  );
});

test("a page outside the sitemap borrows the image of the front page", () => {
  const meta = derivePageMeta(record, {
    path: "/404/",
    title: "Nothing",
    description: "Nothing",
  });
  expect(meta.image.url).toBe(`${record.site.address}/share/index.png`);
});
