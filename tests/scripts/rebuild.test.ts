import { spawn } from "node:child_process";
import {
  appendFileSync,
  cpSync,
  existsSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, inject, test } from "vitest";
import { hashOf } from "../../scripts/hash-files.ts";
import { isFramed } from "../../src/model/framed.ts";
import { temporaryFolder } from "../temporary-folder.ts";
import { differingFiles, filesBelow } from "./compare-sites.ts";
import { applyEdits, edits, UNEDITED, writeEdited } from "./edited-content.ts";
import type { Edited } from "./edited-content.ts";
import { runScript, runScriptIn } from "./run-script.ts";

const folder = temporaryFolder("rebuild");

const buildArgs = (content: string, out: string, ...more: string[]) => [
  "scripts/build.ts",
  "--content",
  content,
  "--out",
  out,
  ...more,
];

/** Builds, and answers with what the command says of the files. */
async function build(
  content: string,
  out: string,
  ...more: string[]
): Promise<string> {
  const ran = await runScript(...buildArgs(content, out, ...more));
  expect(ran.code, ran.err).toBe(0);
  return ran.out.split("\n").find((line) => /\bnew\b|\banew\b/.test(line))!;
}

/** Expects a site to be what a build that takes over nothing makes of the content. */
async function expectClean(content: string, site: string): Promise<void> {
  const clean = join(folder, "clean");
  expect(await build(content, clean, "--no-cache")).toBe(
    "All was made anew: nothing may be taken over.",
  );
  expect(differingFiles(site, clean)).toEqual([]);
}

/** Starts a build and kills it after some milliseconds, wherever it is. */
function killAfter(content: string, out: string, ms: number): Promise<void> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, buildArgs(content, out));
    child.once("exit", () => resolve());
    setTimeout(() => child.kill("SIGKILL"), ms);
  });
}

const EDITS = 52;
/** One or two edits lie between two builds, since editors save more than one thing. */
const BUILT_AFTER = [1, 2, 2];
const COMPARED_EACH = 6;
const KILLED_EACH = 5;
const WATCHED_EDITS = 4;

describe("a rebuild", () => {
  test("gives the bytes of a clean build after any edits, and after builds that were killed", async () => {
    const content = join(folder, "content");
    const out = join(folder, "site");
    const states = applyEdits(fc.sample(edits, EDITS));
    let builds = 0;
    for (let at = 0; at < EDITS; builds += 1) {
      at += BUILT_AFTER[builds % BUILT_AFTER.length]!;
      writeEdited(content, states[Math.min(at, EDITS) - 1]!);
      if (builds % KILLED_EACH === 1)
        await killAfter(content, out, 300 + builds * 120);
      await build(content, out);
      if (builds % COMPARED_EACH === 1 || at >= EDITS)
        await expectClean(content, out);
    }
    expect(builds).toBeGreaterThan(30);
  }, 1_800_000);

  test("takes over what no edit reached, and makes anew what it cannot trust", async () => {
    const content = join(folder, "trusted");
    const out = join(folder, "trusting");
    const clean = inject("otherSite").folder;
    writeEdited(content, {
      ...UNEDITED,
      reworded: { claim: 3, prose: 0, tagline: 0 },
    });
    expect(await build(content, out)).toBe(
      "All was made anew: nothing is known of a last build.",
    );
    const claim = join(out, "claims/berth-use-2001-03/index.html");
    expect(readFileSync(claim, "utf8")).toContain("for days four");

    writeEdited(content, UNEDITED);
    const [rendered, written, kept] = (await build(content, out))
      .match(
        /^(\d+) pages were rendered; (\d+) files are new, (\d+) are as in the last build\.$/,
      )!
      .slice(1)
      .map(Number) as [number, number, number];
    // Pages, data, citations and feeds that hold the claim; most of the site does not.
    expect(written).toBeGreaterThan(20);
    expect(kept).toBeGreaterThan(5 * written);
    const pages = readdirSync(clean, {
      recursive: true,
      encoding: "utf8",
    }).filter((name) => name.endsWith("index.html") && !isFramed(name));
    expect(rendered).toBeGreaterThan(3);
    expect(rendered).toBeLessThan(pages.length / 3);
    expect(differingFiles(out, clean)).toEqual([]);

    for (const [damage, says] of DAMAGES) {
      damage(join(folder, readlinkSync(out)));
      expect(await build(content, out)).toContain(says);
      expect(differingFiles(out, clean)).toEqual([]);
    }
    // The site, what is remembered of it, and the site before.
    expect(
      readdirSync(folder).filter((name) => name.startsWith(".trusting")),
    ).toHaveLength(3);
  });

  test("gives the bytes of a clean build where an edition is accepted", async () => {
    const content = join(folder, "editions");
    const out = join(folder, "edition");
    cpSync("tests/fixtures/other-agreement", content, { recursive: true });
    await build(content, out);
    const index = () => readFileSync(join(out, "index.html"), "utf8");
    expect(index()).toContain("Draft after edition ");
    // The ledger bundles what the next build takes over, whatever the shell says of code under development.
    const [page] = readdirSync(join(content, "explainers"));
    appendFileSync(join(content, "explainers", page!), "\n\nOne word more.\n");
    const { code, err } = await runScriptIn(
      { NODE_ENV: "development", PROD: "" },
      "scripts/ledger.ts",
      "accept",
      "--content",
      content,
    );
    expect(code, err).toBe(0);
    await build(content, out);
    expect(index()).not.toContain("Draft after edition ");
    await expectClean(content, out);
  });
});

