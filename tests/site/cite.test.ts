import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { parse } from "parse5";
import type { DefaultTreeAdapterMap } from "parse5";
import type { Page } from "playwright-core";
import { describe, expect, inject, test } from "vitest";
import { passageAddress } from "../../src/derive/note.ts";
import { listCslItems } from "../../src/exports/cite-item.ts";
import { formatCslJson } from "../../src/exports/cite-formats.ts";
import { citePage } from "../../src/exports/cite-files.ts";
import { listPages } from "../../src/exports/sitemap.ts";
import { loadChecked } from "../load-fixture.ts";
import { startBrowser } from "./open-page.ts";
import { NARROW, record, WIDE } from "./real-tables.ts";

const open = startBrowser();
const clipboard = (page: Page) =>
  page.evaluate(() => navigator.clipboard.readText());
const grant = (page: Page) =>
  page.context().grantPermissions(["clipboard-read", "clipboard-write"]);

type Element = DefaultTreeAdapterMap["element"];

/** Elements of a page by a test, each with its attributes. */
function elements(html: string): (Element & { attr: Map<string, string> })[] {
  const found: (Element & { attr: Map<string, string> })[] = [];
  const visit = (node: DefaultTreeAdapterMap["node"]): void => {
    if ("tagName" in node)
      found.push(
        Object.assign(node, {
          attr: new Map(node.attrs.map(({ name, value }) => [name, value])),
        }),
      );
    if ("childNodes" in node) node.childNodes.forEach(visit);
  };
  visit(parse(html));
  return found;
}

describe.each([
  ["the real record", "content", "realSite"],
  ["another subject", "tests/fixtures/minimal", "otherSite"],
] as const)("the site of %s", (_, content, site) => {
  const own = loadChecked(content);
  const read = (path: string) =>
    readFileSync(join(inject(site).folder, path), "utf8");

  test("has the citations of every page in every format, as they are derived", () => {
    for (const page of listPages(own))
      for (const [path, text] of citePage(page, listCslItems(own, page)).files)
        expect(read(path), path).toBe(text);
  });

  test("says on every page how to cite it, and leads to the files", () => {
    for (const path of listPages(own)) {
      const html = read(join(path, "index.html"));
      expect(html, path).toMatch(
        />Cite(?: or download|, download or embed)<\/summary>/,
      );
      for (const ending of ["bib", "ris", "json", "txt"])
        expect(html, path).toMatch(
          new RegExp(`href="/cite/[^"]*\\.${ending}" download`),
        );
      const [item] = listCslItems(own, path);
      const words = html.match(/<details class="cite">[^]*?<\/details>/)![0];
      expect(words, path).toContain(item!.URL);
      expect(words, path).toContain(item!.genre);
    }
  });

  test("names a page in its citation as its heading does", () => {
    for (const path of listPages(own)) {
      const title = elements(read(join(path, "index.html"))).find(
        ({ attr }) => attr.get("property") === "og:title",
      )!;
      const [item] = listCslItems(own, path);
      const words = item!.title
        .replace(/^(?:Source: |Was it true\? )(.*) \(.*?\)$/, "$1")
        .replace(/^What (?:held|was known) (?:on|in) /, "")
        .slice(0, 12);
      expect(title.attr.get("content"), path).toContain(words);
    }
  });

  test("links every section, row and cell to itself", () => {
    for (const path of listPages(own)) {
      const all = elements(read(join(path, "index.html")));
      const linked = new Set(
        all
          .filter(({ attr }) => attr.get("class") === "address")
          .map(({ attr }) => attr.get("href")),
      );
      const parts = all.filter(
        ({ tagName, attr }) =>
          attr.has("id") &&
          (["h2", "td"].includes(tagName) ||
            (tagName === "tr" && !attr.has("data-first"))) &&
          attr.get("class") !== "spoken" &&
          attr.get("data-state") !== "link",
      );
      const without = parts
        .map(({ attr }) => `#${attr.get("id")}`)
        .filter((href) => !linked.has(href));
      expect(without, path).toEqual([]);
    }
  });
});

describe("citing a page", () => {
  test("works without script", async () => {
    const page = await open(`/tables/${NARROW}/`, { script: false });
    await page.locator(".cite summary").click();
    const cite = page.locator(".cite");
    expect(await cite.innerText()).toContain(
      `${record.site.address}/tables/${NARROW}/`,
    );
    expect(await cite.locator("button").count()).toBe(0);
    const file = await cite
      .getByRole("link", { name: "CSL-JSON" })
      .getAttribute("href");
    const answer = await page.request.get(new URL(file!, page.url()).href);
    expect(await answer.text()).toBe(
      formatCslJson(listCslItems(record, `/tables/${NARROW}/`)),
    );
    await page.context().close();
  });

  test("is a link away from the top of its page, without script", async () => {
    const page = await open(`/tables/${NARROW}/`, { script: false });
    const details = page.locator("details.cite");
    expect(await details.getAttribute("open")).toBeNull();
    await page.getByRole("link", { name: "Cite, download or embed" }).click();
    await page.waitForURL("**/#cite-this");
    expect(await details.getAttribute("open")).not.toBeNull();
    await page.context().close();
  });

  test("copies a reference", async () => {
    const page = await open(`/tables/${NARROW}/`);
    await grant(page);
    await page.locator(".cite summary").click();
    const text = await page.locator(".cite dd").first().innerText();
    await page.getByRole("button", { name: "Copy" }).first().click();
    await page.getByRole("button", { name: "Copied" }).waitFor();
    expect(await clipboard(page)).toBe(text.replace(/\s*Copy$/, ""));
    await page.context().close();
  });
});

