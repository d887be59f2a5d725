import fc from "fast-check";
import Papa from "papaparse";
import { describe, expect, test } from "vitest";
import { cellWords } from "../../../src/derive/cell.ts";
import { deriveTable } from "../../../src/derive/table.ts";
import { defuse, formatCsv } from "../../../src/exports/csv/csv-file.ts";
import { CSV_LISTS } from "../../../src/exports/csv/list-csv.ts";
import { nounFolder } from "../../../src/exports/csv/noun-sheets.ts";
import { NOUNS } from "../../../src/model/nouns.ts";
import type { NounName } from "../../../src/model/nouns.ts";
import type { AgreementRecord } from "../../../src/model/record.ts";
import { loadChecked } from "../../load-fixture.ts";
import { HOSTILE, makeHostileRecord } from "../hostile-record.ts";
import { entriesOf, readCsvw, wordsOf } from "./read-csvw.ts";
import { listExports, makeFiles } from "../make-files.ts";

const filesOf = (record: AgreementRecord) =>
  makeFiles(listExports(record, CSV_LISTS));
const read = (files: Map<string, string>, path: string) =>
  readCsvw(files.get(path)!, files.get(`${path}-metadata.json`)!);

/** What a spreadsheet takes for a formula, after blanks that some of them drop. */
const RUNS = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/;

describe.each([
  ["the real record", "content"],
  ["another subject", "tests/fixtures/minimal"],
])("the sheets of %s", (_, content) => {
  const record = loadChecked(content);
  const files = filesOf(record);

  test("are read by their descriptions, each cell as it says", () => {
    const sheets = [...files.keys()].filter((path) => path.endsWith(".csv"));
    expect(sheets).toHaveLength(
      2 * record.tables.length + Object.keys(NOUNS).length,
    );
    for (const path of sheets) read(files, path);
  });

  test("say in each cell what the table says", () => {
    for (const spec of record.tables) {
      const table = deriveTable(record, spec);
      const wide = read(files, `data/tables/${spec.id}.csv`);
      const cells = read(files, `data/tables/${spec.id}.cells.csv`);
      const words = table.rows.map((row) => row.cells.map(cellWords));
      expect(
        wide.map((line) => Object.values(line).slice(2).map(wordsOf)),
      ).toEqual(words);
      expect(cells.map((line) => wordsOf(line["words"]!))).toEqual(
        words.flat(),
      );
      expect(cells.map((line) => line["url"])).toEqual(
        table.rows.flatMap((row) =>
          row.cells.map(
            ({ id }) => `${record.site.address}/tables/${spec.id}/#${id}`,
          ),
        ),
      );
      expect(cells.map((line) => entriesOf(line["claims"]!))).toEqual(
        table.rows.flatMap((row) => row.cells.map(({ claimIds }) => claimIds)),
      );
    }
  });

  test("have a line for each entry of each noun", () => {
    for (const noun of Object.keys(NOUNS) as NounName[]) {
      const lines = read(files, `data/${nounFolder(noun)}/index.csv`);
      expect(lines.map((line) => line["id"])).toEqual(
        record[noun].map(({ id }) => id),
      );
    }
    const claims = read(files, "data/claims/index.csv");
    for (const [at, line] of claims.entries()) {
      const claim = record.claims[at]!;
      expect(wordsOf(line["statement"]!)).toBe(claim.statement);
      expect(line["valid_from"]).toBe(claim.valid_from);
      expect(line["valid_from_precision"]).toBe(
        ["year", "month", "day"][claim.valid_from.split("-").length - 1],
      );
      expect(entriesOf(wordsOf(line["sources"]!))).toEqual(
        claim.sources.map(({ id }) => id),
      );
    }
  });

  test("end each line with CRLF, begin with the mark of UTF-8, and are the same each time", () => {
    for (const [path, text] of files)
      if (path.endsWith(".csv")) expect(text).toMatch(/^\uFEFF[^]*\r\n$/);
    expect([...filesOf(loadChecked(content))]).toEqual([...files]);
  });
});

describe("hostile words in a sheet", () => {
  const files = filesOf(makeHostileRecord());
  const lines = read(files, "data/claims/index.csv");

  test("come back whole", () => {
    for (const [at, words] of Object.values(HOSTILE).entries()) {
      const line = lines[at]!;
      expect(wordsOf(line["value"]!)).toBe(words);
      expect(wordsOf(line["note"]!)).toBe(words);
      expect(entriesOf(wordsOf(line["sources_locator"]!))).toEqual([words, ""]);
    }
  });

  test("never begin a formula, in any cell", () => {
    for (const [path, text] of files) {
      if (!path.endsWith(".csv")) continue;
      const { data } = Papa.parse<string[]>(text.slice(1), { delimiter: "," });
      for (const cell of data.flat()) expect(cell).not.toMatch(RUNS);
    }
  });

  test("are read back from any text by one rule", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(wordsOf(defuse(text))).toBe(text);
        expect(defuse(text)).not.toMatch(RUNS);
      }),
    );
    fc.assert(
      fc.property(
        fc.array(fc.stringMatching(/^[a|\\]+$/), { minLength: 1 }),
        (list) => {
          const csv = formatCsv({
            title: "",
            description: "",
            columns: [
              { name: "a", title: "a", datatype: "string", list: true },
            ],
            primaryKey: [],
            rows: [[list]],
          });
          const { data } = Papa.parse<string[]>(csv.slice(1), {
            delimiter: ",",
          });
          expect(entriesOf(data[1]![0]!)).toEqual(list);
        },
      ),
    );
  });
});
