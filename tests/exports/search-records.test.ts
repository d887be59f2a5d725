import { describe, expect, test } from "vitest";
import { deriveTable } from "../../src/derive/table.ts";
import { listSearchRecords } from "../../src/exports/search-records.ts";
import type { SearchKind } from "../../src/exports/search-record.ts";
import { tableRecords } from "../../src/exports/search-tables.ts";
import type { Authored } from "../../src/model/record.ts";
import { loadChecked } from "../load-fixture.ts";
import { makeRecord } from "../derive/make-record.ts";

const heading = { title: "Table", summary: "Who pays." };
const rest: Partial<Authored> = {
  tables: [
    { ...heading, id: "narrow", kind: "terms", versions: ["2020-01-01"] },
    { ...heading, id: "whole", kind: "terms" },
  ],
  glossary: [{ id: "fee", term: "Fee", meaning: "What is paid.", see: [] }],
  explainers: [
    {
      id: "impact/tenants",
      title: "Tenants",
      question: "Who pays?",
      description: "What tenants pay.",
      embeds: [],
      prose: [],
      links: [],
      headings: [],
      markdownTables: [],
      words: 0,
      text: "",
    },
  ],
};
const record = makeRecord(
  ["2020-01-01", "2021-01-01"],
  [
    { id: "ten", version: "2020-01-01", value: "Ten", statement: "Ten a day." },
    { id: "silent", version: "2021-01-01", effect: "not-restated" },
    { id: "aside", statement: "Somebody said so.", value: "So" },
  ],
  rest,
);
const sections = [
  { id: "", title: "", text: "They pay." },
  { id: "since-when", title: "Since when", text: "Always." },
];
const OUTLINE = {
  title: "",
  question: "",
  description: "",
  lead: "",
  contents: [],
};

const found = listSearchRecords(
  record,
  record.tables.map((spec) => deriveTable(record, spec)),
  () => sections,
  (page) => ({
    title: `Title of ${page}`,
    question: "",
    description: "All of it.",
    lead: "",
    contents: ["First", "Second"],
  }),
);
const of = (kind: SearchKind) => found.filter((item) => item.kind === kind);

describe("search records", () => {
  test("lead to the very section of an explainer, and to its beginning", () => {
    expect(of("section")).toMatchObject([
      {
        url: "/impact/tenants/",
        title: "Tenants",
        about: "Who pays?",
        text: "What tenants pay. They pay.",
      },
      {
        url: "/impact/tenants/#since-when",
        title: "Since when",
        about: "Tenants",
        text: "Always.",
      },
    ]);
  });

  test("know the cell a claim leads, in the widest table that has it", () => {
    expect(of("claim").map(({ url, cell }) => [url, cell])).toEqual([
      ["/claims/ten/", "/tables/whole/#rent.2020-01-01"],
      ["/claims/silent/", "/tables/whole/#rent.2021-01-01"],
      ["/claims/aside/", ""],
    ]);
  });

  test("do not repeat a claim's term in its title", () => {
    // Else a claim that says nothing of its own would stand above the term.
    expect(of("claim")[1]).toMatchObject({
      title: "Not mentioned on 1 January 2021",
      about: "Rent",
      date: "1 January 2021",
    });
  });

  test("say of a claim that is over until when it held", () => {
    const versions = ["2020-01-01", "2021-01-01"];
    const replaced = makeRecord(versions, [
      { id: "ten", version: "2020-01-01", value: "Ten" },
      { id: "twelve", version: "2021-01-01", value: "Twelve" },
    ]);
    const claims = listSearchRecords(
      replaced,
      [],
      () => [],
      () => OUTLINE,
    ).filter(({ kind }) => kind === "claim");
    expect(claims.map(({ title, date }) => [title, date])).toEqual([
      ["Ten", "1 January 2020 to 1 January 2021"],
      ["Twelve", "1 January 2021"],
    ]);
  });

  test("hold the answer of a term and since when it holds", () => {
    expect(of("term")[0]).toMatchObject({
      url: "/terms/rent/",
      date: "since 1 January 2020",
    });
    expect(of("term")[0]!.text).toContain("Ten");
  });

  test("hold what was ever said on a term, once, with its day and doubt", () => {
    const version = "2020-01-01";
    const gossip = makeRecord(
      [version],
      [
        { id: "ten", version, value: "Ten" },
        {
          id: "nine",
          term: "rent",
          value: "Nine, says the press",
          valid_from: "2019-05-01",
          confidence: "reported",
        },
      ],
    );
    const records = listSearchRecords(
      gossip,
      [],
      () => [],
      () => OUTLINE,
    );
    const { about, text } = records.find(({ kind }) => kind === "term")!;
    expect(about).toBe("Money");
    expect(text.split("It is paid. ")[1]).toBe(
      "1 May 2019, reported only: Nine, says the press.",
    );
  });

  test("hold each table, and each row once", () => {
    expect(of("row").map(({ url }) => url)).toEqual([
      "/tables/narrow/",
      "/tables/whole/",
      "/tables/whole/#rent",
    ]);
    expect(of("row")[2]!.text).toContain("1 January 2020: Ten.");
  });

  test("hold the pages that are no explainers, by what they say and are called", () => {
    const pages = of("page");
    expect(pages.map(({ url }) => url)).not.toContain("/search/");
    expect(pages.find(({ url }) => url === "/timeline/")).toMatchObject({
      title: "Title of timeline",
      text: "All of it. First. Second.",
      also: expect.stringContaining("calendar"),
    });
    expect(pages.every(({ also }) => also !== "")).toBe(true);
  });

  test("name the forms of the data on the page of the data", () => {
    const { text } = of("page").find(({ url }) => url === "/data/")!;
    for (const form of ["CSV", "JSON", "Markdown", "embed", "frame"])
      expect(text).toContain(form);
  });

  test("hold each page of a day by its date in words", () => {
    expect(of("day")).toMatchObject([
      { url: "/as-of/2020-01-01/", title: "As of 1 January 2020" },
      { url: "/as-of/2021-01-01/", title: "As of 1 January 2021" },
      ...of("day").slice(2),
    ]);
    expect(of("day").at(-1)!.title).toMatch(/^Known on /);
  });

  test("hold an offer by its product and its channel", () => {
    const minimal = loadChecked("tests/fixtures/minimal");
    const tables = minimal.tables.map((spec) => deriveTable(minimal, spec));
    const offers = tableRecords(minimal, tables).filter(({ title }) =>
      minimal.channels.some(({ name }) => title.endsWith(` on ${name}`)),
    );
    expect(offers).not.toEqual([]);
    for (const { url } of offers) expect(url).toMatch(/#[\w-]+\.[\w-]+$/);
  });

  test("lead to the entry of a word, and to the pages of versions and sources", () => {
    expect(
      [...of("word"), ...of("version"), ...of("source")].map(({ url }) => url),
    ).toEqual([
      "/glossary/#fee",
      "/versions/2020-01-01/",
      "/versions/2021-01-01/",
      "/sources/paper/",
    ]);
  });
});