describe("the address of a cell", () => {
  test("is a plain link without script", async () => {
    const page = await open(`/tables/${WIDE}/`, { script: false });
    const cell = page.locator("td:has(.entry a)").nth(3);
    await cell.hover();
    await cell.locator(".address").click();
    expect(decodeURIComponent(new URL(page.url()).hash)).toBe(
      `#${await cell.getAttribute("id")}`,
    );
    await page.context().close();
  });

  test("is copied and said, and the page still goes there", async () => {
    const page = await open(`/tables/${WIDE}/`);
    await grant(page);
    const cell = page.locator("td:has(.entry a)").nth(3);
    await cell.hover();
    await cell.locator(".address").click();
    await page.getByText("Address copied.").waitFor();
    expect(await clipboard(page)).toBe(page.url());
    expect(new URL(page.url()).hash).toBe(`#${await cell.getAttribute("id")}`);
    await page
      .getByRole("status")
      .filter({ hasText: "Copied" })
      .waitFor({ state: "attached" });
    await page.context().close();
  });

  test("is the next stop of the keyboard after the cell's own links", async () => {
    const page = await open(`/tables/${WIDE}/`);
    const cell = page.locator("td:has(.entry a)").nth(3);
    const address = cell.locator(".address");
    expect(await address.isVisible()).toBe(false);
    await cell.locator("a:not(.address)").last().focus();
    expect(await address.isVisible()).toBe(true);
    await page.keyboard.press("Tab");
    expect(
      await address.evaluate((link) => link === document.activeElement),
    ).toBe(true);
    const { width, height } = (await address.boundingBox())!;
    expect([width, height]).toEqual([24, 24]);
    await page.context().close();
  });

  test("moves nothing when it is shown, and adds nothing to a copied table", async () => {
    const page = await open(`/tables/${NARROW}/`);
    const cell = page.locator("td").first();
    const before = await cell.boundingBox();
    await cell.hover();
    expect(await cell.boundingBox()).toEqual(before);
    expect(await cell.locator(".address").textContent()).toBe("");
    await page.context().close();
  });

  test.each([
    ["its own page", `/tables/${NARROW}/`],
    ["a page where it is a guest", `/${record.topics[0]!.id}/`],
  ])("leads to the cell's citation on %s", async (_, path) => {
    const page = await open(path);
    await grant(page);
    const cell = page.locator(".comparison td").first();
    await cell.scrollIntoViewIfNeeded();
    await cell.hover();
    await cell.locator(".address").click();
    await page.getByRole("button", { name: "Cite this cell" }).click();
    const box = page.locator("#address-box");
    await box.getByText("Chicago").waitFor();
    const id = (await cell.getAttribute("id"))!.split(".").slice(-2).join(".");
    expect(await box.innerText()).toContain(`#${id}`);
    await box.getByRole("button", { name: "Copy" }).first().click();
    await box.getByRole("button", { name: "Copied" }).waitFor();
    expect(await clipboard(page)).toContain(`${record.site.address}/tables/`);
    await page.context().close();
  });
});

describe("the address of a passage", () => {
  const PASSAGES = [
    "plain words of it",
    "a co-op, and - so on",
    "it’s “said” here",
    "5 % & more = #1 (a+b)",
    "Наша суть — дело",
    "協定の新しい条件",
    "e.g. text=a,-b",
  ];

  test.each(PASSAGES)("brings the browser to: %s", async (passage) => {
    const filler = "<p>Nothing here.</p>".repeat(200);
    const escaped = passage.replaceAll("&", "&amp;");
    const server = createServer((_, answer) => {
      answer.setHeader("content-type", "text/html; charset=utf-8");
      answer.end(
        `<!doctype html>${filler}<p id="p">So: ${escaped} .</p>${filler}`,
      );
    });
    await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
    const { port } = server.address() as AddressInfo;
    const page = await open("/404.html");
    await page.goto(passageAddress(`http://127.0.0.1:${port}/page`, passage)!);
    const top = () =>
      page.locator("#p").evaluate((part) => part.getBoundingClientRect().top);
    await expect.poll(top, { timeout: 10_000 }).toBeLessThan(800);
    await page.context().close();
    server.close();
  });
});
