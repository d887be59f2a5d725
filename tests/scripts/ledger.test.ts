import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readPage } from "../../src/audit/read-page.ts";
import { copyMinimal, MINIMAL, replaceIn } from "../model/copy-minimal.ts";
import { runScript } from "./run-script.ts";

const LOCK = "permalinks.lock";
const PINS = "pins.jsonl";

const ledger = (content: string, ...task: string[]) =>
  runScript("scripts/ledger.ts", ...task, "--content", content);
const check = (content: string) =>
  runScript("scripts/check.ts", "--content", content);
const build = (content: string) =>
  runScript(
    "scripts/build.ts",
    "--content",
    content,
    "--out",
    join(content, ".site"),
  );

const MOVE = `- id: sharper-name
  date: "2008-01-01"
  from: "/terms/crane-use/"
  to: ["/terms/cranes/"]
  why: "The term is about the cranes, not about who uses them."
`;

/** Replaces an id in every file of the content, as an editor's search and replace would. */
function replaceId(folder: string, from: string, to: string): void {
  for (const name of readdirSync(folder, {
    recursive: true,
    encoding: "utf8",
  })) {
    if (!/\.(?:yaml|mdx)$/.test(name)) continue;
    const path = join(folder, name);
    const text = readFileSync(path, "utf8");
    writeFileSync(
      path,
      text.replaceAll(new RegExp(`\\b${from}\\b(?!-)`, "g"), to),
    );
  }
}

let first: string;
beforeAll(async () => {
  first = mkdtempSync(join(tmpdir(), "redline-ledger-"));
  cpSync(MINIMAL, first, { recursive: true });
  const { code, err } = await ledger(first, "accept");
  expect(err).toBe("");
  expect(code).toBe(0);
});
afterAll(() => rmSync(first, { recursive: true, force: true }));

/** A copy of content whose first edition was accepted. */
function published(): string {
  const content = copyMinimal();
  for (const name of [LOCK, PINS])
    cpSync(join(first, name), join(content, name));
  return content;
}

describe("npm run ledger", () => {
  test("accepts an edition once: after it, nothing is new", async () => {
    const content = published();
    const before = readFileSync(join(content, LOCK), "utf8");
    const { code, out } = await ledger(content);
    expect(code).toBe(0);
    expect(out).toContain("0 new addresses, 0 gone with a word, none lost.");
    await ledger(content, "accept");
    expect(readFileSync(join(content, LOCK), "utf8")).toBe(before);
  });

  test("refuses a task it does not know", async () => {
    const { code, err } = await ledger("tests/fixtures/minimal", "forget");
    expect(code).toBe(1);
    expect(err).toBe(
      "Unexpected task `forget`, expected nothing (show what is new) or `accept`\n",
    );
  });

  test("does not take a broken ledger for none, and overwrites nothing", async () => {
    const content = published();
    const text = readFileSync(join(content, LOCK), "utf8");
    writeFileSync(join(content, LOCK), text.slice(0, 5000));
    const { code, err } = await ledger(content, "accept");
    expect(code).toBe(1);
    expect(err).toContain("[ledger-whole]");
    expect(readFileSync(join(content, LOCK), "utf8")).toBe(text.slice(0, 5000));
    expect((await build(content)).err).toContain("Nothing was built.");
    expect(existsSync(join(content, ".site"))).toBe(false);
  });

  test("is not disturbed by an accept that was cut short", async () => {
    const content = published();
    writeFileSync(join(content, `.${LOCK}.new`), '{"ledger":1');
    expect((await check(content)).code).toBe(0);
  });
});

