import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, inject, test } from "vitest";
import { AxeBuilder } from "@axe-core/playwright";
import { deriveChanges } from "../../src/derive/changes.ts";
import { listPages } from "../../src/exports/sitemap.ts";
import { readPage } from "../../src/audit/read-page.ts";
import { loadChecked } from "../load-fixture.ts";
import { startBrowser } from "./open-page.ts";
import type { Look } from "./open-page.ts";

const openReal = startBrowser();
const record = loadChecked("tests/fixtures/other-agreement");
const open = (path: string, look?: Look) =>
  openReal(new URL(path, inject("thirdSite").address).href, look);
const read = (path: string) =>
  readFileSync(join(inject("thirdSite").folder, path), "utf8");

test("the home page answers what its own subject is about", async () => {
  const page = await open("/");
  expect(await page.locator("h1").innerText()).toBe(record.site.tagline);
  expect(await page.locator(".headline").allInnerTexts()).toEqual([
    expect.stringContaining("60 nights of 100 for Tarn, 40 for Vellmar"),
    expect.stringContaining("A year for the observer, then public"),
  ]);
  expect(await page.locator('a[href="/availability/"]').count()).toBe(0);
  await page.context().close();
});

test("the address of a cell opens its table with the cell marked", async () => {
  const page = await open("/tables/nights/#first-choice.1994-03-01");
  expect(await page.locator(":target").innerText()).toContain(
    "In turn, month by month",
  );
  await page.context().close();
});

test("two versions are compared, also when one is known by its year only", async () => {
  const page = await open("/compare/1988..1997-10-20/");
  expect(await page.locator("h1").innerText()).toContain("3 changed");
  const share = page.locator('[id="night-share"]');
  expect(await share.locator("del").first().innerText()).toContain("Half");
  await page.context().close();
});

test.each([
  ["/as-of/1994-03-01/", "#visitors.1994-03-01", "Six nights a year"],
  // The correction came in 1999; until then the record said something else, and the world did not.
  ["/known/1994-03-01/", "#visitors.1994-03-01", "Six nights a year"],
  ["/known/1988-12-31/", "#night-share.1988-12-31", "Half of the nights each"],
])("%s says what held, or what was known", async (path, cell, words) => {
  const page = await open(path + cell);
  expect(await page.locator(":target").innerText()).toContain(words);
  await page.context().close();
});

describe("what was published in an earlier edition", () => {
  test("leads on from the page of a term that was renamed", async () => {
    const page = await open("/terms/calendar/", { script: false });
    await page.locator('main a[href="/terms/first-choice/"]').first().click();
    expect(await page.locator("h1").innerText()).toContain(
      "First choice of nights",
    );
    await page.context().close();
  });

  test("leads on from a cell of that term, and says so of what was retired", async () => {
    const page = await open("/tables/nights/#calendar.1994-03-01");
    expect(await page.locator(":target a").getAttribute("href")).toBe(
      "/tables/nights/#first-choice.1994-03-01",
    );
    await page.goto(
      new URL("/glossary/#grey-night", inject("thirdSite").address).href,
    );
    expect(await page.locator(":target").innerText()).toContain("Grey night");
    await page.context().close();
  });

  test("is shown before and after, in each change and in the feeds", () => {
    const said: { [change: string]: [string, string] } = {
      "drive-is-apart": ["Half each", "the drive is paid for by Tarn alone"],
      "archive-counted": ["only half", "hardly a third"],
    };
    const changes = new Map(
      deriveChanges(record).map((change) => [change.id, change]),
    );
    for (const [id, [before, after]] of Object.entries(said)) {
      const entry = read("feeds/changes.xml")
        .split("<entry>")
        .find((text) => text.includes(changes.get(id)!.href))!;
      expect(entry).toMatch(new RegExp(`Said until then: “[^”]*${before}`));
      expect(entry).toMatch(new RegExp(`<ins>[^<]*${after}`));
    }
    const corrections = read("corrections/index.html");
    expect(corrections).toContain('id="six-not-sixty"');
    expect(corrections).toContain("visitors-misread");
  });
});

describe("an explainer in another language", () => {
  test("says so of its prose and title, and not of the record's own words", async () => {
    const page = await open("/in-kuerze/");
    const lang = (selector: string) =>
      page
        .locator(selector)
        .first()
        .evaluate((node) => node.closest("[lang]")!.getAttribute("lang"));
    expect(await lang("main")).toBe("en-GB");
    expect(await lang("h1")).toBe("de");
    expect(await lang(".prose > p")).toBe("de");
    expect(await lang(".prose .gloss button")).toBe("de");
    expect(await lang(".prose .gloss-card")).toBe("en-GB");
    expect(await lang(".prose ins")).toBe("en-GB");
    expect(await lang("#sources")).toBe("en-GB");
    await page.context().close();
  });

  test.each([360, 1280])("stays within %i pixels", async (width) => {
    const page = await open("/in-kuerze/", { width });
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id }) => id)).toEqual([]);
    const overflow = await page.evaluate(
      () =>
        document.documentElement.scrollWidth -
        document.documentElement.clientWidth,
    );
    expect(overflow).toBe(0);
    await page.context().close();
  });
});

test.each(["/deals/", "/availability/"])(
  "%s says that the record holds none, and shows no empty section",
  async (path) => {
    const page = await open(path);
    expect(await page.locator(".body").innerText()).toMatch(
      /^This record holds no \w+\.$/,
    );
    expect(await page.locator(`footer a[href="${path}"]`).count()).toBe(0);
    await page.context().close();
  },
);

test("no page has a heading with nothing under it", () => {
  for (const path of listPages(record)) {
    const html = read(join(path, "index.html"));
    expect(readPage(html).ids.length, path).toBeGreaterThan(0);
    const main = html.slice(html.indexOf("<main"), html.indexOf("</main>"));
    expect(main, path).not.toMatch(
      /<\/h2>\s*<\/section>|<ul[^>]*>\s*<\/ul>|undefined/,
    );
  }
});

test("the built site holds no word of the subject that the code was written for", () => {
  const { folder } = inject("thirdSite");
  const names = loadChecked("content").parties.map(({ name }) => name);
  const words = [...names.filter((name) => name.length > 4), "azure"].map(
    (name) => name.toLowerCase(),
  );
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  expect(files.length).toBeGreaterThan(100);
  for (const file of files) {
    const text = readFileSync(file, "latin1").toLowerCase();
    const found = words.filter((word) => text.includes(word));
    expect(found, file).toEqual([]);
  }
});
