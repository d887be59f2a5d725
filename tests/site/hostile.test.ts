import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "parse5";
import type { DefaultTreeAdapterMap } from "parse5";
import { chromium } from "playwright-core";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { listFiles } from "../../scripts/site-files.ts";
import { loadChecked } from "../load-fixture.ts";
import { NOUNS } from "../../src/model/nouns.ts";
import type { Authored } from "../../src/model/record.ts";
import { HOSTILE } from "./hostile-content.ts";

type Node = DefaultTreeAdapterMap["node"];

const { folder } = inject("stressSite");
const { content, fields } = inject("stressContent");
const authored = loadChecked(content);
const isPage = (name: string) => name.endsWith(".html");

let pages: [name: string, html: string][];
beforeAll(async () => {
  pages = listFiles(folder)
    .filter(isPage)
    .map((name) => [name, readFileSync(join(folder, name), "utf8")]);
});

function visit(node: Node, see: (node: Node) => void): void {
  see(node);
  if ("childNodes" in node)
    for (const child of node.childNodes) visit(child, see);
}

/** What a page is built of: its elements with the names of their attributes; and comments, as they are. */
function partsOf(html: string): Set<string> {
  const parts = new Set<string>();
  visit(parse(html), (node) => {
    if ("tagName" in node) {
      parts.add(`<${node.tagName}>`);
      for (const { name } of node.attrs) parts.add(`${node.tagName} ${name}=`);
    }
    if (node.nodeName === "#comment" && "data" in node)
      parts.add(`<!--${node.data}-->`);
  });
  return parts;
}

/** Everything that a reader of the page can read, in one line. */
function wordsOf(html: string): string {
  const words: string[] = [];
  visit(parse(html), (node) => {
    if (node.nodeName === "#text" && "value" in node && "parentNode" in node) {
      const parent = node.parentNode as { tagName?: string } | null;
      if (!/^(?:script|style)$/.test(parent?.tagName ?? ""))
        words.push(node.value);
    }
  });
  return flat(words.join(""));
}

const flat = (text: string) => text.replace(/\s+/g, " ").trim();

/** Every text of a value of JSON, however deep. */
function textsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return value && typeof value === "object"
    ? Object.values(value).flatMap(textsIn)
    : [];
}

/** The texts in a value that hold hostile words as they were put there. */
const hostileIn = (value: unknown) =>
  textsIn(value).filter((text) => / ~\d+\.$/.test(text));

/** All that is authored in lists, but for some. */
const nounsBut = (...left: string[]) =>
  Object.keys({ ...NOUNS, tables: true, explainers: true })
    .filter((name) => !left.includes(name))
    .map((name) => authored[name as keyof Authored]);

describe("hostile words", () => {
  test("stand in every field for texts that is not held to what the record knows", () => {
    // A field that is new is hostile by itself. Here stand those whose words a rule or the record decides, and
    // those of exceptions, which a record without problems may not have.
    expect(fields.refused).toEqual([
      "exceptions[].item",
      "exceptions[].reason",
      "exceptions[].remove_when",
      "site.audiences[].page",
      "site.navigation[].pages[]",
      "sources[].url",
      "tables.kinds[]",
      "verifications[].copy",
      "verifications[].to",
    ]);
    expect(fields.hostile.length).toBeGreaterThan(50);
  });

  test("make no element, attribute or comment that pages of harmless words have not", async () => {
    // What this content makes by itself: the title of a link, and notes on sentences that no longer hold.
    const harmless = new Set(["a title=", "small class=", "small role="]);
    for (const site of ["otherSite", "realSite"] as const) {
      const { folder } = inject(site);
      const names = listFiles(folder).filter(isPage);
      for (const name of names)
        for (const part of partsOf(readFileSync(join(folder, name), "utf8")))
          harmless.add(part);
    }
    const faults = pages.flatMap(([name, html]) =>
      [...partsOf(html).difference(harmless)].map((part) => `${name}: ${part}`),
    );
    expect(pages.length).toBeGreaterThan(500);
    expect(faults).toEqual([]);
  });

  test("stand in JSON as they were written, and on pages, but for white space", () => {
    const inJson = new Set(
      textsIn(
        JSON.parse(readFileSync(join(folder, "data/record.json"), "utf8")),
      ),
    );
    const { navigation, ...site } = authored.site;
    // What visits found is told in words of ours; moves and navigation are for pages.
    const written = hostileIn([nounsBut("verifications", "moves"), site]);
    expect(written.length).toBeGreaterThan(150);
    expect(written.filter((text) => !inJson.has(text))).toEqual([]);

    const words = pages.map(([, html]) => wordsOf(html)).join("\n");
    const { publisher, ...named } = site;
    const shown = hostileIn([
      nounsBut("verifications", "moves", "parties", "topics", "explainers"),
      authored.parties.map(({ name }) => name),
      [...authored.topics, ...authored.explainers].map(
        ({ title, question }) => [title, question],
      ),
      [named, navigation],
    ]);
    expect(shown.filter((text) => !words.includes(flat(text)))).toEqual([]);
  });
});