describe("a term that is renamed", () => {
  test("is red until a move is declared, then its old addresses lead on", async () => {
    const content = published();
    replaceId(content, "crane-use", "cranes");
    const red = await check(content);
    expect(red.code).toBe(1);
    expect(red.err).toContain(
      "Unexpected loss of `/terms/crane-use/`, published since edition",
    );
    expect(red.err).toContain(`    - id: crane-use-moved
      date: "<the day>"
      from: "/terms/crane-use/"
      to: ["/terms/cranes/"]
      why: "<one sentence for readers>"`);
    writeFileSync(join(content, "data/moves.yaml"), MOVE);
    const green = await build(content);
    expect(green.err).not.toContain("Unexpected");
    expect(green.code).toBe(0);
    const site = join(content, ".site");
    const old = readPage(
      readFileSync(join(site, "terms/crane-use/index.html"), "utf8"),
    );
    expect(old.links).toContain("/terms/cranes/");
    expect(old.ids).toContain("history");
    const table = readPage(
      readFileSync(join(site, "tables/whole-lease/index.html"), "utf8"),
    );
    expect(table.ids).toContain("crane-use");
    expect(table.links).toContain("/tables/whole-lease/#cranes");
    const { out } = await ledger(content, "accept");
    expect(out).toContain("gone  /terms/crane-use/ → /terms/cranes/");
    expect((await build(content)).code).toBe(0);
  });
});

