import { readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { describe, expect, test } from "vitest";

/** Which parts a part may import, besides itself: the arrows of the house style. */
const ARROWS: { [part: string]: string[] } = {
  model: [],
  derive: ["model"],
  html: [],
  exports: ["model", "derive", "html"],
  markdown: ["model"],
  audit: ["html"],
  ledger: ["model", "html"],
  entries: ["model"],
  verify: ["model", "html"],
  explain: ["model", "derive", "exports", "markdown", "ledger"],
  "src/scripts": [],
  components: ["type model", "type derive", "src/scripts", "styles"],
  "content-error.ts": ["model"],
  "record.ts": ["model", "derive", "exports", "content-error.ts"],
  embeds: ["model", "derive", "components", "record.ts"],
  layouts: [
    "model",
    "derive",
    "exports",
    "components",
    "record.ts",
    "styles",
    "src/scripts",
  ],
  pages: [
    "model",
    "derive",
    "exports",
    "components",
    "embeds",
    "layouts",
    "markdown",
    "record.ts",
    "src/scripts",
    "styles",
  ],
  scripts: [
    "model",
    "derive",
    "exports",
    "html",
    "markdown",
    "audit",
    "ledger",
    "entries",
    "verify",
    "explain",
    "src/scripts",
  ],
};

const IMPORT =
  /^\s*(?:import|export)\s+(?:(type)\s)?[^"';]*?from\s+"([^"]+)"|^\s*import\s+"([^"]+)"|\bimport\(\s*["'`]([^"'`]+)/gm;

function filesBelow(...folders: string[]): string[] {
  return folders
    .flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: "utf8" }).map((file) =>
        join(folder, file),
      ),
    )
    .filter((file) => statSync(file).isFile());
}

/**
 * The folder of `src` a file lies in, or the file itself when it lies in none; `scripts` for the commands,
 * `src/scripts` for what runs in the browser.
 */
function partOf(file: string): string {
  const [top, part] = file.split("/");
  if (top !== "src") return top!;
  return part === "scripts" ? "src/scripts" : part!;
}

const files = filesBelow("src", "scripts");
const code = files.filter(
  (file) => /\.(?:ts|astro)$/.test(file) && !file.endsWith(".d.ts"),
);
/** The parts that are pure functions of the content. */
const pure = code.filter((file) =>
  /^src\/(?:model|derive|exports|entries|verify)\//.test(file),
);

function importsOf(file: string): { type: boolean; from: string }[] {
  const found = [...readFileSync(file, "utf8").matchAll(IMPORT)];
  return found.map(([, type, ...paths]) => ({
    type: type === "type",
    from: paths.find((path) => path !== undefined)!,
  }));
}

function linesWith(pattern: RegExp, among: string[]): string[] {
  return among.flatMap((file) =>
    readFileSync(file, "utf8")
      .split("\n")
      .flatMap((line, index) =>
        pattern.test(line) ? [`${file}:${index + 1} ${line.trim()}`] : [],
      ),
  );
}

describe("the code", () => {
  test("imports only along the arrows of the house style", () => {
    const astray = code.flatMap((file) =>
      importsOf(file).flatMap(({ type, from }) => {
        if (!from.startsWith(".")) return [];
        const [own, other] = [
          partOf(file),
          partOf(relative(".", join(dirname(file), from))),
        ];
        const allowed = ARROWS[own] ?? [];
        const fits =
          own === other ||
          allowed.includes(other) ||
          (type && allowed.includes(`type ${other}`));
        return fits
          ? []
          : [`${file} imports ${type ? "types of " : ""}${from}`];
      }),
    );
    expect(astray).toEqual([]);
  });

  test("is read in full by the test above", () => {
    // An import that the pattern misses would be an arrow that nobody sees.
    const read = code.flatMap(importsOf).length;
    const lines = linesWith(
      /^\s*(?:import|\} from|export .* from)\s.*["'][^"']+["'];?$|\bimport\(["'`]/,
      code,
    );
    expect(read).toBe(lines.length);
  });

  test("has no drawer for odds and ends", () => {
    const drawers = filesBelow("src", "scripts", "tests").filter((file) =>
      /(?:^|\/)(?:utils?|helpers?|common|shared|misc)(?:[./]|$)/i.test(file),
    );
    expect(drawers).toEqual([]);
  });

  test("knows no clock, chance or environment where it turns content into values", () => {
    expect(
      linesWith(/Date\.now|new Date\(|Math\.random|process\.env/, pure),
    ).toEqual([]);
  });

  test("makes a page of its path and the record alone", () => {
    // Props would say more, and no one would notice that it changed (decision 0025).
    const pages = code.filter((file) => /^src\/pages\//.test(file));
    expect(linesWith(/\bprops\b/, pages)).toEqual([]);
  });

  test("remembers what is derived in one place, which tells what it was derived from", () => {
    const shown = code.filter((file) =>
      /^src\/(?:derive|exports|components|layouts|embeds|pages|record)/.test(
        file,
      ),
    );
    const keepers = shown.filter((file) =>
      /new Weak(?:Map|Ref|Set)/.test(readFileSync(file, "utf8")),
    );
    expect(keepers).toEqual(["src/derive/once.ts"]);
  });

  test("reads the disk in one place only", () => {
    const parts = code.filter((file) =>
      /^src\/(?:model|derive|exports|entries|verify|markdown|components)\//.test(
        file,
      ),
    );
    const readers = parts.filter((file) =>
      importsOf(file).some(({ from }) => /^(?:node:)?fs(?:\/|$)/.test(from)),
    );
    expect(readers).toEqual(["src/model/load.ts"]);
  });

  test("names nobody whom the content is about", () => {
    const names = ["open" + "ai", "micro" + "soft", "az" + "ure"];
    const among = [...files, "astro.config.mjs"];
    expect(linesWith(new RegExp(names.join("|"), "i"), among)).toEqual([]);
    const named = among.filter((file) =>
      names.some((name) => file.toLowerCase().includes(name)),
    );
    expect(named).toEqual([]);
  });
});
