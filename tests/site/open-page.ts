import { chromium } from "playwright-core";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, inject } from "vitest";

/** How a page is looked at: 1280 pixels wide, light and with script unless said otherwise. */
export interface Look {
  width?: number;
  dark?: boolean;
  script?: boolean;
}

/** Starts a browser for a test file; the function it gives opens a page of the real site in a context of its own. */
export function startBrowser(): (path: string, look?: Look) => Promise<Page> {
  let browser: Browser;
  beforeAll(async () => {
    browser = await chromium.launch(inject("browser"));
  });
  afterAll(() => browser.close());
  return async (path, look = {}) => {
    const context = await browser.newContext({
      viewport: { width: look.width ?? 1280, height: 800 },
      colorScheme: look.dark ? "dark" : "light",
      javaScriptEnabled: look.script ?? true,
    });
    const page = await context.newPage();
    await page.goto(new URL(path, inject("realSite").address).href);
    return page;
  };
}