describe("in the browser", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await chromium.launch(inject("browser"));
  });
  afterAll(() => browser.close());

  /** Opens a page, which must not speak up: no dialog, no error, nothing that its own policy forbids. */
  async function openQuiet(path: string) {
    const page = await browser.newPage();
    const complaints: string[] = [];
    page.on("dialog", (dialog) => {
      complaints.push(`dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    page.on("pageerror", (error) => complaints.push(error.message));
    page.on("console", (message) => {
      if (message.type() === "error") complaints.push(message.text());
    });
    await page.goto(new URL(path, inject("stressSite").address).href, {
      waitUntil: "networkidle",
    });
    return { page, complaints };
  }

  test.each(["/", "/about/", "/tables/whole-lease/", "/terms/gone/"])(
    "they do nothing on %s, wherever a reader clicks",
    async (path) => {
      const { page, complaints } = await openQuiet(path);
      const marks = page.locator(".mark a, summary, main button");
      for (let at = 0; at < Math.min(await marks.count(), 8); at += 1) {
        const mark = marks.nth(at);
        if (await mark.isVisible()) await mark.press("Enter");
        await page.keyboard.press("Escape");
      }
      expect(complaints).toEqual([]);
      await page.close();
    },
  );

  test("they do nothing in what the search finds, nor as what it looks for", async () => {
    const { page, complaints } = await openQuiet("/search/");
    const box = page.getByLabel("Words to search for");
    for (const words of ["alert", HOSTILE[0]!, "HYPERLINK", HOSTILE[5]!]) {
      await box.fill(words);
      await expect
        .poll(() => page.locator("main [role=status]").innerText())
        .not.toBe("");
      await page.waitForLoadState("networkidle");
    }
    const { address } = inject("stressSite");
    const query = encodeURIComponent(HOSTILE[0]!);
    await page.goto(new URL(`/search/?q=${query}`, address).href, {
      waitUntil: "networkidle",
    });
    expect(await box.inputValue()).toBe(HOSTILE[0]);
    expect(await page.locator("main img, main svg[onload]").count()).toBe(0);
    expect(complaints).toEqual([]);
    await page.close();
  });

  test("XML that holds them is read by a parser of others, and has no part of theirs", async () => {
    const page = await browser.newPage();
    const files = listFiles(folder).filter((name) => name.endsWith(".xml"));
    expect(files.length).toBeGreaterThan(5);
    for (const name of files) {
      const text = readFileSync(join(folder, name), "utf8");
      const { error, parts } = await page.evaluate((text) => {
        const read = new DOMParser().parseFromString(text, "application/xml");
        const all = [...read.querySelectorAll("*")];
        return {
          error: read.querySelector("parsererror")?.textContent,
          parts: all
            .filter(
              (element) =>
                /^(?:img|script|style|iframe|object)$/i.test(
                  element.localName,
                ) ||
                element
                  .getAttributeNames()
                  .some((name) => name.startsWith("on")) ||
                /^\s*(?:javascript|data):/i.test(
                  element.getAttribute("href") ?? "",
                ),
            )
            .map((element) => element.outerHTML),
        };
      }, text);
      expect([name, error, parts]).toEqual([name, undefined, []]);
    }
    await page.close();
  });
});
