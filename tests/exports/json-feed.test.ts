import { parseAtomFeed, parseJsonFeed } from "feedsmith";
import { parse, parseFragment } from "parse5";
import { describe, expect, test } from "vitest";
import { formatAtom, formatEntryId } from "../../src/exports/atom.ts";
import { listFeeds } from "../../src/exports/feeds.ts";
import { formatJsonFeed } from "../../src/exports/json-feed.ts";
import { loadChecked } from "../load-fixture.ts";
import { makeHostileRecord } from "./hostile-record.ts";

const record = loadChecked("tests/fixtures/minimal");

describe("a feed as JSON", () => {
  test("is read by others, with the entries of the Atom feed beside it", () => {
    for (const feed of listFeeds(record)) {
      const json = parseJsonFeed(formatJsonFeed(record, feed));
      const atom = parseAtomFeed(formatAtom(record, feed));
      expect(json.title).toBe(feed.title);
      expect(json.feed_url).toBe(`${record.site.address}${feed.json}`);
      expect(json.language).toBe("en");
      expect(json.authors?.[0]?.name).toBe(record.site.publisher);
      expect(
        (json.items ?? []).map((item) => [
          item.id,
          item.title,
          item.url,
          item.date_published,
        ]),
      ).toEqual(
        (atom.entries ?? []).map((entry) => [
          entry.id,
          entry.title?.value,
          entry.links?.[0]?.href,
          entry.published,
        ]),
      );
      expect(json.items?.map(({ id }) => id) ?? []).toEqual(
        feed.entries.map((entry) => formatEntryId(record.site, entry)),
      );
    }
  });

  test("says in an entry what Atom says", () => {
    const [feed] = listFeeds(record);
    const json = parseJsonFeed(formatJsonFeed(record, feed!));
    const atom = formatAtom(record, feed!);
    for (const { content_html } of json.items!)
      expect(atom).toContain(content_html!);
  });

  test("carries any text an author writes, and no markup of theirs", () => {
    const hostile = makeHostileRecord();
    const [feed] = listFeeds(hostile);
    const json = parseJsonFeed(formatJsonFeed(hostile, feed!));
    const [item] = json.items!;
    expect(item!.title).toBe(`Editorial: ${hostile.changes[0]!.summary}`);
    const html = item!.content_html!;
    expect(
      JSON.stringify(parseFragment(html), ["nodeName", "childNodes"]),
    ).not.toMatch(/"script"|"b"|"#comment"/);
    expect(JSON.stringify(parse(html), ["value", "childNodes"])).toContain(
      "]]> & &amp; <b>",
    );
  });

  test("has the same bytes each time", () => {
    const again = loadChecked("tests/fixtures/minimal");
    expect(listFeeds(again).map((feed) => formatJsonFeed(again, feed))).toEqual(
      listFeeds(record).map((feed) => formatJsonFeed(record, feed)),
    );
  });
});
