import { readFileSync } from "node:fs";
import { join } from "node:path";
import Papa from "papaparse";
import { describe, expect, inject, test } from "vitest";
import { cellWords } from "../../src/derive/cell.ts";
import { deriveTable } from "../../src/derive/table.ts";
import {
  attribute,
  childrenOf,
  hasClass,
  isElement,
  parsePage,
  textOf,
  tidy,
} from "../../src/html/tree.ts";
import type { Node } from "../../src/html/tree.ts";
import { cellsOf, readMarkdown } from "../exports/markdown/read-markdown.ts";
import { wordsOf } from "../exports/csv/read-csvw.ts";
import { loadChecked } from "../load-fixture.ts";
import { startBrowser } from "./open-page.ts";

const open = startBrowser();

const SITES = [
  ["realSite", "content"],
  ["otherSite", "tests/fixtures/minimal"],
] as const;

/** What a reader hears of a cell: without the numbers of notes, drawn marks and controls. */
function heard(node: Node): string {
  if (
    isElement(node) &&
    (hasClass(node, "mark") ||
      hasClass(node, "address") ||
      attribute(node, "aria-hidden") === "true")
  )
    return "";
  const children = childrenOf(node);
  return children.length > 0 ? children.map(heard).join("") : textOf(node);
}

/** Cell id → words, of every table cell of a page. */
function cellsOfPage(html: string): Map<string, string> {
  const cells = new Map<string, string>();
  const visit = (node: Node): void => {
    if (isElement(node) && node.tagName === "td" && attribute(node, "id"))
      cells.set(attribute(node, "id")!, tidy(heard(node)));
    childrenOf(node).forEach(visit);
  };
  visit(parsePage(html));
  return cells;
}

const solid = (text: string) => text.replace(/\s+/g, "");

interface TableFile {
  derived: { rows: { cells: { id: string; words: string }[] }[] };
}

describe.each(SITES)("every cell of every table of %s", (site, content) => {
  const record = loadChecked(content);
  const { folder } = inject(site);
  const read = (path: string) => readFileSync(join(folder, path), "utf8");

  test.each(record.tables.map((spec) => [spec.id, spec] as const))(
    "says the same on the page, in a frame, as JSON, CSV and Markdown: %s",
    (id, spec) => {
      const { rows } = deriveTable(record, spec);
      const words = rows.map((row) => row.cells.map(cellWords));
      const tidied = words.map((row) => row.map(tidy));
      const ids = rows.map((row) => row.cells.map((cell) => cell.id));
      expect(words.flat().length).toBeGreaterThan(0);
      for (const path of [`tables/${id}`, `embed/tables/${id}`]) {
        const cells = cellsOfPage(read(`${path}/index.html`));
        expect(
          ids.map((row) => row.map((one) => cells.get(one))),
          path,
        ).toEqual(tidied);
      }
      const json = JSON.parse(read(`data/tables/${id}.json`)) as TableFile;
      expect(
        json.derived.rows.map((row) => row.cells.map((cell) => cell.words)),
      ).toEqual(words);
      const csv = Papa.parse<string[]>(
        read(`data/tables/${id}.csv`).replace(/^\uFEFF/, ""),
        { delimiter: ",", skipEmptyLines: true },
      ).data;
      expect(csv.slice(1).map((row) => row.slice(2).map(wordsOf))).toEqual(
        words,
      );
      const [markdown] = cellsOf(readMarkdown(read(`tables/${id}/index.md`)));
      expect(markdown!.map((row) => row.slice(1))).toEqual(tidied);
    },
  );
});

test("every cell of every table of the real record says the same when it is copied", async () => {
  const record = loadChecked("content");
  const page = await open("/");
  for (const spec of record.tables) {
    await page.goto(
      new URL(`/tables/${spec.id}/`, inject("realSite").address).href,
    );
    const copied = await page.evaluate(() =>
      [...document.querySelectorAll("td[id]")].map((cell) => {
        getSelection()!.selectAllChildren(cell);
        return [cell.id, getSelection()!.toString()] as const;
      }),
    );
    const words = new Map(
      deriveTable(record, spec).rows.flatMap((row) =>
        row.cells.map((cell) => [cell.id, tidy(cellWords(cell))] as const),
      ),
    );
    expect(copied.length).toBe(words.size);
    // Where one entry ends and the next begins, a copy has a line end.
    for (const [id, text] of copied)
      expect(solid(text), id).toBe(solid(words.get(id)!));
  }
  await page.context().close();
});