/** Saves what was edited into a folder that is watched, file by file. */
function save(content: string, edited: Edited): void {
  const staged = join(folder, "staged");
  writeEdited(staged, edited);
  for (const name of filesBelow(content))
    if (!existsSync(join(staged, name))) rmSync(join(content, name));
  cpSync(staged, content, { recursive: true });
}

describe("npm run build -- --watch", () => {
  test("builds again what was saved, also after a mistake, as a clean build would", async () => {
    const content = join(folder, "watched");
    const out = join(folder, "watching");
    writeEdited(content, UNEDITED);
    const child = spawn(process.execPath, buildArgs(content, out, "--watch"));
    try {
      let printed = "";
      for (const stream of [child.stdout, child.stderr])
        stream.on("data", (text) => (printed += String(text)));
      const says = async (words: string) => {
        const now = expect.poll(() => printed, { timeout: 120_000 });
        await now.toContain(words);
        await now.toMatch(/Watching .*\n$/);
        printed = "";
      };
      await says("All was made anew");
      const terms = join(content, "data/terms.yaml");
      const text = readFileSync(terms, "utf8");
      writeFileSync(terms, text.replace("title:", "titel:"));
      await says("Unexpected key `titel`");
      writeFileSync(terms, text.replace("Use of the pier", "Use of pier 4"));
      await says("are as in the last build.");
      const page = readFileSync(
        join(out, "terms/berth-use/index.html"),
        "utf8",
      );
      expect(page).toContain("Use of pier 4");
      for (const state of applyEdits(fc.sample(edits, WATCHED_EDITS))) {
        save(content, state);
        await says("are as in the last build.");
      }
      await expectClean(content, out);
    } finally {
      child.kill();
    }
  });
});

/** What may happen to a site or to what is remembered of it, and what the next build says. */
const DAMAGES: [damage: (site: string) => void, says: string][] = [
  [
    (site) => appendFileSync(`${site}.list`, " "),
    "All was made anew: what is known of the last build is damaged.",
  ],
  [
    (site) => {
      const lines = readFileSync(`${site}.list`, "utf8").split("\n");
      const other = ['["0"]', ...lines.slice(1, -1), ""].join("\n");
      writeFileSync(`${site}.list`, `${other}${hashOf(other)}`);
    },
    "All was made anew: the last build was made by other code.",
  ],
  [
    (site) => {
      for (const [at, name] of [
        "index.html",
        "index.html.br",
        "index.md",
        "terms/base-rent/index.html.gz",
        "embed/tables/rent/index.html",
        "_search/pagefind.js",
        "cite/rent.bib",
        "data/terms/base-rent.json",
        "data/record.zip",
        "share/index.png",
      ].entries()) {
        const path = join(site, name);
        const bytes = readFileSync(path);
        rmSync(path);
        if (at % 3 === 0) writeFileSync(path, bytes.subarray(1));
        if (at % 3 === 1) writeFileSync(path, "");
      }
    },
    " files are new, ",
  ],
];
