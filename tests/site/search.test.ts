import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { describe, expect, inject, test } from "vitest";
import { readPage } from "../../src/audit/read-page.ts";
import { listChangeDays } from "../../src/derive/change-days.ts";
import { formatDate } from "../../src/derive/format-date.ts";
import { deriveTable } from "../../src/derive/table.ts";
import { readOutline } from "../../src/exports/page-outline.ts";
import { readSections } from "../../src/exports/page-sections.ts";
import { listSearchRecords } from "../../src/exports/search-records.ts";
import type { SearchKind } from "../../src/exports/search-record.ts";
import { loadChecked } from "../load-fixture.ts";
import { startBrowser } from "./open-page.ts";

function readRecords(content: string, folder: string) {
  const record = loadChecked(content);
  const tables = record.tables.map((spec) => deriveTable(record, spec));
  const read = (page: string) =>
    readFileSync(join(folder, page, "index.html"), "utf8");
  return listSearchRecords(
    record,
    tables,
    (page) => readSections(read(page)),
    (page) => readOutline(read(page)),
  );
}

const found = readRecords("content", inject("realSite").folder);
const RECORD = loadChecked("content");
const TERM = RECORD.terms[0]!.id;

const open = startBrowser();

const status = (page: Page) => page.getByRole("status");

describe.each([
  ["the real record", "content", "realSite"],
  ["another subject", "tests/fixtures/minimal", "otherSite"],
] as const)("the records of %s", (_, content, site) => {
  test("lead to pages and elements that exist", () => {
    const { folder } = inject(site);
    const ids = new Map<string, Set<string>>();
    const isThere = (address: string) => {
      const [path, id] = address.split("#");
      const file = join(folder, path!, "index.html");
      if (!existsSync(file)) return false;
      if (!ids.has(file))
        ids.set(file, new Set(readPage(readFileSync(file, "utf8")).ids));
      return id === undefined || ids.get(file)!.has(id);
    };
    const addresses = readRecords(content, folder)
      .flatMap(({ url, cell }) => [url, cell])
      .filter(Boolean);
    expect(addresses.filter((address) => !isThere(address))).toEqual([]);
  });
});

test("the records hold no furniture of pages", () => {
  expect(
    found.filter(({ text }) =>
      /\b(?:removed|added): |all that changed/.test(text),
    ),
  ).toEqual([]);
});

