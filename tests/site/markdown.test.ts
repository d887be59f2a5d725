import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, inject, test } from "vitest";
import { cellWords } from "../../src/derive/cell.ts";
import { deriveTable } from "../../src/derive/table.ts";
import { markdownPath } from "../../src/exports/markdown/page.ts";
import { deriveEdition } from "../../src/derive/edition.ts";
import { listPages } from "../../src/exports/sitemap.ts";
import { loadRecord } from "../../src/model/index.ts";
import {
  cellsOf,
  htmlIn,
  linksIn,
  looseNotes,
  readMarkdown,
} from "../exports/markdown/read-markdown.ts";

const SITES = [
  // A page in ten of the largest, and every kind among them: reading all takes another's parser half a minute.
  { name: "realSite", content: "content", each: 10 },
  { name: "otherSite", content: "tests/fixtures/minimal", each: 1 },
  { name: "thirdSite", content: "tests/fixtures/other-agreement", each: 1 },
] as const;

/** White space as a reader sees it. */
const tidy = (text: string) => text.replace(/\s+/g, " ").trim();

describe.each(SITES)("the Markdown of $name", ({ name, content, each }) => {
  const { folder } = inject(name);
  const record = loadRecord(content, content).record!;
  const { address } = record.site;
  const edition = deriveEdition(record).words;
  const paths = listPages(record);
  const read = (path: string) =>
    readFileSync(join(folder, markdownPath(path)), "utf8");

  test("lies beside every page, and is named in its head", () => {
    const missing = paths.filter((path) => {
      const html = readFileSync(join(folder, path, "index.html"), "utf8");
      const link = `<link rel="alternate" type="text/markdown" href="${markdownPath(path)}"`;
      return (
        !existsSync(join(folder, markdownPath(path))) || !html.includes(link)
      );
    });
    expect(missing).toEqual([]);
  });

  test("begins with a title and the page's address, edition and day", () => {
    const odd = paths.filter((path) => {
      const [title = "", empty, origin = ""] = read(path).split("\n");
      return !(
        /^# \S/.test(title) &&
        empty === "" &&
        origin.startsWith(`<${address}${path}> · ${edition} · `) &&
        origin.endsWith(` · as of ${record.site.as_of}`)
      );
    });
    expect(odd).toEqual([]);
  });

  test("has no HTML, no loose footnote and no link that leads nowhere", () => {
    const kinds = new Set<string>();
    const faults = paths.flatMap((path, index) => {
      const kind = path.split("/")[1]!;
      if (index % each !== 0 && kinds.has(kind)) return [];
      kinds.add(kind);
      const root = readMarkdown(read(path));
      const dead = linksIn(root)
        .filter(
          (link) =>
            !/^(?:https:|mailto:)/.test(link) || link.startsWith(`${address}/`),
        )
        // That one is the content's, and need not be on the site.
        .filter((link) => link !== record.site.report)
        .filter((link) => {
          const below = link.slice(address.length).replace(/#.*$/, "");
          const file = below.endsWith("/") ? `${below}index.html` : below;
          return (
            !link.startsWith(`${address}/`) || !existsSync(join(folder, file))
          );
        });
      return [...htmlIn(root), ...looseNotes(root), ...dead].map(
        (fault) => `${path}: ${fault}`,
      );
    });
    expect(faults).toEqual([]);
  });

  test("gives every cell of every table in the words of the cell", () => {
    for (const spec of record.tables) {
      const { rows } = deriveTable(record, spec);
      const [cells] = cellsOf(readMarkdown(read(`/tables/${spec.id}/`)));
      expect(
        cells!.map((row) => row.slice(1)),
        spec.id,
      ).toEqual(
        rows.map((row) => row.cells.map((cell) => tidy(cellWords(cell)))),
      );
    }
  });
});
