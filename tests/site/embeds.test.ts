import { existsSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { AxeBuilder } from "@axe-core/playwright";
import { describe, expect, inject, test } from "vitest";
import { listFiles } from "../../scripts/site-files.ts";
import { auditSite } from "../../src/audit/audit-site.ts";
import { readPage } from "../../src/audit/read-page.ts";
import { deriveEdition } from "../../src/derive/edition.ts";
import { formatDate } from "../../src/derive/format-date.ts";
import { findEmbed } from "../../src/exports/embeds.ts";
import { findPinPath } from "../../src/exports/find-pin.ts";
import { oembedPath } from "../../src/exports/oembed.ts";
import { listPages } from "../../src/exports/sitemap.ts";
import {
  attribute,
  childrenOf,
  findElement,
  isElement,
  parsePage,
  textOf,
  tidy,
} from "../../src/html/tree.ts";
import type { Element, Node } from "../../src/html/tree.ts";
import { loadChecked } from "../load-fixture.ts";
import { startBrowser } from "./open-page.ts";
import { readPagesOf } from "./read-pages-of.ts";
import { NARROW, record as real, WIDE } from "./real-tables.ts";

function all(node: Node, tag: string): Element[] {
  const below = childrenOf(node).flatMap((child) => all(child, tag));
  return isElement(node) && node.tagName === tag ? [node, ...below] : below;
}

/** Each cell's id and words. */
const cellsOf = (page: Node) =>
  all(page, "td").map(
    (cell) => `${attribute(cell, "id")}: ${tidy(textOf(cell))}`,
  );

describe.each([
  ["realSite", "content"],
  ["otherSite", "tests/fixtures/minimal"],
] as const)("the frames of %s", (site, content) => {
  const record = loadChecked(content);
  const edition = deriveEdition(record);
  const read = (path: string) =>
    readFileSync(join(inject(site).folder, path), "utf8");
  const embeds = listPages(record).flatMap((page) => {
    const embed = findEmbed(record, page);
    return embed ? [{ page, embed }] : [];
  });

  test("say in each cell what the page says, and lead to it", () => {
    expect(embeds.length).toBeGreaterThan(10);
    for (const { page, embed } of embeds) {
      const html = read(`${embed.path}index.html`);
      const frame = parsePage(html);
      expect(cellsOf(frame), page).toEqual(
        cellsOf(parsePage(read(`${page}index.html`))),
      );
      expect(html).toContain(
        `<link rel="canonical" href="${record.site.address}${page}">`,
      );
      expect(html).toContain('<meta name="robots" content="noindex">');
      const outward = all(frame, "a").filter(
        (link) => !attribute(link, "href")?.startsWith("#"),
      );
      for (const link of outward) {
        expect(attribute(link, "target"), page).toBe("_blank");
        expect(attribute(link, "rel"), page).toContain("noopener");
      }
      expect(
        ["script", "nav", "form", "button"].flatMap((tag) => all(frame, tag)),
        page,
      ).toEqual([]);
      const credit = findElement(frame, ({ tagName }) => tagName === "footer")!;
      expect(tidy(textOf(credit)), page).toContain(
        `As of ${formatDate(record.site.as_of)}. ${edition.words}.`,
      );
    }
  });

  test("say the same where they are pinned, and lead only to their page", () => {
    for (const { page, embed } of embeds) {
      const html = read(`${findPinPath(record, page)!}index.html`);
      const frame = parsePage(html);
      expect(html).toContain('<meta name="robots" content="noindex">');
      const ids = (node: Node) =>
        all(node, "td").map((cell) => attribute(cell, "id"));
      expect(ids(frame), page).toEqual(
        ids(parsePage(read(`${embed.path}index.html`))),
      );
      const outward = all(frame, "a")
        .map((link) => attribute(link, "href")!)
        .filter((href) => !href.startsWith("#"));
      expect(outward, page).toEqual([`${record.site.address}${page}`]);
      expect(all(frame, "script"), page).toEqual([]);
      expect(tidy(textOf(frame)), page).toMatch(
        new RegExp(
          `As it (?:stood in edition [\\d-]+-[0-9a-f]{12}|stands in draft ${edition.name})`,
        ),
      );
    }
  });

  test("have no fault that the audit of the build, which passes over them, would find", async () => {
    const { folder } = inject(site);
    const pages = [...readPagesOf(folder)].map(
      ([name, html]) => [name, readPage(html)] as const,
    );
    const files = listFiles(folder).map(
      (name) => [name, name.endsWith(".css") ? read(name) : undefined] as const,
    );
    expect(pages.some(([name]) => name.startsWith("embed/"))).toBe(true);
    expect(auditSite(new Map(pages), new Map(files))).toEqual([]);
  });

  test("are in no list of pages", async () => {
    const lists = ["sitemap.xml", "permalinks.json", "llms.txt"].map(read);
    for (const text of lists) expect(text).not.toContain("/embed/");
    const files = listFiles(inject(site).folder);
    expect(
      files.filter((name) => /^(?:cite|share|oembed)\/embed\//.test(name)),
    ).toEqual([]);
    expect(files.filter((name) => /^embed\/.*(?<!\.html)$/.test(name))).toEqual(
      [],
    );
  });

  test("can be copied from their page, which names the oEmbed document too", () => {
    for (const { page, embed } of embeds) {
      const html = read(`${page}index.html`);
      expect(html, page).toContain(`Embed this ${embed.kind}, kept up to date`);
      expect(html, page).toContain(
        `<link rel="alternate" type="application/json+oembed" href="${oembedPath(page)}"`,
      );
      const { html: lines } = JSON.parse(read(oembedPath(page))) as {
        html: string;
      };
      const shown = all(parsePage(html), "code").map(textOf);
      expect(shown, page).toContain(lines);
      const pinned = findPinPath(record, page)!;
      expect(shown, page).toContain(lines.replace(embed.path, pinned));
    }
    expect(existsSync(join(inject(site).folder, "embed/index.html"))).toBe(
      true,
    );
  });
});

const open = startBrowser();
const [from, to] = real.timeline.slice(-2);
const matrix = real.tables.find(({ kind }) => kind === "offerings")!;
const FRAMES = [
  `/embed/tables/${matrix.id}/`,
  `/embed/tables/${WIDE}/`,
  `/embed/tables/${NARROW}/`,
  `/embed/compare/${from!.id}..${to!.id}/`,
  `/embed/claims/${real.claims[0]!.id}/`,
  ...[
    `/tables/${WIDE}/`,
    `/tables/${NARROW}/`,
    `/compare/${from!.id}..${to!.id}/`,
    `/claims/${real.claims[0]!.id}/`,
  ].map((page) => findPinPath(real, page)!),
];

describe.each(FRAMES)("%s in a browser", (path) => {
  test("fits frames of 320 to 1280 pixels, in light and dark, without a fault that axe finds", async () => {
    const page = await open(path);
    // The widest table is of the same parts as the narrow one, and would take axe most of a minute.
    const themes = path.includes(`/tables/${WIDE}/`) ? [] : ["light", "dark"];
    for (const colorScheme of themes as ("light" | "dark")[]) {
      await page.emulateMedia({ colorScheme });
      const { violations } = await new AxeBuilder({ page })
        .options({ resultTypes: ["violations"] })
        .analyze();
      expect(violations.map(({ id }) => id)).toEqual([]);
    }
    // In the fonts of the site.
    await page.waitForFunction(() =>
      [...document.fonts].some(({ status }) => status === "loaded"),
    );
    for (const width of [320, 480, 800, 900, 1024, 1280]) {
      await page.setViewportSize({ width, height: 500 });
      expect(
        await page.evaluate(() => document.documentElement.scrollWidth),
      ).toBeLessThanOrEqual(width);
      // Where a table is higher than its box, the box scrolls: it would lie over the notes.
      const spilt = await page
        .locator(".comparison .frame")
        .evaluateAll(
          (boxes) =>
            boxes.filter(
              (box) =>
                box.scrollHeight > box.clientHeight + 1 &&
                getComputedStyle(box).overflowY === "visible",
            ).length,
        );
      expect(spilt).toBe(0);
    }
    await page.context().close();
  });
});

test("is shown with its styles where another site frames it as the copied lines say", async () => {
  const { folder, address } = inject("realSite");
  const path = `/claims/${real.claims[0]!.id}/`;
  const { html } = JSON.parse(
    readFileSync(join(folder, oembedPath(path)), "utf8"),
  ) as { html: string };
  const lines = html.replaceAll(real.site.address, address);
  const host = createServer((_, answer) => {
    answer.setHeader("Content-Type", "text/html");
    answer.end(`<!doctype html><title>Host</title>${lines}`);
  }).listen(0);
  try {
    const page = await open("/about/");
    await page.goto(
      `http://127.0.0.1:${(host.address() as AddressInfo).port}/`,
    );
    const credit = page.frameLocator("iframe").locator("footer");
    await credit.waitFor();
    const shown = await credit.evaluate(
      (footer) => getComputedStyle(footer).position,
    );
    expect(shown).toBe("sticky");
    await page.context().close();
  } finally {
    host.close();
  }
});
