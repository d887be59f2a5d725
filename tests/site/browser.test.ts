import { describe, expect, test } from "vitest";
import { deriveTable } from "../../src/derive/table.ts";
import { startBrowser } from "./open-page.ts";
import { NARROW, record, WIDE } from "./real-tables.ts";

const open = startBrowser();
const TERM = record.terms[0]!.id;
const CELL = `${TERM}.${record.timeline.at(-1)!.id}`;

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
  test("passes over a long table", async () => {
    const page = await open(`/tables/${WIDE}/`, { script: false });
    await page.getByRole("link", { name: "Skip the table" }).focus();
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    const focused = page.locator(":focus");
    expect(await focused.count()).toBe(1);
    expect(
      await focused.evaluate((node) => node.closest(".comparison .frame")),
    ).toBeNull();
    expect(
      await focused.evaluate(
        (node) =>
          document
            .querySelector(".comparison .frame")!
            .compareDocumentPosition(node) & Node.DOCUMENT_POSITION_FOLLOWING,
      ),
    ).toBeTruthy();
    await page.context().close();
  });

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

  test("leads from home to a table, a cell, its claim, its source and back", async () => {
    const page = await open("/");
    await page.locator("main a[href='/tables/']").first().press("Enter");
    await page.waitForURL(/\/tables\/$/);
    await page.locator(`main a[href='/tables/${NARROW}/']`).press("Enter");
    await page.waitForURL(/\/tables\/.+/);
    await page.locator("td .entry > a").first().press("Enter");
    await page.waitForURL(/\/claims\//);
    await page.locator(".citation a").first().press("Enter");
    await page.waitForURL(/\/sources\//);
    await page.goBack();
    expect(page.url()).toMatch(/\/claims\//);
    await page.context().close();
  });
});

describe("a footnote", () => {
  test("opens beside its mark, closes with Escape and gives the focus back", async () => {
    const page = await open(`/terms/${TERM}/`);
    const mark = page.locator(".answer .mark a").first();
    await mark.focus();
    await page.keyboard.press("Enter");
    const note = page.locator("#note");
    expect(await note.isVisible()).toBe(true);
    expect(await note.innerText()).toContain("original");
    const box = (await note.boundingBox())!;
    expect(box.x).toBeGreaterThanOrEqual(0);
    expect(box.x + box.width).toBeLessThanOrEqual(1280);
    await page.keyboard.press("Escape");
    expect(await note.isVisible()).toBe(false);
    expect(await mark.evaluate((node) => node === document.activeElement)).toBe(
      true,
    );
    await page.context().close();
  });

  test("is a link to the end of the page without script", async () => {
    const page = await open(`/terms/${TERM}/`, { script: false });
    await page.locator(".answer .mark a").first().click();
    expect(page.url()).toMatch(/#note-1$/);
    await page.context().close();
  });
});

describe("the theme", () => {
  test("follows the system, is switched by the button, and is remembered", async () => {
    const page = await open("/", { dark: true });
    const paper = () =>
      page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    const dark = await paper();
    await page.locator("#theme").click();
    const light = await paper();
    expect(light).not.toBe(dark);
    await page.reload();
    expect(await paper()).toBe(light);
    await page.context().close();
  });

  test("has no switch without script, where it could do nothing", async () => {
    const page = await open("/", { script: false });
    expect(await page.locator("#theme").isVisible()).toBe(false);
    await page.context().close();
  });
});

test("the menu opens without script and lists every page of the navigation", async () => {
  const page = await open("/", { script: false, width: 360 });
  await page.locator(".menu-button").click();
  expect(await page.locator("#menu").isVisible()).toBe(true);
  const pages = record.site.navigation.flatMap((group) => group.pages);
  expect(await page.locator("#menu a").count()).toBe(pages.length);
  await page.context().close();
});

describe("a table", () => {
  test("keeps its header in view while the page scrolls", async () => {
    const page = await open(`/tables/${NARROW}/`);
    await page.evaluate(() => scrollTo(0, 2500));
    const head = (await page.locator("thead th").nth(1).boundingBox())!;
    const site = (await page.locator("header.site").boundingBox())!;
    expect(Math.abs(head.y - (site.y + site.height))).toBeLessThan(2);
    await page.context().close();
  });

  test("keeps its first column in view while its box scrolls sideways", async () => {
    const page = await open(`/tables/${WIDE}/`);
    const frame = page.locator(".frame");
    await frame.evaluate((node) => node.scrollTo(600, 300));
    const box = (await frame.boundingBox())!;
    const first = (await page.locator("tbody th").nth(3).boundingBox())!;
    expect(first.x - box.x).toBeLessThan(3);
    await page.context().close();
  });

  test("lets a reader leave columns out, and has them all before", async () => {
    const page = await open(`/tables/${WIDE}/`);
    const visible = () => page.locator("thead th:visible").count();
    const all = await visible();
    expect(all).toBe(record.timeline.length + 1);
    await page.locator(".choose summary").click();
    await page
      .locator(".choose fieldset")
      .first()
      .locator("input")
      .nth(2)
      .uncheck();
    expect(await visible()).toBe(all - 1);
    await page.context().close();
  });

  test("is copied with the words of every cell", async () => {
    const page = await open(`/tables/${NARROW}/`);
    const copied = await page.evaluate(() => {
      getSelection()!.selectAllChildren(document.querySelector("table")!);
      return getSelection()!.toString();
    });
    const spec = record.byId.tables.get(NARROW)!;
    const plain = (text: string) => text.replace(/[^\p{L}\p{N}]+/gu, " ");
    for (const row of deriveTable(record, spec).rows) {
      for (const cell of row.cells) {
        for (const entry of cell.entries)
          expect(plain(copied)).toContain(plain(entry.words).trim());
        if (cell.label) expect(copied).toContain(cell.label.word);
      }
    }
    await page.context().close();
  });
});

test("an explainer prints without its frame, with the addresses of its sources", async () => {
  const page = await open(`/${record.topics[0]!.id}/`);
  await page.emulateMedia({ media: "print" });
  expect(await page.locator("header.site").isVisible()).toBe(false);
  expect(await page.locator("section.notes li").first().isVisible()).toBe(true);
  const address = await page
    .locator(".notes .out")
    .first()
    .evaluate((node) => getComputedStyle(node, "::after").content);
  expect(address).toContain("https://");
  await page.context().close();
});

test("fonts weigh less than 60 KB in all and come from the site", async () => {
  const page = await open("/");
  await page.waitForLoadState("networkidle");
  const fonts = await page.evaluate(() =>
    (performance.getEntriesByType("resource") as PerformanceResourceTiming[])
      .filter((entry) => entry.name.endsWith(".woff2"))
      .map((entry) => entry.encodedBodySize),
  );
  await page.context().close();
  expect(fonts.length).toBeGreaterThan(0);
  expect(fonts.reduce((sum, size) => sum + size, 0)).toBeLessThan(60 * 1024);
});

test("a redline says in words what was removed and added", async () => {
  const page = await open("/");
  const textsOf = async (place: string) => {
    const texts = await page.locator(place).allTextContents();
    expect(texts.length, place).toBeGreaterThan(0);
    return texts.map((text) => text.trim());
  };
  for (const text of await textsOf(".redline del"))
    expect(text).toMatch(/^removed: .+;$/s);
  for (const text of await textsOf(".redline ins"))
    expect(text).toMatch(/^added: .+/s);
  // The front page answers first, and says beneath what that replaced.
  for (const text of await textsOf(".headline .answer .redline"))
    expect(text).toMatch(/^(?:.+ )?added: .+/s);
  for (const text of await textsOf(".headline .before .redline"))
    expect(text).toMatch(/^(?:.+ )?removed: .+/s);
  await page.context().close();
});

test("a redline strikes nothing out where the later document is silent", async () => {
  const page = await open("/own-models/");
  const silent = page.locator(".redline-block", { hasText: "… not restated" });
  expect(await silent.count()).toBe(1);
  expect(await silent.locator("del, ins").count()).toBe(0);
  expect(await silent.locator("p").innerText()).toMatch(/\S … not restated/);
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
