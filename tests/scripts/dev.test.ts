import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import {
  cpSync,
  mkdtempSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { MINIMAL, replaceIn } from "../model/copy-minimal.ts";

let content: string;
let server: ChildProcess;
let browser: Browser;
let page: Page;
let address: string;
let printed = "";

/** Waits until what the server printed says so. */
async function until(says: () => boolean): Promise<void> {
  while (!says()) await new Promise((resolve) => setTimeout(resolve, 50));
}

const shows = (words: string) =>
  page.waitForFunction(
    (text) => document.body.textContent.includes(text),
    words,
  );

/** The status of an address, asked again until it is the expected one. */
async function answers(path: string, status: number): Promise<void> {
  for (;;) {
    const answer = await fetch(new URL(path, address));
    if (answer.status === status) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

beforeAll(async () => {
  content = mkdtempSync(join(tmpdir(), "redline-dev-"));
  cpSync(MINIMAL, content, { recursive: true });
  // The test runner's own variables would switch the watching off.
  const env = Object.fromEntries(
    Object.entries(process.env).filter(
      ([name]) => !/^(?:VITEST|NODE_ENV|DEV|TEST|MODE|PROD)/.test(name),
    ),
  );
  server = spawn(
    process.execPath,
    ["scripts/dev.ts", "--content", content, "--port", "4390"],
    { env },
  );
  for (const stream of [server.stdout, server.stderr])
    stream?.on("data", (text) => (printed += String(text)));
  await until(() => printed.includes("Editing "));
  address = /http:\/\/localhost:\d+\//.exec(printed.split("Editing ")[1]!)![0];
  browser = await chromium.launch(inject("browser"));
  page = await browser.newPage();
  await page.goto(new URL("/terms/base-rent/", address).href);
});
afterAll(async () => {
  await browser.close();
  server.kill();
  rmSync(content, { recursive: true, force: true });
});

test("the open page shows a saved claim", async () => {
  replaceIn(
    content,
    "data/terms.yaml",
    "How much rent does Fennick pay?",
    "What is the rent?",
  );
  await shows("What is the rent?");
});

test("a mistake shows its report on the page and in the terminal, and the page recovers", async () => {
  replaceIn(content, "data/terms.yaml", "- id: base-rent", "- idd: base-rent");
  const report = "Unexpected key `idd`, expected one of";
  await until(() => printed.includes(report));
  // The second page of an error is like the first.
  await page.waitForSelector("vite-error-overlay", { state: "attached" });
  await page.reload();
  const parts = await page.waitForFunction(() => {
    const root = document.querySelector("vite-error-overlay")?.shadowRoot;
    const text = (part: string) => root?.querySelector(part)?.textContent;
    return (
      root && {
        name: text("#name"),
        message: text("#message-content")?.split("\n"),
        hint: text("#hint-content"),
        file: text("#code h2"),
        opens: root.querySelector<HTMLElement>("#code h2")?.title,
        marked: text(".error-line"),
        stack: text("#stack-content"),
      }
    );
  });
  const terms = `${content}/data/terms.yaml`;
  const shown = (await parts.jsonValue())!;
  expect(shown).toEqual({
    name: "The content has problems",
    message: [
      `${terms}:17:3 Unexpected entry without id, expected text in quotes [missing-key]`,
      `${terms}:17:3 Unexpected key idd, expected one of id, topic, title, question, why_it_matters [unknown-key]`,
    ],
    hint: "add id:",
    file: "data/terms.yaml:17:3",
    opens: `${terms}:17:3`,
    marked: "- idd: base-rent",
    stack: "",
  });
  replaceIn(content, "data/terms.yaml", "- idd: base-rent", "- id: base-rent");
  await shows("What is the rent?");
});

test("files can be added, renamed and deleted while it runs", async () => {
  const file = (name: string) => join(content, "explainers", `${name}.mdx`);
  const pages = "[start";
  writeFileSync(
    file("tides"),
    '---\ntitle: "Tides"\nquestion: "When?"\ndescription: "Tides."\n---\n\nThe water rises.\n',
  );
  replaceIn(content, "site.yaml", pages, "[tides, start");
  await answers("/tides/", 200);
  renameSync(file("tides"), file("low-tide"));
  replaceIn(content, "site.yaml", "[tides,", "[low-tide,");
  await answers("/low-tide/", 200);
  await answers("/tides/", 404);
  rmSync(file("low-tide"));
  replaceIn(content, "site.yaml", "[low-tide, start", pages);
  await answers("/low-tide/", 404);
});
