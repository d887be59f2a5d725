import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, inject, test } from "vitest";
import { listArticlePages } from "../../src/derive/article-page.ts";
import { startBrowser } from "./open-page.ts";
import { record } from "./real-tables.ts";

const open = startBrowser();
const pages = listArticlePages(record);
const first = pages[0]!;
/** A statement whose verdict changed, far down the page that has most. */
const turned = first.statements.findLast(
  ({ verdict }) => verdict.day !== verdict.now,
)!;

describe.each([
  ["with script", true],
  ["without script", false],
])("the address of a statement, %s", (_, script) => {
  test("opens it in view, with its verdict on the day and now in words", async () => {
    const page = await open(turned.href, { script });
    const item = page.locator(`[id="${turned.id}"]`);
    // Where motion is wanted the page scrolls there smoothly.
    await expect
      .poll(async () => (await item.boundingBox())!.y, { timeout: 10_000 })
      .toBeLessThan(400);
    const box = (await item.boundingBox())!;
    const header = (await page.locator("header.site").boundingBox())!;
    expect(box.y).toBeGreaterThanOrEqual(header.y + header.height - 1);
    const words = await item.locator(".verdict-pair").innerText();
    expect(words.split("\n").map((line) => line.trim())).toEqual([
      first.day,
      `${turned.verdict.day.mark} ${turned.verdict.day.word}`,
      first.now,
      `${turned.verdict.now.mark} ${turned.verdict.now.word}`,
    ]);
    await page.context().close();
  });
});

test("the page of an article says on its first screen how many statements held and hold", async () => {
  for (const width of [360, 1280]) {
    const page = await open(first.path, { width });
    const answer = page.locator(".answer");
    expect(await answer.innerText()).toBe(first.answer);
    const box = (await answer.boundingBox())!;
    expect(box.y + box.height).toBeLessThanOrEqual(800);
    await page.context().close();
  }
});

test("the bars say in words what they draw", async () => {
  const page = await open(first.path);
  const labels = await page
    .locator("svg.verdict-bar")
    .evaluateAll((bars) => bars.map((bar) => bar.getAttribute("aria-label")));
  expect(labels).toHaveLength(2);
  for (const { label, day, now } of first.tallies) {
    if (day > 0) expect(labels[0]).toContain(`${day} ${label.word}`);
    if (now > 0) expect(labels[1]).toContain(`${now} ${label.word}`);
  }
  await page.context().close();
});

test("the register leads to every article, the one with most statements first", async () => {
  const page = await open("/was-it-true/", { script: false });
  const links = await page
    .locator("main .body a[href^='/was-it-true/']")
    .evaluateAll((found) => found.map((link) => link.getAttribute("href")!));
  expect(links[0]).toBe(first.path);
  for (const { path } of pages) expect(links).toContain(path);
  await page.context().close();
});

describe("what decides a statement", () => {
  const read = (path: string) =>
    readFileSync(join(inject("realSite").folder, path, "index.html"), "utf8");

  test("leads back to it: claims list the statements they decide, sources their page", () => {
    for (const { path, source, statements } of pages) {
      expect(read(`sources/${source.id}`)).toContain(`href="${path}"`);
      const [statement] = statements;
      for (const { id } of statement!.claims)
        expect(read(`claims/${id}`), id).toContain(`href="${statement!.href}"`);
    }
  });

  test("stands beside each statement, with a footnote that is there", () => {
    for (const { path, statements } of pages) {
      const html = read(path);
      for (const { id, claims } of statements) {
        expect(html).toContain(`id="${id}"`);
        for (const claim of claims)
          expect(html).toContain(`href="/claims/${claim.id}/"`);
      }
    }
  });
});
