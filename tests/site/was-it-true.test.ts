import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, inject, test } from "vitest";
import { listArticlePages, sortByDate } from "../../src/derive/article-page.ts";
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
  const drawn = await page
    .locator("svg.verdict-bar")
    .first()
    .locator("text")
    .allTextContents();
  expect(drawn.map((words) => words.trim())).toEqual(
    first.tallies
      .filter(({ day }) => day > 0)
      .map(({ day, label }) => `${label.mark} ${day}`),
  );
  await page.context().close();
});

test("the register leads to every article, newest first, and has no field without a script", async () => {
  const page = await open("/was-it-true/", { script: false });
  const links = await page
    .locator("main .body a[href^='/was-it-true/']")
    .evaluateAll((found) => found.map((link) => link.getAttribute("href")!));
  expect(links.slice(0, pages.length)).toEqual(
    sortByDate(pages).map(({ path }) => path),
  );
  expect(await page.locator(".find-article").isVisible()).toBe(false);
  await page.context().close();
});

describe("the field of the register", () => {
  const { source } = first;
  test.each([
    ["the article's address", `${source.url}?utm_source=x#top`],
    ["its address as one writes it", source.url.replace(/^https:\/\//, "www.")],
    ["words of its title", source.title.toUpperCase()],
    ["its publisher", source.publisher],
  ])("finds an article by %s", async (_, typed) => {
    const page = await open("/was-it-true/");
    await page.getByLabel("The article you read").fill(typed);
    const left = page.locator(".article-list li:visible");
    expect(await left.count()).toBe(1);
    expect(await left.locator("a").getAttribute("href")).toBe(first.path);
    expect(await page.locator(".find-article [role=status]").innerText()).toBe(
      `1 of ${pages.length} articles`,
    );
    await page.context().close();
  });

  test("says when none fits, and shows all again once it is empty", async () => {
    const page = await open("/was-it-true/");
    const field = page.getByLabel("The article you read");
    await field.fill("zzxqzzxq");
    const list = page.locator(".article-list li:visible");
    expect(await list.count()).toBe(0);
    expect(
      await page.locator(".find-article [role=status]").innerText(),
    ).toMatch(/^None /);
    await field.fill("");
    expect(await list.count()).toBe(pages.length);
    await page.context().close();
  });
});

test("the heading of an article's page asks, and quotes the article", async () => {
  const page = await open(first.path);
  expect(await page.locator("h1").innerText()).toMatch(/^Was it true\?\s+“/);
  expect(await page.title()).toMatch(/^Was it true\? “/);
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
