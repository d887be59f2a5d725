import { readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import {
  groupByMistake,
  listArticlePages,
} from "../src/derive/article-page.ts";
import { deriveAsOf } from "../src/derive/as-of.ts";
import { cellWords } from "../src/derive/cell.ts";
import { listPairs } from "../src/derive/redline.ts";
import { listChangeDays } from "../src/derive/change-days.ts";
import { listKnownSpans } from "../src/derive/known-days.ts";
import { deriveKnownOn } from "../src/derive/known-on.ts";
import { deriveRedlinePage } from "../src/derive/redline-page.ts";
import { deriveTable } from "../src/derive/table.ts";
import { formatTextAsOf, formatTextKnown } from "../src/exports/text-day.ts";
import { formatTextRedline } from "../src/exports/text-redline.ts";
import { formatTextTable } from "../src/exports/text-table.ts";
import { formatReport, loadRecord } from "../src/model/index.ts";
import { formatArticle, formatRegister } from "./format-verdicts.ts";
import { loadChecked } from "./load-fixture.ts";

const record = loadChecked("content");

describe("the record", () => {
  test("has no problems and no warnings", () => {
    const { problems } = loadRecord("content", "content");
    expect(problems.length === 0 ? "" : formatReport(problems)).toBe("");
  });

  test("holds as much as was reviewed", async () => {
    const leading = record.claims.filter(
      (claim) => claim.term && claim.version,
    );
    const counts = {
      topics: record.topics,
      terms: record.terms,
      versions: record.versions,
      claims: record.claims,
      "leading claims": leading,
      sources: record.sources,
      offerings: record.offerings,
      deals: record.deals,
      "judged statements": record.coverage,
      "glossary entries": record.glossary,
      "open questions": record.openQuestions,
      impacts: record.impacts,
    };
    const lines = Object.entries(counts).map(
      ([noun, { length }]) => `${noun}: ${length}\n`,
    );
    await expect(lines.join("")).toMatchFileSnapshot(
      "golden/record/counts.txt",
    );
  });

  // As CONTRIBUTING.md tells editors.
  const [FEWEST_WORDS, MOST_WORDS, FEWEST_EMBEDS] = [400, 1200, 6];

  test.each(
    record.explainers.map((explainer) => [explainer.id, explainer] as const),
  )(
    `explains %s in ${FEWEST_WORDS} to ${MOST_WORDS} words that rest on the record`,
    (id, explainer) => {
      if (id === "about") return;
      expect(explainer.words).toBeGreaterThanOrEqual(FEWEST_WORDS);
      expect(explainer.words).toBeLessThanOrEqual(MOST_WORDS);
      expect(explainer.embeds.length).toBeGreaterThanOrEqual(FEWEST_EMBEDS);
    },
  );
});

describe("redlines", () => {
  // Those that were reviewed before, and the step to the newest version.
  const reviewed = readdirSync("tests/golden/redlines").map((file) =>
    file.replace(/\.txt$/, ""),
  );
  const newest = record.timeline
    .slice(-2)
    .map(({ id }) => id)
    .join("..");

  test.each([...new Set([...reviewed, newest])].sort())(
    "%s reads as reviewed",
    async (pair) => {
      const [from, to] = pair
        .split("..")
        .map((id) => record.byId.versions.get(id)!);
      const page = deriveRedlinePage(record, from!, to!);
      await expect(formatTextRedline(page)).toMatchFileSnapshot(
        `golden/redlines/${pair}.txt`,
      );
    },
  );

  test("give every item an address, a sentence and a source", () => {
    for (const [from, to] of listPairs(record)) {
      const { sections, notes } = deriveRedlinePage(record, from, to);
      const rows = sections.flatMap((section) => section.rows);
      const noted = new Set(notes.map((note) => note.key));
      expect(new Set(rows.map(({ term }) => term.id)).size).toBe(rows.length);
      for (const { sentence, entries } of rows) {
        expect(sentence).toMatch(/^\S.*\.$/);
        expect(entries.some(({ note }) => noted.has(note))).toBe(true);
      }
    }
  });
});

describe("days", () => {
  test.each(["2021", "2025-10-28"])(
    "what held as of %s reads as reviewed",
    async (date) => {
      const span = listChangeDays(record).find((other) => other.date === date);
      await expect(
        formatTextAsOf(deriveAsOf(record, span!)),
      ).toMatchFileSnapshot(`golden/days/as-of-${date}.txt`);
    },
  );

  test.each(["2023-11-29", "2025-10-28"])(
    "what was known on %s reads as reviewed",
    async (date) => {
      const span = listKnownSpans(record).find((other) => other.date === date);
      await expect(
        formatTextKnown(deriveKnownOn(record, span!)),
      ).toMatchFileSnapshot(`golden/days/known-${date}.txt`);
    },
  );
});

describe("tables", () => {
  test("have a file in tests/golden for each, and no other", () => {
    const golden = readdirSync("tests/golden")
      .filter((file) => file.endsWith(".txt"))
      .map((file) => file.replace(/\.txt$/, ""));
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

describe("judged articles", () => {
  const pages = listArticlePages(record);

  test("have a file in tests/golden/was-it-true when judged in full, and one register of the others", () => {
    const whole = pages.filter(({ statements }) => statements.length > 1);
    expect(readdirSync("tests/golden/was-it-true").sort()).toEqual(
      ["register.txt", ...whole.map(({ source }) => `${source.id}.txt`)].sort(),
    );
  });

  test.each(
    pages
      .filter(({ statements }) => statements.length > 1)
      .map((page) => [page.source.id, page] as const),
  )("%s reads as reviewed", async (id, page) => {
    await expect(formatArticle(page)).toMatchFileSnapshot(
      `golden/was-it-true/${id}.txt`,
    );
  });

  test("read as reviewed in the register", async () => {
    await expect(
      formatRegister(groupByMistake(record, pages)),
    ).toMatchFileSnapshot("golden/was-it-true/register.txt");
  });
});
