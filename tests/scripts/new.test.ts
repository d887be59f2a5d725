import { copyFileSync, readFileSync } from "node:fs";
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readPage } from "../../src/audit/read-page.ts";
import { copyMinimal, replaceIn } from "../model/copy-minimal.ts";
import { runScript } from "./run-script.ts";

const begin = (content: string, ...args: string[]) =>
  runScript("scripts/new.ts", ...args, "--content", content);

/** Begins an entry from flags alone; anything but success is a failure of the test. */
async function write(
  content: string,
  word: string,
  flags: { [key: string]: string },
): Promise<string> {
  const args = Object.entries(flags).flatMap(([key, value]) => [
    `--${key}`,
    value,
  ]);
  const { code, out, err } = await begin(content, word, ...args, "--yes");
  expect(err).toBe("");
  expect(code).toBe(0);
  return out;
}

async function expectClean(content: string): Promise<void> {
  const { code, err } = await runScript(
    "scripts/check.ts",
    "--content",
    content,
  );
  expect(err).toBe("");
  expect(code).toBe(0);
}

const SOURCE = {
  title: "The quay is shared",
  publisher: "Saltmere Port",
  url: "https://saltmere-port.example/2008/quay",
  published: "2008-02-28",
  kind: "primary",
};
const VERSION = {
  title: "Shared quay amendment",
  kind: "amendment",
  binding: "yes",
  parties: "saltmere-port, fennick",
  summary: "Ships take turns, and the rent went down.",
};
const TURNS = {
  term: "berth-use",
  version: "2008-02-28",
  value: "In order of arrival",
  statement: "Ships lie at the pier in the order in which they come.",
  locator: "in turn",
};
const RENT = {
  term: "base-rent",
  version: "2008-02-28",
  value: "30 crowns a metre",
  statement: "Fennick pays 30 crowns a year for each metre.",
};