describe("a page that is deleted", () => {
  test("fails the build with the lines that would declare it, and leaves the last site", async () => {
    const content = published();
    expect((await build(content)).code).toBe(0);
    const site = join(content, ".site");
    const index = readFileSync(join(site, "index.html"), "utf8");
    rmSync(join(content, "explainers/about.mdx"));
    replaceIn(content, "site.yaml", ", about", "");
    writeFileSync(
      join(content, "data/moves.yaml"),
      "# an explainer is an item: the check asks for its move first\n[]\n",
    );
    const { code, err } = await build(content);
    expect(code).toBe(1);
    expect(err).toContain('from: "/about/"');
    expect(readFileSync(join(site, "index.html"), "utf8")).toBe(index);
  });

  test("fails too when only its section is gone", async () => {
    const content = published();
    const path = join(content, "explainers/berths.mdx");
    const text = readFileSync(path, "utf8");
    writeFileSync(path, text.replace(/^## .+$/m, ""));
    const { code, err } = await build(content);
    expect(code).toBe(1);
    expect(err).toMatch(/Unexpected loss of `\/berths\/#[a-z-]+`/);
    expect(err).toContain("would be lost. Nothing was published.");
  });
});

describe("a heading that is reworded", () => {
  test("keeps its address", async () => {
    const content = published();
    const path = join(content, "explainers/berths.mdx");
    const text = readFileSync(path, "utf8");
    const heading = /^## (.+)$/m.exec(text)![1]!;
    writeFileSync(path, text.replace(`## ${heading}`, "## Quite other words"));
    const { code, out } = await ledger(content);
    expect(code).toBe(0);
    expect(out).toContain("0 new addresses, 0 gone with a word, none lost.");
  });
});

const CORRECTION = `- id: rent-misread
  date: "2008-03-01"
  reason: we-corrected
  summary: "A figure of the rent was misread."
  claims: [base-rent-2007-09-12]
`;

describe("a claim that says something else", () => {
  test("shows readers and feeds both wordings, the same after it is accepted", async () => {
    const content = published();
    const rent = join(content, "data/claims/rent.yaml");
    const value = 'value: "40 crowns a metre"';
    replaceIn(content, "data/claims/rent.yaml", value, value.replace("0", "2"));
    expect(readFileSync(rent, "utf8")).toContain("42 crowns a metre");
    expect((await check(content)).err).toContain("[change-declared]");
    const history = join(content, "data/changes.yaml");
    writeFileSync(history, `${readFileSync(history, "utf8")}${CORRECTION}`);
    const files = [
      "changes/index.html",
      "corrections/index.html",
      "feeds/changes.xml",
      "feeds/topics/rent.xml",
      "feeds/reasons/we-corrected.xml",
    ];
    const read = (file: string) =>
      readFileSync(join(content, ".site", file), "utf8");
    expect((await build(content)).code).toBe(0);
    for (const file of files)
      expect(read(file), file).toContain(
        "Said until then: “40 crowns a metre”. From then on: “42 crowns a metre”.",
      );
    const feeds = files.slice(2).map(read);
    expect((await ledger(content, "accept")).code).toBe(0);
    expect((await build(content)).code).toBe(0);
    expect(files.slice(2).map(read)).toEqual(feeds);
  });
});

describe("a pinned frame", () => {
  test("says for good what it said, while the record moves on", async () => {
    const content = published();
    const site = join(content, ".site");
    const folder = join(site, "embed/claims/base-rent-2007-09-12");
    const pins = () =>
      readdirSync(folder).filter((name) => /^[0-9a-f]{12}$/.test(name));
    const mainOf = (pin: string) =>
      /<main>[^]*<\/main>/.exec(
        readFileSync(join(folder, pin, "index.html"), "utf8"),
      )![0];
    const file = join(content, PINS);
    const kept = readFileSync(file, "utf8");
    expect((await build(content)).code).toBe(0);
    const [old, ...others] = pins();
    expect(others).toEqual([]);
    const said = mainOf(old!);
    expect(said).toContain("40 crowns a metre");
    expect(said).toContain("As it stood in edition 2008-03-01-");

    replaceIn(
      content,
      "data/claims/rent.yaml",
      'value: "40 crowns a metre"',
      'value: "42 crowns a metre"',
    );
    const history = join(content, "data/changes.yaml");
    writeFileSync(history, `${readFileSync(history, "utf8")}${CORRECTION}`);
    expect((await build(content)).code).toBe(0);
    const [fresh, ...more] = pins().filter((pin) => pin !== old);
    expect(more).toEqual([]);
    expect(mainOf(old!)).toBe(said);
    expect(mainOf(fresh!)).toContain("42 crowns a metre");
    expect(mainOf(fresh!)).not.toContain("40 crowns a metre");
    const shown = readFileSync(
      join(site, "claims/base-rent-2007-09-12/index.html"),
      "utf8",
    );
    expect(shown).toContain(`/embed/claims/base-rent-2007-09-12/${fresh!}/`);
    expect(shown).not.toContain(old!);

    const accepted = await ledger(content, "accept");
    expect(accepted.out).toMatch(/^\d+ new frames to pin\.$/m);
    expect(accepted.out).toMatch(/permalinks\.lock and \S+pins\.jsonl: commit/);
    const grown = readFileSync(file, "utf8");
    expect(grown.startsWith(kept)).toBe(true);
    expect(grown.length).toBeGreaterThan(kept.length);
    await ledger(content, "accept");
    expect(readFileSync(file, "utf8")).toBe(grown);

    const line = kept.split("\n").findIndex((row) => row.includes(old!)) + 1;
    writeFileSync(
      file,
      grown.replace("40 crowns a metre", "41 crowns a metre"),
    );
    const edited = await check(content);
    expect(edited.code).toBe(1);
    expect(edited.err).toMatch(/ whose hash would be .*\[pins-whole\]$/m);
    writeFileSync(
      file,
      grown
        .split("\n")
        .toSpliced(line - 1, 1)
        .join("\n"),
    );
    expect((await check(content)).err).toContain(
      "pins.jsonl:1:1 Unexpected loss of 1 of ",
    );
    rmSync(file);
    const lost = await ledger(content, "accept");
    expect(lost.code).toBe(1);
    expect(lost.err).toMatch(/Unexpected loss of (\d+) of \1 pins/);
  });
});

describe("npm run edition", () => {
  test("proves that a site is the edition it says, and names what differs", async () => {
    const content = copyMinimal();
    await build(content);
    const list = join(content, ".site/edition.json");
    const verify = (file: string) =>
      runScript("scripts/edition.ts", "verify", file, "--content", content);
    const same = await verify(list);
    expect(same.out).toMatch(/^Edition \S+: all \d+ files are the same\.\n$/);
    const read = JSON.parse(readFileSync(list, "utf8")) as {
      files: { [name: string]: string };
    };
    read.files["index.html"] = "0".repeat(64);
    writeFileSync(list, JSON.stringify(read));
    const other = await verify(list);
    expect(other.code).toBe(1);
    expect(other.err).toContain("1 file differ.\n  differs       index.html");
    expect((await verify("package.json")).err).toBe(
      "Unexpected file `package.json`, expected the edition.json of a published site\n",
    );
  });
});
