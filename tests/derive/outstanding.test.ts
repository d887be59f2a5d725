import { describe, expect, test } from "vitest";
import {
  deriveOutstanding,
  formatOutstanding,
} from "../../src/derive/outstanding.ts";
import type { Embed } from "../../src/model/embed.ts";
import { makeRecord } from "./make-record.ts";

function makeEmbed(index: number, name: string, attributes: object): Embed {
  return { index, name, attributes: { ...attributes }, hasChildren: false };
}

function explain(embeds: Embed[]) {
  const record = makeRecord(
    ["2020-01-01", "2022-01-01"],
    [
      { id: "old", version: "2020-01-01", value: "Ten" },
      { id: "new", version: "2022-01-01", value: "Twelve" },
      { id: "over", valid_to: "2023-05" },
      { id: "later", valid_to: "2030" },
      { id: "wrong" },
    ],
    {
      changes: [
        {
          id: "misread",
          date: "2023-06-01",
          reason: "we-corrected",
          summary: "It was misread.",
          claims: [],
          withdraws: ["wrong"],
        },
      ],
    },
  );
  return deriveOutstanding(record, {
    id: "page",
    title: "Page",
    question: "What?",
    description: "A page.",
    embeds,
    prose: [],
    links: [],
    headings: [],
    markdownTables: [],
    words: 0,
    text: "",
  });
}

describe("the outstanding changes of a page", () => {
  test("name what took a claim's place, ended it or took it back", () => {
    const found = explain([
      makeEmbed(0, "Claim", { id: "old" }),
      makeEmbed(1, "Value", { of: "over" }),
      makeEmbed(2, "Claim", { id: "wrong" }),
    ]);
    expect(
      found.map(({ at, text, link }) => `${at} ${text} ${link.href}`),
    ).toEqual([
      "0 superseded on 1 January 2022 by /claims/new/",
      "1 ended in May 2023: /claims/over/",
      "2 withdrawn on 1 June 2023: /claims/wrong/",
    ]);
    expect(formatOutstanding(found)).toContain("3 sentences");
  });

  test("leave out what holds, what is marked as history, and dates of the past", () => {
    const found = explain([
      makeEmbed(0, "Claim", { id: "new" }),
      makeEmbed(1, "Claim", { id: "later" }),
      makeEmbed(2, "Claim", { id: "old", historical: "" }),
      makeEmbed(3, "Date", { of: "old" }),
    ]);
    expect(found).toEqual([]);
    expect(formatOutstanding(found)).toBeUndefined();
  });

  test("take in the date of a claim that was withdrawn", () => {
    expect(explain([makeEmbed(0, "Date", { of: "wrong" })])).toHaveLength(1);
  });
});
