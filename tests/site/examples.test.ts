import { execFile } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, inject, test } from "vitest";
import { cellWords } from "../../src/derive/cell.ts";
import { deriveTable } from "../../src/derive/table.ts";
import { listDataExamples } from "../../src/exports/data-examples.ts";
import { loadChecked } from "../load-fixture.ts";
import { temporaryFolder } from "../temporary-folder.ts";

const run = promisify(execFile);

const SITES = [
  ["realSite", "content"],
  ["otherSite", "tests/fixtures/minimal"],
] as const;

describe.each(SITES)("the examples of /data/ on %s", (site, content) => {
  const record = loadChecked(content);
  const { address } = record.site;
  const { folder } = inject(site);
  const examples = new Map(
    listDataExamples(record).map((example) => [example.id, example]),
  );
  const page = readFileSync(join(folder, "data/index.html"), "utf8");

  const work = temporaryFolder("examples");

  /** Runs an example as a reader would, with the site's address leading to the built site; gives what it prints. */
  async function runExample(
    id: string,
    program: string,
    ...args: string[]
  ): Promise<string> {
    const file = join(work, id);
    const here = inject(site).address.replace(/\/$/, "");
    writeFileSync(file, examples.get(id)!.code.replaceAll(address, here));
    const { stdout } = await run(program, [...args, file], {
      maxBuffer: 1e8,
      env: { ...process.env, PYTHONIOENCODING: "utf-8" },
    });
    return stdout;
  }

  /** The first table of terms: what the examples show. */
  const table = deriveTable(
    record,
    record.tables.find(({ kind }) => kind === "terms")!,
  );

  test("stand on the page as they are run", () => {
    const text = page
      .replace(/<[^>]*>/g, "")
      .replaceAll("&lt;", "<")
      .replaceAll("&gt;", ">")
      .replaceAll("&quot;", '"')
      .replaceAll("&#39;", "'")
      .replaceAll("&#x3C;", "<")
      .replaceAll("&#x26;", "&")
      .replaceAll("&amp;", "&");
    expect(examples.size).toBe(5);
    for (const { code } of examples.values()) expect(text).toContain(code);
  });

  test("curl gets the table and its page", async () => {
    const printed = await runExample("curl", "bash", "-eu");
    expect(printed).toContain(table.columns[0]!.label);
    expect(printed).toContain(`# ${table.title}`);
  });

  test("curl gets what changed between two versions", async () => {
    const [from, to] = record.timeline.slice(-2);
    const { item } = JSON.parse(await runExample("redline", "bash", "-eu")) as {
      item: { from_version_id: string; to_version_id: string };
    };
    expect([item.from_version_id, item.to_version_id]).toEqual([
      from!.id,
      to!.id,
    ]);
  });

  test("Python prints every cell with its address", async () => {
    const printed = await runExample("python", "python3");
    expect(printed.trimEnd().split("\n")).toEqual(
      table.rows.flatMap((row) =>
        row.cells.map(
          (cell) =>
            `${row.label} | ${cellWords(cell)} | ${address}/tables/${table.id}/#${cell.id}`,
        ),
      ),
    );
  });

  test("TypeScript prints what held on a day", async () => {
    // The answers name files by the site's own address, too.
    const lead = join(work, "lead.mjs");
    writeFileSync(
      lead,
      `const { fetch } = globalThis; globalThis.fetch = (address) => fetch(String(address).replace(${JSON.stringify(address)}, ${JSON.stringify(inject(site).address.replace(/\/$/, ""))}));`,
    );
    const file = join(work, "day.ts");
    writeFileSync(file, examples.get("typescript")!.code);
    const { stdout } = await run(process.execPath, ["--import", lead, file]);
    const lines = stdout.trimEnd().split("\n");
    expect(lines).toHaveLength(record.terms.length);
    expect(lines.every((line) => /^.+: .+$/.test(line))).toBe(true);
  });

  test("a spreadsheet finds the table", async () => {
    const path = /^=IMPORTDATA\("(.*)"\)$/
      .exec(examples.get("spreadsheet")!.code)![1]!
      .slice(address.length + 1);
    const answer = await fetch(new URL(path, inject(site).address));
    expect(answer.headers.get("content-type")).toMatch(/^text\/csv/);
    expect(await answer.text()).toContain(table.columns[0]!.label);
  });
});
