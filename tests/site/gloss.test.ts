import { chromium } from "playwright-core";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { loadChecked } from "../load-fixture.ts";

const record = loadChecked("content");
const { page: PATH, id: WORD } = record.explainers.flatMap(({ id, embeds }) =>
  embeds
    .filter(({ name }) => name === "Gloss")
    .map(({ attributes }) => ({ page: id, id: attributes["id"]! })),
)[0]!;
const MEANING = record.byId.glossary.get(WORD)!.meaning;

let browser: Browser;
beforeAll(async () => {
  browser = await chromium.launch(inject("browser"));
});
afterAll(() => browser.close());

async function open(look: { width?: number; script?: boolean }): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: look.width ?? 1280, height: 800 },
    javaScriptEnabled: look.script ?? true,
    hasTouch: true,
  });
  const page = await context.newPage();
  await page.goto(new URL(`/${PATH}/`, inject("realSite").address).href);
  return page;
}

describe("a glossary word", () => {
  test("opens its meaning by keyboard, without a script, and closes it with Escape", async () => {
    const page = await open({ script: false });
    const word = page.locator(".gloss button").first();
    const card = page.locator(".gloss-card").first();
    expect(await card.isVisible()).toBe(false);
    await word.focus();
    await page.keyboard.press("Enter");
    expect(await card.innerText()).toContain(MEANING);
    await page.keyboard.press("Tab");
    expect(await card.locator("a:focus").getAttribute("href")).toBe(
      `/glossary/#${WORD}`,
    );
    await page.keyboard.press("Escape");
    expect(await card.isVisible()).toBe(false);
    expect(await page.locator(".gloss button:focus").count()).toBe(1);
    await page.context().close();
  });

  test.each([360, 1280])(
    "opens by touch within a window of %i pixels",
    async (width) => {
      const page = await open({ width });
      for (const at of [0, 1]) {
        const word = page.locator(".gloss button").nth(at);
        if ((await word.count()) === 0) continue;
        await word.tap();
        const box = (await page
          .locator(".gloss-card:popover-open")
          .boundingBox())!;
        expect(box.x).toBeGreaterThan(0);
        expect(box.x + box.width).toBeLessThan(width);
        await page.keyboard.press("Escape");
      }
      await page.context().close();
    },
  );

  test("leaves its sentence whole", async () => {
    const page = await open({});
    const parents = await page
      .locator(".gloss")
      .evaluateAll((words) =>
        words.map((word) => word.closest("p, li, td, dd") !== null),
      );
    expect(parents).not.toContain(false);
    // The parser closes a paragraph before anything that may not stand in it, and leaves an empty one behind.
    expect(await page.locator(".prose p:empty").count()).toBe(0);
    await page.context().close();
  });
});
