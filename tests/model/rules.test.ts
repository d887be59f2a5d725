import {
  cpSync,
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { basename, join } from "node:path";
import { describe, expect, test } from "vitest";
import { formatReport, loadRecord } from "../../src/model/index.ts";
import { MAX_BYTES } from "../../src/model/load.ts";
import { RULES } from "../../src/model/rules/index.ts";
import { copyMinimal } from "./copy-minimal.ts";

const FOLDER = "tests/fixtures/rules";
const folders = readdirSync(FOLDER).sort();

/** Faults that no committed file can have. */
const MADE: { [rule: string]: (folder: string) => void } = {
  "file-encoding": (folder) =>
    writeFileSync(
      join(folder, "data/glossary.yaml"),
      Buffer.from('- id: quay\n  term: "Caf\u00e9"\n', "latin1"),
    ),
  "file-limits": (folder) =>
    writeFileSync(join(folder, "data/changes.yaml"), "#".repeat(MAX_BYTES + 1)),
  "readable-file": (folder) => {
    rmSync(join(folder, "data/glossary.yaml"));
    symlinkSync("nowhere.yaml", join(folder, "data/glossary.yaml"));
  },
};

/** The minimal content with a rule's files laid over it, and without those its REMOVE.txt names. */
function breakContent(rule: string): string {
  const folder = copyMinimal();
  const overlay = join(FOLDER, rule);
  const own = new Set(["problems.txt", "REMOVE.txt"]);
  cpSync(overlay, folder, {
    recursive: true,
    filter: (source) => !own.has(basename(source)),
  });
  const remove = join(overlay, "REMOVE.txt");
  const paths = existsSync(remove) ? readFileSync(remove, "utf8") : "";
  for (const path of paths.split("\n").filter(Boolean)) {
    rmSync(join(folder, path), { recursive: true });
  }
  MADE[rule]?.(folder);
  return folder;
}

/** Rules of the loader have no file of their own: their ids stand where they report. */
function loaderRules(): string[] {
  const files = readdirSync("src/model").filter((file) => file.endsWith(".ts"));
  return files.flatMap((file) => {
    const code = readFileSync(join("src/model", file), "utf8");
    const found = code.matchAll(/(?:rule: |fail\(\s*)"([a-z-]+)"/g);
    return [...found].map((match) => match[1]!);
  });
}

describe("the report on broken content", () => {
  test.each(folders)(
    "shows what %s finds, where, and what to do",
    async (rule) => {
      const { record, unchecked, problems } = loadRecord(
        breakContent(rule),
        "content",
      );
      const report = formatReport(problems);
      const stops = problems.some((problem) => problem.severity === "error");
      expect(record === undefined).toBe(stops);
      expect(report).toContain(`[${rule}]`);
      // Rules that need every entry were left out where one could not be read: the last line says so.
      expect(/\. Links between entries are checked once .*$/.test(report)).toBe(
        unchecked === undefined,
      );
      await expect(`${report}\n`).toMatchFileSnapshot(
        `../fixtures/rules/${rule}/problems.txt`,
      );
    },
  );
});

describe("tests/fixtures/rules", () => {
  test("has a folder for every rule and for every check of the loader, and no other", () => {
    const rules = new Set([...Object.keys(RULES), ...loaderRules()]);
    expect(folders).toEqual([...rules].sort());
  });

  test("holds only files that differ from the minimal content", () => {
    const same = readdirSync(FOLDER, {
      recursive: true,
      encoding: "utf8",
    }).filter((file) => {
      const path = file.split("/").slice(1).join("/");
      const minimal = join("tests/fixtures/minimal", path);
      if (!/\.(?:yaml|mdx)$/.test(path) || !existsSync(minimal)) return false;
      return (
        readFileSync(join(FOLDER, file), "utf8") ===
        readFileSync(minimal, "utf8")
      );
    });
    expect(same).toEqual([]);
  });
});
