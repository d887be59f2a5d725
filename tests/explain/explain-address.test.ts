import { existsSync } from "node:fs";
import { describe, expect, test } from "vitest";
import {
  explainAddress,
  findMoved,
  parseAddress,
} from "../../src/explain/explain-address.ts";
import { formatExplanation } from "../../src/explain/format-explanation.ts";
import { loadRecord } from "../../src/model/index.ts";
import { MINIMAL } from "../model/copy-minimal.ts";

const loaded = loadRecord(MINIMAL, "content");
const { placeOf } = loaded;
const record = loaded.record!;
const explain = (asked: string) =>
  explainAddress(record, placeOf, parseAddress(record, asked));
const textOf = (asked: string) =>
  formatExplanation(record, placeOf, explain(asked)!);

describe("an address explained", () => {
  test.each([
    [
      "a claim that is disputed",
      "/tables/rent/#base-rent.2007-09-12",
      "dispute",
    ],
    [
      "a general sentence",
      "/tables/whole-lease/#berth-use.2004-06-01",
      "unchanged",
    ],
    [
      "silence that a claim notes",
      "/tables/whole-lease/#dredging.2007-09-12",
      "silence",
    ],
    [
      "silence that nobody notes",
      "/tables/whole-lease/#dredging.2008-02-20",
      "silence",
    ],
    ["the end of a term", "/tables/whole-lease/#crane-use.2007-09-12", "end"],
    [
      "the time after the end",
      "/tables/whole-lease/#crane-use.2008-02-20",
      "end",
    ],
    [
      "what was not published",
      "/tables/rent/#base-rent.2001-03",
      "not disclosed",
    ],
    ["a report", "/tables/rent/#fee-share.2007-09-12", "reported"],
    ["the time before a term", "/tables/rent/#fee-share.2001-03", "not yet"],
    [
      "other words for what held",
      "/tables/whole-lease/#berth-use.2008-02-20",
      "restated",
    ],
    ["a day", "/as-of/2004-06-01/#berth-use.2004-06-01", "standing"],
    [
      "a product's offers",
      "/tables/bookings/#berth.port-desk",
      "newest offering",
    ],
    ["two versions", "/compare/2001-03..2007-09-12/#berth-use", "changed"],
  ])("gives the rule for %s", (_, address, name) => {
    const { rule } = explain(address)!;
    expect(rule!.name).toBe(name);
    expect(existsSync(rule!.file), rule!.file).toBe(true);
    if (rule!.decision) expect(existsSync(rule!.decision)).toBe(true);
  });

  test("of a heading lists the embeds of its section alone", () => {
    const parts = explain("/berths/#since-when")!.parts;
    const lines = parts
      .filter(({ role }) => role === "is written")
      .map(({ on }) => placeOf(on).line);
    expect(lines).toEqual([12, 12, 12, 12, 14, 16]);
  });

  test("of a day without a page is that of the page which answers for it", () => {
    expect(explain("/as-of/2007-09-20/")!.address).toBe("/as-of/2007-09-12/");
    expect(explain("/known/2007-09-20/")!.address).toBe("/known/2007-09-12/");
    expect(explain("/compare/2007-09-12..2001-03/")!.address).toBe(
      "/compare/2001-03..2007-09-12/",
    );
  });

  test("of what was known says which clock it reads", () => {
    expect(textOf("/known/2007-10-05/#base-rent.2007-10-05")).toContain(
      "Of what was public on 2007-10-05: ",
    );
  });

  test("of a page with many entries tells them file by file", () => {
    expect(textOf("/tables/whole-lease/")).toMatch(
      /content\/data\/claims\/berths\.yaml:2(?:,\d+)+ {2}8 entries \(fills a cell\)/,
    );
  });

  test("tells since when it is permanent, and where one went that is gone", () => {
    const page = "/terms/base-rent/";
    const ledger = {
      edition: "2008-02-01-0123456789ab",
      items: [],
      pages: [
        { page, since: "2008-01-01-0123456789ab" },
        { page: "/terms/old/", since: "2008-01-01-0123456789ab", to: [page] },
      ],
    };
    const published = { ...record, ledger };
    const address = { path: page, id: undefined };
    const found = explainAddress(published, placeOf, address)!;
    expect(formatExplanation(published, placeOf, found)).toContain(
      "permanent since edition 2008-01-01-0123456789ab",
    );
    expect(findMoved(published, { path: "/terms/old/", id: "now" })).toEqual([
      page,
    ]);
  });

  test.each([
    "/tables/rent/#base-rent.2007-09-21",
    "/terms/nothing/",
    "/berths/#no-such-heading",
    "/as-of/1900-01-01/",
  ])("is not made up for %s", (address) => {
    expect(explain(address)).toBeUndefined();
  });
});