describe("npm run new", () => {
  test("leads an editor from a document to every page that tells of it", async () => {
    const content = copyMinimal();
    const told = await write(content, "source", SOURCE);
    expect(told).toContain(
      "The source `saltmere-2008-02-28-quay-shared` is written.",
    );
    // Read today, unless a flag says otherwise.
    expect(told).toMatch(/ {2}read: "20\d\d-\d\d-\d\d"\n/);
    const sources = "saltmere-2008-02-28-quay-shared";
    const versionTold = await write(content, "version", {
      ...VERSION,
      sources,
    });
    expect(versionTold).toContain(
      "berth-use, crane-use, dredging, base-rent, fee-share",
    );
    await expectClean(content);
    await write(content, "claim", {
      ...TURNS,
      change: "shared-quay",
      summary: "Ships take turns.",
    });
    const claimTold = await write(content, "claim", {
      ...RENT,
      change: "shared-quay",
    });
    expect(claimTold).toContain(
      "No claim in 2008-02-28 yet: crane-use, dredging, fee-share",
    );
    // What check asks for next: prose that rests on the claims before.
    for (const page of ["berths", "impact/tenants", "start"])
      replaceIn(
        content,
        `explainers/${page}.mdx`,
        'id="berth-use-2007-09-12"',
        'id="berth-use-2007-09-12" historical',
      );
    replaceIn(
      content,
      "explainers/rent.mdx",
      'of="base-rent-2007-09-12"',
      'of="base-rent-2007-09-12" historical',
    );
    // And a statement that the new claim bears out as the one before did.
    replaceIn(
      content,
      "data/coverage.yaml",
      "claims: [berth-use-2007-09-12]",
      "claims: [berth-use-2007-09-12, berth-use-2008-02-28]",
    );
    await expectClean(content);

    const site = join(content, ".site");
    const { code, err } = await runScript(
      "scripts/build.ts",
      "--content",
      content,
      "--out",
      site,
    );
    expect(code, err).toBe(0);
    const page = (path: string) =>
      readFileSync(join(site, path, "index.html"), "utf8");
    const ids = (path: string) => readPage(page(path)).ids;
    expect(ids("tables/whole-lease")).toContain("berth-use.2008-02-28");
    for (const path of [
      "versions/2008-02-28",
      "as-of/2008-02-28",
      "known/2008-02-28",
    ]) {
      expect(page(path), path).toContain(TURNS.value);
      expect(page(path), path).toContain("/claims/base-rent-2008-02-28/");
    }
    const redline = page("compare/2008-02-20..2008-02-28");
    expect(redline).toContain("removed: </span>40<");
    expect(redline).toContain("added: </span>30<");
    expect(page("claims/base-rent-2008-02-28")).toContain(
      "/claims/base-rent-2007-09-12/",
    );
    const feed = readFileSync(join(site, "feeds/changes.xml"), "utf8");
    expect(feed).toContain("Ships take turns.");
    expect(feed).toContain(RENT.value);
  });

  test("asks for what no flag says, and writes nothing before it may", () => {
    const content = copyMinimal();
    const ask = (input: string) =>
      spawnSync(
        process.execPath,
        ["scripts/new.ts", "term", "--content", content, "--topic", "rent"],
        { input, encoding: "utf8" },
      );
    const before = readFileSync(join(content, "data/terms.yaml"), "utf8");
    const refused = ask("Deposit\nHow much?\nIt binds money.\n\nno\n");
    expect(refused.stdout).toContain("[deposit] > ");
    expect(refused.stderr).toBe("Nothing was written.\n");
    expect(ask("Deposit\n").stderr).toBe(
      "Unexpected absence of `--question`, expected the question it answers, as a reader asks it\nNothing was written.\n",
    );
    expect(readFileSync(join(content, "data/terms.yaml"), "utf8")).toBe(before);
    const { status, stdout } = ask(
      "Deposit\nHow much?\nIt binds money.\nrent deposit\nrent-deposit\n\n",
    );
    expect(status).toBe(0);
    expect(stdout).toContain(
      "Unexpected id `rent deposit`, expected an id in kebab-case",
    );
    expect(readFileSync(join(content, "data/terms.yaml"), "utf8")).toContain(
      "- id: rent-deposit\n",
    );
  });

  test("says what each word means that it asks for, and asks again after a bad answer", () => {
    const content = copyMinimal();
    const ask = (word: string, input: string, ...flags: string[]) =>
      spawnSync(
        process.execPath,
        ["scripts/new.ts", word, "--content", content, ...flags],
        { input, encoding: "utf8" },
      ).stdout;
    expect(ask("change", "")).toMatchInlineSnapshot(`
      "reason: why the record changes
        \`world-changed\`: a new document came out, or something began or ended
        \`we-learned\`: a source tells more about what was already so
        \`we-corrected\`: the record had said something wrong
        \`editorial\`: the record itself changed: its editions, its wording, its order
      [world-changed] > "
    `);
    const rent = ["--term", "base-rent", "--version", "2008-02-20"];
    expect(ask("claim", `\n${"ø".repeat(61)}\n`, ...rent))
      .toMatchInlineSnapshot(`
      "effect: what it does to its term
        \`sets\`: the term holds as the claim says
        \`ends\`: the term no longer holds; the value says what holds instead
        \`restates\`: describes what already held, in other words
        \`unchanged\`: only a general sentence says that nothing changes
        \`not-restated\`: the version is silent; proves neither survival nor repeal
        \`not-disclosed\`: it exists, but what it says was not published
      [sets] > value: the cell's text, at most 60 characters
      > Unexpected cell text of 61 characters, expected at most 60
        hint: say the rest in \`statement\`
      > "
    `);
  });

  test("puts a page into the navigation, and never writes over one", async () => {
    const content = copyMinimal();
    const page = {
      title: "For skippers",
      question: "Where to lie?",
      description: "Where to lie.",
    };
    await write(content, "explainer", {
      ...page,
      id: "impact/skippers",
      group: "What it means",
    });
    await expectClean(content);
    expect(readFileSync(join(content, "site.yaml"), "utf8")).toContain(
      "pages: [impact/tenants, impact/skippers]",
    );
    const { code, err } = await begin(
      content,
      "explainer",
      "--id",
      "rent",
      "--yes",
    );
    expect(code).toBe(1);
    expect(err).toContain(
      "Unexpected id `rent`, which is in use, expected a new one",
    );
    expect(err).toMatch(/hint: it is .*\/explainers\/rent\.mdx:1\n/);
  });

  test("judges the first statement of an article that is new", async () => {
    const content = copyMinimal();
    await write(content, "article", {
      ...SOURCE,
      statement: "The pier is shut.",
      judged: "wrong",
      mistake: "unfounded",
      claims: "berth-use-2007-09-12",
      verdict: "It is open to any ship.",
    });
    await expectClean(content);
  });

  test("has the record's history tell of a claim once an edition is accepted", async () => {
    const content = copyMinimal();
    await write(content, "change", {
      summary: "Said otherwise.",
      claims: "berth-use-2001-03, berth-use-2004-06-01",
    });
    copyFileSync(
      "tests/fixtures/rules/change-declared/permalinks.lock",
      join(content, "permalinks.lock"),
    );
    await expectClean(content);
    const flags = [
      "--term",
      "crane-use",
      "--version",
      "2008-02-20",
      "--value",
      "As before",
      "--effect",
      "restates",
      "--statement",
      "As before.",
    ];
    // What came with one version is told in one entry.
    const told = await begin(content, "claim", ...flags, "--yes");
    expect(told.out).toContain(
      "rent-silence-2008-02-20, crane-use-2008-02-20]",
    );
    await expectClean(content);
    const other = [
      ...["--term", "dredging", ...flags.slice(2)],
      ...["--change", "depth-read"],
    ];
    const { code, err } = await begin(content, "claim", ...other, "--yes");
    expect(code).toBe(1);
    expect(err).toBe(
      "Unexpected absence of `--summary`, expected one sentence for readers\nNothing was written.\n",
    );
    const fresh = await begin(
      content,
      ...["claim", ...other, "--summary", "The depth.", "--yes"],
    );
    expect(fresh.out).toContain("claims: [dredging-2008-02-20]");
    await expectClean(content);
  });

  test("says what it expected where a flag, a kind or a value is unknown", async () => {
    const content = copyMinimal();
    const of = async (...args: string[]) => (await begin(content, ...args)).err;
    expect(await of("clam")).toMatchInlineSnapshot(`
      "Unexpected kind \`clam\`, expected one of \`claim\`, \`source\`, \`version\`, \`term\`, \`explainer\`, \`article\`, \`change\`
        hint: npm run new -- claim
      "
    `);
    expect(await of("source", "--tilte", "x")).toContain(
      "hint: did you mean `--title`?",
    );
    expect(await of("source", "--title")).toBe(
      "Unexpected `--title` without a value, expected one\n",
    );
    expect(await of("source", "--kind", "book", "--yes")).toContain(
      "Unexpected kind `book`, expected one of `primary`, `filing`",
    );
    expect(
      await of(
        "claim",
        "--term",
        "berth-use",
        "--version",
        "2007-09-12",
        "--value",
        "Shut",
        "--statement",
        "Shut.",
        "--yes",
      ),
    ).toMatch(/\[one-leading-claim\][^]*file\. Nothing was written\.\n$/);
  });
});
