import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, inject, test } from "vitest";
import { temporaryFolder } from "../temporary-folder.ts";
import { differingFiles, filesBelow } from "./compare-sites.ts";
import { HAS_NO_NETWORK, inNamespace, NO_NAMESPACE } from "./own-namespace.ts";
import { runCommandIn, runScript as run } from "./run-script.ts";

const folder = temporaryFolder("build");

function brokenContent(): string {
  const content = join(folder, "broken");
  cpSync("tests/fixtures/minimal", content, { recursive: true });
  const topics = join(content, "data/topics.yaml");
  writeFileSync(
    topics,
    readFileSync(topics, "utf8").replace("title:", "titel:"),
  );
  return content;
}

describe("npm run build", () => {
  test("prints the report, exits 1 and leaves the last site untouched when content is broken", async () => {
    const out = join(folder, "site");
    cpSync(inject("otherSite").folder, out, { recursive: true });
    const { code, err } = await run(
      "scripts/build.ts",
      "--content",
      brokenContent(),
      "--out",
      out,
    );
    expect(code).toBe(1);
    expect(err).toContain("Unexpected key `titel`, expected one of");
    expect(err).toContain("hint: did you mean `title`?");
    expect(err).toContain("Nothing was built.");
    expect(err).not.toContain("    at ");
    expect(filesBelow(out)).toEqual(filesBelow(inject("otherSite").folder));
    expect(
      readdirSync(folder).filter((name) => name.startsWith(".site")),
    ).toEqual([]);
  });

  test.each([
    ["a tab in the indent", "data/terms.yaml", "  topic:", "\ttopic:"],
    [
      "a tag never closed",
      "explainers/rent.mdx",
      "## What",
      "<Term>\n\n## What",
    ],
    ["a page emptied", "explainers/start.mdx", /[^]*/, ""],
  ])(
    "leaves the last site untouched after %s",
    async (_, path, sign, change) => {
      const content = mkdtempSync(join(folder, "content-"));
      const out = mkdtempSync(join(folder, "site-"));
      cpSync("tests/fixtures/minimal", content, { recursive: true });
      const text = readFileSync(join(content, path), "utf8");
      writeFileSync(join(content, path), text.replace(sign, change));
      writeFileSync(join(out, "index.html"), "the last site");
      const before = statSync(join(out, "index.html")).mtimeMs;
      const { code, err } = await run(
        "scripts/build.ts",
        "--content",
        content,
        "--out",
        out,
      );
      expect(code).toBe(1);
      expect(err).toContain(`${path}:`);
      expect(err).not.toContain("    at ");
      expect(filesBelow(out)).toEqual(["index.html"]);
      expect(statSync(join(out, "index.html")).mtimeMs).toBe(before);
    },
  );

  test("gives the same bytes when it runs again, in another folder, time zone and language, in 2100, with no network and no cache it can write", async () => {
    const out = join(folder, "again");
    const cache = resolve("node_modules/.cache");
    mkdirSync(cache, { recursive: true });
    const build = [
      process.execPath,
      "scripts/build.ts",
      "--content",
      "tests/fixtures/minimal",
      "--out",
      out,
    ];
    if (!HAS_NO_NETWORK)
      console.log(
        `With a network and a cache: ${NO_NAMESPACE ?? "no network namespace"}.`,
      );
    const {
      code,
      out: printed,
      err,
    } = await runCommandIn(
      {
        TZ: "Pacific/Kiritimati",
        LC_ALL: "tr_TR.UTF-8",
        LANG: "tr_TR.UTF-8",
        CLOCK: "2100-02-28T23:59:50Z",
        NODE_OPTIONS: `--import=${resolve("tests/scripts/other-clock.mjs")}`,
      },
      inNamespace(`mount -t tmpfs -o ro tmpfs "${cache}"`, build),
    );
    expect(err).not.toMatch(/Unexpected|Error/);
    expect(code).toBe(0);
    expect(printed).toMatch(
      /^\d+ pages, \d+ claims, \d+ tables in [\d.]+ s\nAll was made anew: nothing is known of a last build\.\nBuilt into /,
    );
    expect(statSync(out).mode & 0o755).toBe(0o755);
    expect(differingFiles(out, inject("otherSite").folder)).toEqual([]);
  });
});

describe("npm run check", () => {
  test("prints one line of counts for clean content", async () => {
    const { code, out } = await run(
      "scripts/check.ts",
      "--content",
      "tests/fixtures/minimal",
    );
    expect(code).toBe(0);
    expect(out).toMatch(/^\d+ claims, \d+ sources, .*: no problems\.\n$/);
  });

  test("exits 1 with the report for broken content", async () => {
    const { code, err, out } = await run(
      "scripts/check.ts",
      "--content",
      brokenContent(),
    );
    expect(code).toBe(1);
    expect(out).toBe("");
    expect(err).toContain("[unknown-key]");
  });

  test("says what is missing where there is no content at all", async () => {
    const { code, err } = await run(
      "scripts/check.ts",
      "--content",
      join(folder, "nowhere"),
    );
    expect(code).toBe(1);
    expect(err).toContain("expected a folder of content");
    expect(err).not.toContain("    at ");
  });
});

describe("npm run table", () => {
  test("lists the tables when the name is unknown", async () => {
    const { code, err } = await run(
      "scripts/table.ts",
      "nothing",
      "--content",
      "tests/fixtures/minimal",
    );
    expect(code).toBe(1);
    expect(err).toContain(
      "Unexpected table `nothing`, expected two versions as `<id>..<id>`, or one of:",
    );
  });
});

test("npm run preview says what to do when nothing is built", async () => {
  const { code, err } = await run(
    "scripts/preview.ts",
    "--out",
    join(folder, "nothing"),
  );
  expect(code).toBe(1);
  expect(err).toContain("hint: npm run build");
  expect(existsSync(join(folder, "nothing"))).toBe(false);
});
