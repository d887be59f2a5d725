import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { GUIDE_FILES, RECORD_FILES } from "../../src/exports/data-files.ts";
import { formatLlms } from "../../src/exports/llms.ts";
import { formatLlmsFull, listFullPages } from "../../src/exports/llms-full.ts";
import { markdownPath } from "../../src/exports/markdown/page.ts";
import { listPages } from "../../src/exports/sitemap.ts";
import { loadChecked } from "../load-fixture.ts";
import {
  htmlIn,
  linksIn,
  readMarkdown,
  wordsOf,
} from "./markdown/read-markdown.ts";

const record = loadChecked("tests/fixtures/minimal");
const { address } = record.site;

describe("llms.txt", () => {
  const root = readMarkdown(formatLlms(record));

  test("has the form of llmstxt.org: a title, a summary, sections that are lists of links", () => {
    const [title, summary, ...rest] = root.children;
    expect(title).toMatchObject({ type: "heading", depth: 1 });
    expect(summary!.type).toBe("blockquote");
    const at = rest.findIndex(({ type }) => type === "heading");
    const sections = rest.slice(at);
    const headings = sections.filter((_, index) => index % 2 === 0);
    const lists = sections.filter((_, index) => index % 2 === 1);
    for (const node of headings)
      expect(node).toMatchObject({ type: "heading", depth: 2 });
    for (const node of lists) {
      expect(node.type).toBe("list");
      if (node.type !== "list") continue;
      for (const item of node.children) {
        const [paragraph, ...more] = item.children;
        expect(more).toEqual([]);
        expect(paragraph).toMatchObject({ type: "paragraph" });
        if (paragraph!.type === "paragraph")
          expect(paragraph.children[0]!.type).toBe("link");
      }
    }
    expect(wordsOf(headings.at(-1)!)).toBe("Optional");
    expect(htmlIn(root)).toEqual([]);
  });

  test("leads to the Markdown of pages and to files of data, and to nothing else", () => {
    const known = new Set([
      ...listPages(record).map(markdownPath),
      ...[...RECORD_FILES, ...GUIDE_FILES].map(({ path }) => path),
      "/sitemap.xml",
      "/llms-full.txt",
    ]);
    const links = linksIn(root).map((link) => link.slice(address.length));
    expect(links.filter((link) => !known.has(link))).toEqual([]);
  });

  test("names every explainer, table, term and version", () => {
    const links = new Set(linksIn(root));
    const named = [
      ...record.explainers.map(({ id }) => `/${id}/`),
      ...record.tables.map(({ id }) => `/tables/${id}/`),
      ...record.terms.map(({ id }) => `/terms/${id}/`),
      ...record.timeline.map(({ id }) => `/versions/${id}/`),
    ];
    expect(
      named.filter((path) => !links.has(address + markdownPath(path))),
    ).toEqual([]);
  });
});

describe("llms-full.txt", () => {
  test("is never longer than it says, and says what it leaves out", () => {
    const pages = listFullPages(record);
    fc.assert(
      fc.property(
        fc.array(fc.nat(6000), {
          minLength: pages.length,
          maxLength: pages.length,
        }),
        fc.integer({ min: 4000, max: 30_000 }),
        (sizes, most) => {
          const parts = new Map(
            pages.map((path, at) => [
              path,
              `## ${path} é${"x".repeat(sizes[at]!)}`,
            ]),
          );
          const text = formatLlmsFull(record, parts, most);
          expect(Buffer.byteLength(text)).toBeLessThanOrEqual(most);
          for (const path of pages)
            expect(text.includes(parts.get(path)!)).not.toBe(
              text.includes(`- <${address}${path}>`),
            );
        },
      ),
    );
  });
});
