import { describe, expect, test } from "vitest";
import { deriveTable } from "../../src/derive/table.ts";
import { listSearchRecords } from "../../src/exports/search-records.ts";
import type { SearchKind } from "../../src/exports/search-record.ts";
import type { Authored } from "../../src/model/record.ts";
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
const found = listSearchRecords(
  record,
  record.tables.map((spec) => deriveTable(record, spec)),
  () => sections,
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

  test("hold the answer of a term and since when it holds", () => {
    expect(of("term")[0]).toMatchObject({
      url: "/terms/rent/",
      date: "since 1 January 2020",
    });
    expect(of("term")[0]!.text).toContain("Ten");
  });

  test("hold each table, and each row once", () => {
    expect(of("row").map(({ url }) => url)).toEqual([
      "/tables/narrow/",
      "/tables/whole/",
      "/tables/whole/#rent",
    ]);
    expect(of("row")[2]!.text).toContain("1 January 2020: Ten.");
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
