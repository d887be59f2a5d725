import { spawn } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { loadChecked } from "../load-fixture.ts";
import { copyMinimal } from "../model/copy-minimal.ts";
import { playHosts, say, slow } from "./play-hosts.ts";

const FILE = "data/verification.yaml";

/** Runs the command; `onLine` may end it by its process. */
function run(
  address: string,
  args: string[],
  onLine: (kill: () => void) => void = () => undefined,
): Promise<{ code: number | null; out: string; err: string }> {
  const lead = ["--import", "./tests/scripts/lead-fetch.mjs"];
  const child = spawn(
    process.execPath,
    [...lead, "scripts/verify-sources.ts", "--pause", "0", ...args],
    { env: { ...process.env, PLAYED_AT: address } },
  );
  let out = "";
  let err = "";
  child.stdout.on("data", (text: Buffer) => {
    out += text.toString();
    onLine(() => child.kill("SIGINT"));
  });
  child.stderr.on("data", (text: Buffer) => (err += text.toString()));
  return new Promise((done) =>
    child.on("close", (code) => done({ code, out, err })),
  );
}

test("writes what it found beside the sources, and nothing for those it did not visit", async () => {
  const { address } = await playHosts({
    "saltmere-port.example": say("all other terms remain; to a depth of nine"),
    "tide-gazette.example": say("", {}, 404),
  });
  const content = copyMinimal();
  writeFileSync(join(content, FILE), "# Ours.\n\n[]\n");
  const { code, out } = await run(address, [
    ...["--content", content, "--no-archive"],
  ]);
  expect(code).toBe(0);
  expect(out).toMatch(/^3 sources visited, 0 left for another run\. /m);
  const day = /checked: (".*")/.exec(readFileSync(join(content, FILE), "utf8"));
  expect(
    readFileSync(join(content, FILE), "utf8").replaceAll(day![1]!, "TODAY"),
  ).toMatchInlineSnapshot(`
    "# Ours.

    - id: saltmere-2004-06-01-amendment
      checked: TODAY
      state: passage-found
      found: ["all other terms remain", "to a depth of nine"]
    - id: saltmere-2007-09-12-amendment
      checked: TODAY
      state: page-changed
      missing: ["forty crowns"]
    - id: tide-gazette-2007-10-05
      checked: TODAY
      state: gone
      note: "answered 404"
    "
  `);
  const again = await run(address, ["--content", content]);
  expect(again.out).toBe("Every source was visited less than 30 days ago.\n");
});

test("leaves a whole file when it is interrupted", async () => {
  const { address } = await playHosts({
    "saltmere-port.example": say(""),
    "tide-gazette.example": slow,
  });
  const content = copyMinimal();
  writeFileSync(join(content, FILE), "[]\n");
  const { code, err } = await run(
    address,
    ["--content", content, "--no-archive", "--timeout", "60"],
    (kill) => kill(),
  );
  expect(err).toContain("Stopped. What was visited is kept");
  expect(code).toBe(130);
  expect(loadChecked(content).verifications.length).toBeGreaterThan(0);
  expect(
    readdirSync(join(content, "data")).filter((name) => name.endsWith(".tmp")),
  ).toEqual([]);
});

test.each([
  [["--max", "many"], "Unexpected --max `many`, expected a number from 1"],
  [["--nax", "1"], "--nax"],
  [["--archive", "ftp://x"], "expected an address that begins with https://"],
  [["--only", "tide-gazete-2007-10-05"], "did you mean `tide-gazette-2007"],
  [["--only", "saltmere-2001-03-lease"], "expected one with `access: direct`"],
])("says what is wrong with %j", async (args, words) => {
  const { code, err } = await run("http://127.0.0.1:9", [
    ...["--content", "tests/fixtures/minimal"],
    ...args,
  ]);
  expect(code).toBe(1);
  expect(err).toContain(words);
  expect(err).toContain("usage: npm run verify-sources");
  expect(err).not.toContain("    at ");
});
