import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { expect, onTestFinished, test } from "vitest";
import { replaceIn } from "../model/copy-minimal.ts";
import { commitCopy } from "./commit-content.ts";
import { runScript } from "./run-script.ts";

const FOLDER = "tests/fixtures/other-agreement";
const OTHER = ["--content", FOLDER];

test("npm run check finds nothing wrong with another agreement", async () => {
  const { code, out, err } = await runScript("scripts/check.ts", ...OTHER);
  expect(err).toBe("");
  expect(code).toBe(0);
  expect(out).toMatch(/^\d+ claims, .*: no problems\.\n$/);
});

test.each(["whole-agreement", "1988..1997-10-20"])(
  "npm run table prints %s of another agreement",
  async (asked) => {
    const ran = await runScript("scripts/table.ts", asked, ...OTHER);
    expect(ran.code).toBe(0);
    expect(ran.out).toContain("60 nights of 100 for Tarn, 40 for Vellmar");
  },
);

test("npm run changes tells what was edited in another agreement since a commit", async () => {
  const content = commitCopy(FOLDER);
  const claims = "data/claims/nights.yaml";
  replaceIn(content, claims, "In turn, month by month", "In turn, day by day");
  const { code, out, err } = await runScript(
    "scripts/changes.ts",
    "--content",
    content,
    "--since",
    "HEAD",
  );
  expect(err).toBe("");
  expect(code).toBe(0);
  expect(out).toContain("| In turn, month by month | In turn, day by day |");
});

test("npm run dev serves another agreement", async () => {
  // Astro serves no pages where it finds Vitest's own variable.
  const dev = spawn(
    process.execPath,
    ["scripts/dev.ts", "--port", "0", ...OTHER],
    { env: { ...process.env, VITEST: undefined } },
  );
  onTestFinished(async () => {
    const ended = once(dev, "exit");
    dev.kill();
    await ended;
  });
  let address: string | undefined;
  for await (const line of createInterface({ input: dev.stdout })) {
    address = /^Editing .* at (http:\S+) /.exec(line)?.[1];
    if (address) break;
  }
  const answer = await fetch(new URL("/terms/first-choice/", address));
  expect(answer.status).toBe(200);
  expect(await answer.text()).toContain("In turn, month by month");
});
