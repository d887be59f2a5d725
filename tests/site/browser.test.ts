import { AxeBuilder } from "@axe-core/playwright";
import { chromium } from "playwright-core";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { loadChecked } from "../load-fixture.ts";

const record = loadChecked("content");
const WIDE = record.tables.find(
  (spec) => spec.kind === "terms" && !spec.topics && !spec.dates,
)!.id;
const NARROW = record.tables.find(
  (spec) => spec.kind === "terms" && spec.dates,
)!.id;
const TERM = record.terms[0]!.id;
const CELL = `${TERM}.${record.timeline.at(-1)!.id}`;

/** One page of each type. */
const PAGES = [
  "/",
  ...record.explainers.slice(0, 2).map(({ id }) => `/${id}/`),
  "/impact/developers/",
  "/tables/",
  `/tables/${WIDE}/`,
  `/tables/${NARROW}/`,
  "/terms/",
  `/terms/${TERM}/`,
  "/versions/",
  `/versions/${record.timeline.at(-1)!.id}/`,
  "/claims/",
  `/claims/${record.claims[0]!.id}/`,
  "/sources/",
  `/sources/${record.sources[0]!.id}/`,
  "/availability/",
  "/deals/",
  "/glossary/",
  "/open-questions/",
  "/about/",
  "/nothing-here/",
];

let browser: Browser;
beforeAll(async () => {
  browser = await chromium.launch(inject("browser"));
});
afterAll(() => browser.close());

interface Look {
  width?: number;
  dark?: boolean;
  script?: boolean;
}

async function open(path: string, look: Look = {}): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: look.width ?? 1280, height: 800 },
    colorScheme: look.dark ? "dark" : "light",
    javaScriptEnabled: look.script ?? true,
  });
  const page = await context.newPage();
  await page.goto(new URL(path, inject("realSite").address).href);
  return page;
}

describe.each(PAGES)("%s", (path) => {
  test.each([
    ["light", false],
    ["dark", true],
  ] as const)(
    "has no accessibility violation in the %s theme",
    async (_, dark) => {
      const page = await open(path, { dark });
      const { violations } = await new AxeBuilder({ page }).analyze();
      const found = violations.map(
        ({ id, nodes }) =>
          `${id}: ${nodes
            .slice(0, 3)
            .map((node) => node.html.slice(0, 160))
            .join(" | ")}`,
      );
      await page.context().close();
      expect(found).toEqual([]);
    },
  );

  test.each([360, 768, 1280])(
    "fits into %i pixels without sideways scroll",
    async (width) => {
      const page = await open(path, { width });
      const overflow = await page.evaluate(
        () =>
          document.documentElement.scrollWidth -
          document.documentElement.clientWidth,
      );
      await page.context().close();
      expect(overflow).toBe(0);
    },
  );

  test("asks no other host for anything", async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    const hosts = new Set<string>();
    page.on("request", (request) => hosts.add(new URL(request.url()).origin));
    await page.goto(new URL(path, inject("realSite").address).href);
    await context.close();
    expect([...hosts]).toEqual([new URL(inject("realSite").address).origin]);
  });
});

describe("without JavaScript", () => {
  test("a table shows every row, and its notes stand below", async () => {
    const page = await open(`/tables/${WIDE}/`, { script: false });
    expect(await page.locator("tbody tr").count()).toBe(record.terms.length);
    const mark = page.locator("td .mark a").first();
    const target = await mark.getAttribute("href");
    expect(await page.locator(`li${target}`).count()).toBe(1);
    await page.context().close();
  });
});

describe("the address of a cell", () => {
  test("marks the cell and does not hide it under the header", async () => {
    const page = await open(`/tables/${WIDE}/#${CELL}`, { script: false });
    const cell = page.locator(`[id="${CELL}"]`);
    const plain = page.locator(`[id="${TERM}.${record.timeline[0]!.id}"]`);
    const colour = (element: typeof cell) =>
      element.evaluate((node) => getComputedStyle(node).backgroundColor);
    expect(await colour(cell)).not.toBe(await colour(plain));
    const box = (await cell.boundingBox())!;
    const header = (await page.locator("header.site").boundingBox())!;
    expect(box.y).toBeGreaterThanOrEqual(header.y + header.height);
    await page.context().close();
  });
});

describe("on a narrow screen", () => {
  test("each row is a card whose cells name their column", async () => {
    const page = await open(`/tables/${WIDE}/`, { width: 360 });
    const label = await page
      .locator("tbody td")
      .first()
      .evaluate((node) => getComputedStyle(node, "::before").content);
    expect(label).toContain(
      await page.locator("thead th").nth(1).locator("a").innerText(),
    );
    const right = await page
      .locator("tbody td")
      .evaluateAll((cells) =>
        Math.max(...cells.map((cell) => cell.getBoundingClientRect().right)),
      );
    expect(right).toBeLessThanOrEqual(360);
    await page.context().close();
  });
});

describe("the keyboard", () => {
  test("reaches the content by the first key press", async () => {
    const page = await open(`/terms/${TERM}/`);
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(
      "Skip to the content",
    );
    await page.keyboard.press("Enter");
    expect(await page.evaluate(() => document.activeElement?.id)).toBe(
      "content",
    );
    await page.context().close();
  });

  test("leads from home to a term, its claim, its source and back", async () => {
    const page = await open("/");
    await page.locator(".headline h2 a").first().press("Enter");
    await page.waitForURL(/\/terms\//);
    await page.locator(".answer a").first().press("Enter");
    await page.waitForURL(/\/claims\//);
    await page.locator(".citation a").first().press("Enter");
    await page.waitForURL(/\/sources\//);
    await page.goBack();
    expect(page.url()).toMatch(/\/claims\//);
    await page.context().close();
  });
});

test("a redline says in words what was removed and added", async () => {
  const page = await open("/");
  const text = await page
    .locator(".redline")
    .first()
    .evaluate((node) => node.textContent);
  expect(text).toMatch(/^removed: .+; added: .+/s);
  await page.context().close();
});

test("code samples are coloured without inline styles", async () => {
  const page = await open("/impact/developers/");
  expect(await page.locator("pre.code").count()).toBeGreaterThanOrEqual(9);
  expect(
    await page.locator("pre.code span[class^=tok-]").count(),
  ).toBeGreaterThan(50);
  expect(await page.locator("[style]").count()).toBe(0);
  await page.context().close();
});

test("an address that leads nowhere says so and offers ways in", async () => {
  const page = await open("/nothing-here/");
  expect(await page.locator("h1").innerText()).toBe("Nothing at this address");
  expect(await page.locator("main a").count()).toBeGreaterThan(5);
  await page.context().close();
});
