import { parseFeed } from "@rowanmanning/feed-parser";
import { describe, expect, test } from "vitest";
import { formatAtom, formatEntryId } from "../../src/exports/atom.ts";
import { feedsOfPage, listFeeds } from "../../src/exports/feeds.ts";
import type { Change } from "../../src/model/change.ts";
import { makeRecord } from "../derive/make-record.ts";
import { loadChecked } from "../load-fixture.ts";

const record = loadChecked("tests/fixtures/minimal");
const feeds = listFeeds(record);
const read = (path: string, of = record) => {
  const feed = listFeeds(of).find((feed) => feed.path === path)!;
  return parseFeed(formatAtom(of, feed));
};

describe("a feed of changes", () => {
  test("is read by others as it was written", () => {
    for (const feed of feeds) {
      const found = parseFeed(formatAtom(record, feed));
      expect(found.meta).toEqual({ type: "atom", version: "1.0" });
      expect(found.title).toBe(feed.title);
      expect(found.self).toBe(`${record.site.address}${feed.path}`);
      expect(found.url).toBe(`${record.site.address}/changes/`);
      expect(found.language).toBe("en");
      expect(found.items.map(({ id, title, url }) => [id, title, url])).toEqual(
        feed.entries.map((entry) => [
          formatEntryId(record.site, entry),
          `${entry.reason.word}: ${entry.summary}`,
          `${record.site.address}${entry.href}`,
        ]),
      );
    }
  });

  test("is as old as its newest entry; an entry as the first day of its date", () => {
    const found = read("/feeds/topics/rent.xml");
    const [newest] = found.items;
    expect(newest!.id).toBe("tag:pier-four.example,2008:/changes/report-read");
    expect(newest!.updated?.toISOString()).toBe("2008-02-01T00:00:00.000Z");
    expect(found.updated).toEqual(newest!.updated);
  });

  test("without entries is as old as the record", () => {
    const empty = makeRecord([], []);
    const found = read("/feeds/reasons/editorial.xml", empty);
    expect(found.items).toEqual([]);
    expect(found.updated?.toISOString()).toBe("2024-01-01T00:00:00.000Z");
  });

  test("gives an entry the same identity and words in every feed that has it", () => {
    const ids = new Map<string, string>();
    for (const feed of feeds)
      for (const { id, content } of parseFeed(formatAtom(record, feed)).items) {
        expect(ids.get(id!) ?? content).toBe(content);
        ids.set(id!, content!);
      }
    expect(ids.size).toBe(record.changes.length);
  });

  test("by topic has the changes of claims on its terms; by reason those for it; together all", () => {
    const { entries } = feeds.find(({ path }) => path.endsWith("/rent.xml"))!;
    expect(entries.map(({ id }) => id)).toEqual([
      "report-read",
      "gazette-rent-is-a-report",
    ]);
    const reasons = feeds.filter(({ path }) => path.includes("/reasons/"));
    expect(reasons).toHaveLength(4);
    for (const { entries } of reasons) expect(entries).not.toEqual([]);
    const ids = reasons.flatMap(({ entries }) => entries.map(({ id }) => id));
    expect(ids.sort()).toEqual(record.changes.map(({ id }) => id).sort());
  });

  test("is named by the pages of its topic", () => {
    const paths = (path: string) =>
      feedsOfPage(record, path).map((feed) => feed.path);
    const rent = [
      "/feeds/changes.xml",
      "/feeds/topics/rent.xml",
      "/feeds/changes.json",
      "/feeds/topics/rent.json",
    ];
    expect(paths("/")).toEqual(["/feeds/changes.xml", "/feeds/changes.json"]);
    expect(paths("/rent/")).toEqual(rent);
    expect(paths("/terms/base-rent/")).toEqual(rent);
    expect(paths("/claims/base-rent-2001-03/")).toEqual(rent);
  });

  test("carries any text an author writes, and stays well-formed", () => {
    const text =
      "</title></feed> ]]> <![CDATA[ & &amp; “\u{1F6A2}” 'a' \"b\" مرسى";
    const change: Change = {
      id: "hostile",
      date: "2024",
      reason: "editorial",
      summary: text,
      claims: ["rent"],
    };
    const hostile = makeRecord(
      ["2020-01-01"],
      [{ id: "rent", version: "2020-01-01", value: text, statement: text }],
      { changes: [change] },
    );
    const found = read("/feeds/changes.xml", hostile);
    expect(found.items[0]!.title).toBe(`Editorial: ${text}`);
    const xml = formatAtom(hostile, listFeeds(hostile)[0]!);
    expect(xml).not.toContain("]]>");
    expect(xml.match(/<\/feed>/g)).toHaveLength(1);
    const spoilt = {
      ...change,
      claims: [],
      summary: "a\u0000\u0008\uFFFE\uD800b",
    };
    const [feed] = listFeeds(makeRecord([], [], { changes: [spoilt] }));
    expect(formatAtom(hostile, feed!)).toMatch(
      /Editorial: a[^\u0000-\u001F\uFFFE\uD800-\uDFFF]*b<\/title>/,
    );
  });

  test("has the same bytes each time", () => {
    const again = loadChecked("tests/fixtures/minimal");
    expect(listFeeds(again).map((feed) => formatAtom(again, feed))).toEqual(
      feeds.map((feed) => formatAtom(record, feed)),
    );
  });
});
