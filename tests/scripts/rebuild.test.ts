import { spawn } from "node:child_process";
import {
  appendFileSync,
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { hashOf } from "../../scripts/site-writer.ts";
import { differingFiles } from "./compare-sites.ts";
import { applyEdits, edits, UNEDITED, writeEdited } from "./edited-content.ts";
import type { Edited } from "./edited-content.ts";
import { runScript } from "./run-script.ts";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "redline-rebuild-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

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
const COMPARED_EACH = 4;

describe("a rebuild", () => {
  // Each sequence lives in a folder of its own, and so can run beside the others.
  test.each([1, 2])(
    "gives the bytes of a clean build after any edits, and after builds that were killed (%i)",
    async (half) => {
      const content = join(folder, `content-${half}`);
      const out = join(folder, `site-${half}`);
      const all = fc.sample(edits, EDITS);
      const states = applyEdits(
        all.slice(((half - 1) * EDITS) / 2, (half * EDITS) / 2),
      );
      for (const [index, state] of states.entries()) {
        writeEdited(content, state);
        if (index % COMPARED_EACH === 1)
          await killAfter(content, out, 300 + index * 90);
        await build(content, out);
        if (index % COMPARED_EACH === COMPARED_EACH - 1 || index === 25)
          await expectClean(content, out);
      }
    },
    400_000,
  );

  test("takes over what no edit reached, and says how much", async () => {
    const content = join(folder, "content");
    const out = join(folder, "site");
    writeEdited(content, UNEDITED);
    expect(await build(content, out)).toBe(
      "All was made anew: nothing is known of a last build.",
    );
    expect(await build(content, out)).toMatch(/^1 files are new, \d{4} are as/);
    const reworded: Edited = {
      ...UNEDITED,
      reworded: { claim: 3, prose: 0, tagline: 0 },
    };
    writeEdited(content, reworded);
    const said = /^(\d+) files are new, (\d+) are as in the last build\.$/.exec(
      await build(content, out),
    )!;
    // Pages, data, citations and feeds that hold the claim; most of the site does not.
    expect(Number(said[1])).toBeGreaterThan(20);
    expect(Number(said[2])).toBeGreaterThan(5 * Number(said[1]));
    expect(
      readFileSync(join(out, "claims/berth-use-2001-03/index.html"), "utf8"),
    ).toContain("for days four");
  });

  test.each<[what: string, damage: (site: string) => void, says: string]>([
    [
      "a list that is damaged",
      (site) => appendFileSync(`${site}.list`, " "),
      "All was made anew: what is known of the last build is damaged.",
    ],
    [
      "a list of other code",
      (site) => {
        const [, text] = readFileSync(`${site}.list`, "utf8").split("\n");
        const other = text!.replace(/"code":"[0-9a-f]+"/, '"code":"0"');
        writeFileSync(`${site}.list`, `${hashOf(other)}\n${other}`);
      },
      "All was made anew: the last build was made by other code.",
    ],
    [
      "files that were changed, cut or removed, compressed or not",
      (site) => {
        for (const [at, name] of [
          "index.html",
          "index.html.br",
          "index.md",
          "terms/base-rent/index.html.gz",
          "embed/tables/rent/index.html",
          "_search/pagefind.js",
          "data/record.zip",
          "share/index.png",
        ].entries()) {
          // Not in place: the file may be the test's only good one.
          const path = join(site, name);
          const bytes = readFileSync(path);
          rmSync(path);
          if (at % 3 === 0) writeFileSync(path, bytes.subarray(1));
          if (at % 3 === 1) writeFileSync(path, "");
        }
      },
      "9 files are new",
    ],
  ])("makes anew what it cannot trust: %s", async (_, damage, says) => {
    const content = join(folder, "trusted");
    const out = join(folder, "trusting");
    writeEdited(content, UNEDITED);
    await build(content, out);
    damage(join(folder, readlinkSync(out)));
    expect(await build(content, out)).toContain(says);
    await expectClean(content, out);
    expect(
      readdirSync(folder).filter((name) => name.startsWith(".trusting")),
    ).toHaveLength(2);
  });

  test("gives the bytes of a clean build where an edition is accepted, and where it is a draft again", async () => {
    const content = join(folder, "editions");
    const out = join(folder, "edition");
    cpSync("tests/fixtures/other-agreement", content, { recursive: true });
    await build(content, out);
    const index = () => readFileSync(join(out, "index.html"), "utf8");
    expect(index()).toContain("Draft after edition ");
    const { code, err } = await runScript(
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