describe("the search", () => {
  /** Something of a kind, with a title that nothing else of the kind has. */
  const named = (kind: SearchKind) => {
    const all = found.filter((item) => item.kind === kind && item.text);
    return all.find(
      ({ title, url }) =>
        /^[\w ]{8,}$/.test(title) &&
        (kind !== "section" || url.includes("#")) &&
        all.filter((other) => other.title === title).length === 1,
    )!;
  };

  test.each(["claim", "term", "version", "word", "section"] as const)(
    "finds a %s by its title and lands on it",
    async (kind) => {
      const { title, url } = named(kind);
      const page = await open(`/search/?q=${encodeURIComponent(title)}`);
      const result = page.locator(`[data-kind=${kind}] h3 a`, {
        hasText: title,
      });
      await result.first().click();
      await page.waitForURL(`**${url}`);
      const id = url.split("#")[1];
      const target = page.locator(id ? `[id="${id}"]` : "h1");
      expect(await target.innerText()).toContain(title);
      const box = (await target.boundingBox())!;
      const header = (await page.locator("header.site").boundingBox())!;
      expect(box.y).toBeGreaterThanOrEqual(header.height);
      expect(box.y).toBeLessThan(800);
      await page.context().close();
    },
  );

  test("leads from a claim to its cell", async () => {
    const { title, cell } = found.find(
      (item) => item.cell && /^[\w ]{8,}$/.test(item.title),
    )!;
    const page = await open(`/search/?q="${encodeURIComponent(title)}"`);
    await page.locator(`.results a[href="${cell}"]`).first().click();
    await page.waitForURL(`**${cell}`);
    expect(await page.locator("td:target").count()).toBe(1);
    await page.context().close();
  });

  test("is loaded only once it is used", async () => {
    const page = await open("/search/");
    const asked: string[] = [];
    page.on("request", (request) => asked.push(request.url()));
    const index = () => asked.filter((url) => url.includes("/_search/"));
    for (const path of ["/", `/terms/${TERM}/`, "/search/"]) {
      await page.goto(new URL(path, inject("realSite").address).href);
      await page.waitForLoadState("networkidle");
    }
    expect(index()).toEqual([]);
    await page.getByLabel("Words to search for").fill(named("term").title);
    await page.waitForFunction(
      () => document.querySelector("[role=status]")!.textContent !== "",
    );
    expect(index().length).toBeGreaterThan(3);
    await page.context().close();
  });

  test("says how much it found and keeps the words in the address", async () => {
    const page = await open("/search/");
    await page.getByLabel("Words to search for").fill(named("word").title);
    await expect
      .poll(() => status(page).innerText())
      .toMatch(/^\d+ results? for “/);
    expect(new URL(page.url()).searchParams.get("q")).toBe(named("word").title);
    await page.getByLabel("Words to search for").fill("zzxqzzxq");
    await expect.poll(() => status(page).innerText()).toMatch(/^Nothing found/);
    await page.context().close();
  });

  const best = (page: Page) => page.locator(".best h3 a");
  const hrefs = (page: Page, kind: SearchKind) =>
    page
      .locator(`[data-kind=${kind}] h3 a`)
      .evaluateAll((links) => links.map((link) => link.getAttribute("href")));

  test.each([
    ["availability", "/availability/"],
    ["sources", "/sources/"],
    ["was it true", "/was-it-true/"],
  ])("names the page called “%s” as the best match", async (words, url) => {
    const page = await open(`/search/?q=${encodeURIComponent(words)}`);
    await best(page).waitFor();
    expect(await best(page).getAttribute("href")).toBe(url);
    await page.context().close();
  });

  test("finds a term by the words of its question and by what was ever said on it", async () => {
    const term = RECORD.terms[0]!;
    const said = RECORD.claims.find(
      (claim) => claim.term === term.id && claim.value,
    )!;
    for (const words of [term.question, said.value!]) {
      const page = await open(`/search/?q=${encodeURIComponent(words)}`);
      await page.locator("[data-kind=term] h3 a").first().waitFor();
      expect(await hrefs(page, "term")).toContain(`/terms/${term.id}/`);
      await page.context().close();
    }
  });

  test("names the explainer of a topic as the best match for what the navigation calls it", async () => {
    const topic = RECORD.topics.find(
      ({ short }) => short && found.every(({ title }) => title !== short),
    )!;
    const page = await open(`/search/?q=${encodeURIComponent(topic.short!)}`);
    await best(page).waitFor();
    expect(await best(page).getAttribute("href")).toBe(`/${topic.id}/`);
    await page.context().close();
  });

  test("leads to a term rather than to its rows in tables, which are called the same", async () => {
    const { title, url } = found.find(
      (item) =>
        item.kind === "term" &&
        found.some((row) => row.kind === "row" && row.title === item.title),
    )!;
    const page = await open(`/search/?q=${encodeURIComponent(title)}`);
    await best(page).waitFor();
    expect(await best(page).getAttribute("href")).toBe(url);
    await page.context().close();
  });

  test.each(["calendar", "CSV", "iframe", "embed", "RSS", "Markdown"])(
    "finds the page of the data by “%s”",
    async (words) => {
      const page = await open(`/search/?q=${words}`);
      await page.locator("[data-kind=page] h3 a").first().waitFor();
      expect(await hrefs(page, "page")).toContain("/data/");
      await page.context().close();
    },
  );

  test("finds an offer by its product and its channel", async () => {
    const { title, url } = found.find(
      (item) => item.kind === "row" && /#[\w-]+\.[\w-]+$/.test(item.url),
    )!;
    const page = await open(`/search/?q=${encodeURIComponent(title)}`);
    await page.locator("[data-kind=row] h3 a").first().waitFor();
    expect((await hrefs(page, "row"))[0]).toBe(url);
    await page.context().close();
  });

  test("finds the page of a day by its date", async () => {
    const { title, url } = found.findLast(
      (item) => item.kind === "day" && /^As of \d+ /.test(item.title),
    )!;
    const page = await open(`/search/?q=${encodeURIComponent(title)}`);
    await page.locator("[data-kind=day] h3 a").first().waitFor();
    expect((await hrefs(page, "day"))[0]).toBe(url);
    await page.context().close();
  });

  test("leads from any other day to the page that answers for it", async () => {
    const days = listChangeDays(RECORD);
    const span = days.find(({ date, to }) => date.length === 10 && to > date)!;
    const page = await open(`/search/?q=${span.to}`);
    const link = page.locator(".typed-day a").first();
    await link.waitFor();
    expect(await link.getAttribute("href")).toBe(`/as-of/${span.date}/`);
    expect(await page.locator(".typed-day").innerText()).toContain(
      `the page of ${formatDate(span.date)}`,
    );
    await page.getByLabel("Words to search for").fill("2999-01-01");
    await page.locator(".typed-day").waitFor({ state: "hidden" });
    await page.context().close();
  });

  test("says when no result holds every word", async () => {
    const { title } = named("term");
    const word = title.split(" ")[0]!;
    const page = await open(`/search/?q=${encodeURIComponent(word)}+zzxqzzxq`);
    await expect
      .poll(() => status(page).innerText())
      .toMatch(
        /^Nothing holds all of these words; “zzxqzzxq” stands nowhere\. Closest: \d+ results? for “/,
      );
    expect(await page.locator(".results h3 a").count()).toBeGreaterThan(0);
    await page.context().close();
  });

  test("can be walked through with the arrow keys", async () => {
    const page = await open(
      `/search/?q=${encodeURIComponent(named("term").title)}`,
    );
    await page.locator(".results h3 a").first().waitFor();
    await page.getByLabel("Words to search for").focus();
    await page.keyboard.press("ArrowDown");
    const focused = () =>
      page.evaluate(() => document.activeElement!.textContent);
    expect(await focused()).toBe(
      await page.locator(".results h3 a").first().innerText(),
    );
    await page.keyboard.press("ArrowUp");
    expect(await page.evaluate(() => document.activeElement!.tagName)).toBe(
      "INPUT",
    );
    await page.context().close();
  });

  test("shows what stands in the record as words, never as markup", async () => {
    const page = await open(`/search/?q=${encodeURIComponent("<b>the</b>")}`);
    await expect.poll(() => status(page).innerText()).toContain("<b>the</b>");
    expect(await page.locator(".results b, .found b").count()).toBe(0);
    await page.context().close();
  });

  test.each([
    ["light", false],
    ["dark", true],
  ] as const)(
    "has no accessibility violation in the %s theme",
    async (_, dark) => {
      const page = await open("/search/?q=cloud", { dark });
      await page.locator(".results h3 a").first().waitFor();
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(
        violations.map(({ id, nodes }) => `${id}: ${nodes[0]!.html}`),
      ).toEqual([]);
      await page.context().close();
    },
  );

  test.each([360, 768])("fits into %i pixels", async (width) => {
    const page = await open("/search/?q=cloud", { width });
    await page.locator(".results h3 a").first().waitFor();
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - innerWidth,
    );
    expect(overflow).toBeLessThanOrEqual(0);
    await page.context().close();
  });

  test("explains itself without a script", async () => {
    const page = await open("/search/?q=cloud", { script: false });
    expect(await page.locator("main").innerText()).toContain("needs a script");
    for (const path of ["terms", "versions", "claims", "sources", "glossary"])
      expect(await page.locator(`main a[href="/${path}/"]`).count()).toBe(1);
    await page.context().close();
  });
});
