import { readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { cellWords } from "../src/derive/cell.ts";
import { deriveTable } from "../src/derive/table.ts";
import { formatTextTable } from "../src/exports/text-table.ts";
import { formatReport, loadRecord } from "../src/model/index.ts";
import { loadChecked } from "./load-fixture.ts";

const record = loadChecked("content");

describe("the record", () => {
  test("has no problems and no warnings", () => {
    const { problems } = loadRecord("content", "content");
    expect(problems.length === 0 ? "" : formatReport(problems)).toBe("");
  });

  test("holds everything that was researched", () => {
    const leading = record.claims.filter(
      (claim) => claim.term && claim.version,
    );
    expect({
      topics: record.topics.length,
      terms: record.terms.length,
      versions: record.versions.length,
      claims: record.claims.length,
      leading: leading.length,
      offerings: record.offerings.length,
      deals: record.deals.length,
      coverage: record.coverage.length,
      glossary: record.glossary.length,
      openQuestions: record.openQuestions.length,
      impacts: record.impacts.length,
    }).toEqual({
      topics: 8,
      terms: 32,
      versions: 12,
      claims: 287,
      leading: 133,
      offerings: 31,
      deals: 26,
      coverage: 67,
      glossary: 40,
      openQuestions: 24,
      impacts: 9,
    });
    // 304 researched, and the documentation that the code samples rest on.
    expect(record.sources.length).toBeGreaterThanOrEqual(304);
  });

  test.each(
    record.explainers.map((explainer) => [explainer.id, explainer] as const),
  )(
    "explains %s in 500 to 1,200 words that rest on the record",
    (id, explainer) => {
      if (id === "about") return;
      expect(explainer.words).toBeGreaterThan(400);
      expect(explainer.words).toBeLessThan(1200);
      expect(explainer.embeds.length).toBeGreaterThan(5);
    },
  );
});

describe("tables", () => {
  test("have a file in tests/golden for each, and no other", () => {
    const golden = readdirSync("tests/golden").map((file) =>
      file.replace(/\.txt$/, ""),
    );
    expect(golden.sort()).toEqual(record.tables.map((spec) => spec.id).sort());
  });

  describe.each(
    record.tables.map((spec) => [spec.id, deriveTable(record, spec)] as const),
  )("%s", (id, table) => {
    test("reads as reviewed", async () => {
      await expect(formatTextTable(table)).toMatchFileSnapshot(
        `golden/${id}.txt`,
      );
    });

    test("gives every cell a unique id, words, and a source unless nothing is recorded", () => {
      const cells = table.rows.flatMap((row) => row.cells);
      expect(new Set(cells.map((cell) => cell.id)).size).toBe(cells.length);
      for (const cell of cells) {
        expect(cellWords(cell), cell.id).not.toBe("");
        if (cell.state !== "no-entry")
          expect(cell.sourceIds, cell.id).not.toEqual([]);
      }
    });

    test("explains each mark that occurs, and no other", () => {
      const states = new Set(
        table.rows.flatMap((row) => row.cells.map((cell) => cell.state)),
      );
      states.delete("value");
      expect(new Set(table.legend.map(({ state }) => state))).toEqual(states);
      for (const { mark } of table.legend) expect(mark).not.toBe("");
    });
  });
});
