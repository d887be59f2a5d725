import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, inject, test } from "vitest";
import { deriveChanges, listCorrections } from "../../src/derive/changes.ts";
import { formatAtom } from "../../src/exports/atom.ts";
import { feedsOfPage, listFeeds } from "../../src/exports/feeds.ts";
import { listPages } from "../../src/exports/sitemap.ts";
import { readPage } from "../../src/audit/read-page.ts";
import { loadChecked } from "../load-fixture.ts";
import { startBrowser } from "./open-page.ts";

const open = startBrowser();
const sites = [
  ["the real record", "content", "realSite"],
  ["another subject", "tests/fixtures/minimal", "otherSite"],
] as const;

describe.each(sites)("the own history of %s", (_, content, site) => {
  const record = loadChecked(content);
  const read = (path: string) =>
    readFileSync(join(inject(site).folder, path), "utf8");
  const facts = (path: string) => readPage(read(join(path, "index.html")));

  test("has every feed, as the record says it, and a browser finds each well-formed", async () => {
    // Not a page of the site: its policy lets no script make a document.
    const page = await open("about:blank");
    for (const feed of listFeeds(record)) {
      const text = read(feed.path);
      expect(text).toBe(formatAtom(record, feed));
      const errors = await page.evaluate((xml) => {
        const read = new DOMParser().parseFromString(xml, "application/xml");
        return read.querySelectorAll("parsererror").length;
      }, text);
      expect(errors, feed.path).toBe(0);
    }
    await page.context().close();
  });

  test("is named in the head of every page", () => {
    for (const path of listPages(record)) {
      const links = facts(path).links;
      for (const feed of feedsOfPage(record, path))
        expect(links, path).toContain(feed.path);
    }
  });

  test("has an address for each entry, from which its claims can be reached", () => {
    const { ids, links } = facts("/changes/");

    for (const entry of deriveChanges(record)) {
      expect(ids).toContain(entry.id);
      for (const { href } of entry.claims) {
        expect(links).toContain(href);
        const back = facts(href).links;
        expect(back).toContain(entry.href);
      }
    }
  });

  test("lists the corrections, or says that there are none; and how to report a mistake", () => {
    const { ids, links } = facts("/corrections/");
    const html = read("corrections/index.html");
    const corrections = listCorrections(record);
    for (const { id } of corrections) expect(ids).toContain(id);
    expect(html.includes("Nothing has been corrected")).toBe(
      corrections.length === 0,
    );
    expect(ids).toContain("mistakes.report");
    const { report } = record.site;
    if (report) expect(links).toContain(report);
  });
});

test("the address of an entry opens it in view, without script", async () => {
  const [entry] = deriveChanges(loadChecked("content"));
  const page = await open(entry!.href, { script: false, width: 360 });
  const item = page.locator(`[id="${entry!.id}"]`);
  await expect
    .poll(async () => (await item.boundingBox())!.y, { timeout: 10_000 })
    .toBeLessThan(700);
  const header = (await page.locator("header.site").boundingBox())!;
  expect((await item.boundingBox())!.y).toBeGreaterThanOrEqual(
    header.y + header.height - 1,
  );
  await page.context().close();
});
