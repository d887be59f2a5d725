import { existsSync } from "node:fs";
import { describe, expect, test } from "vitest";
import {
  explainAddress,
  parseAddress,
} from "../../src/explain/explain-address.ts";
import { listExports } from "../exports/make-files.ts";
import { findPinPath } from "../../src/exports/find-pin.ts";
import { findMoved, formatMoved } from "../../src/explain/find-moved.ts";
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
    const old = { path: "/terms/old/", id: "now" };
    expect(formatMoved(findMoved(published, old, () => false)!)).toBe(
      "/terms/old/#now went to /terms/base-rent/.",
    );
  });

  test("of a row names the claims of its cells and where they appear", () => {
    const found = explain("/tables/rent/#base-rent")!;
    const named = found.parts.map(({ what }) => what);
    expect(named).toEqual(
      expect.arrayContaining([
        "term base-rent",
        "claim base-rent-2001-03",
        "claim base-rent-2007-09-12",
        "source saltmere-2007-09-12-amendment",
      ]),
    );
    expect(named).toEqual([...new Set(named)]);
    const places = found.appearances.map(({ href }) => href);
    expect(places).toContain("/tables/whole-lease/#base-rent.2007-09-12");
    expect(places).toEqual([...new Set(places)]);
  });

  test.each([
    ["/data/tables/rent.json", "the JSON of /tables/rent/, the page of table"],
    ["/data/tables/rent.cells.csv", "the CSV of /tables/rent/, the page of"],
    [
      "/data/terms/base-rent.json",
      "the JSON of /terms/base-rent/, the page of term `base-rent`",
    ],
    [
      "/data/deals/port-guarantee.json",
      "the JSON of /deals/#port-guarantee, the entry of deal port-guarantee",
    ],
    [
      "/data/compare/2001-03..2007-09-12.json",
      "the JSON of /compare/2001-03..",
    ],
    [
      "/data/as-of/2007-09-12.json",
      "the JSON of /as-of/2007-09-12/, what held",
    ],
    ["/data/parties/fennick.json", "the JSON of an entry without a page"],
    ["/data/parties/index.csv", "the CSV of all parties"],
    ["/data/record.json", "made from the whole record: The whole record as"],
    ["/data/schema/claim.json", "made from the whole record: the JSON Schema"],
    ["/terms/base-rent/index.md", "the Markdown of /terms/base-rent/, "],
    ["/oembed/tables/rent.json", "the oEmbed of /tables/rent/, the page of"],
    ["/cite/tables/rent.bib", "the citation of /tables/rent/, the page of"],
    ["/embed/tables/rent/", "the frame for other sites of /tables/rent/, "],
    ["/embed/claims/dredging-2004-06-01/", "the frame for other sites of "],
    [
      "/embed/tables/rent/#base-rent.2007-09-12",
      "the frame for other sites of /tables/rent/#base-rent.2007-09-12, the cell",
    ],
  ])("of %s says of what it is a form", (address, about) => {
    const found = explain(address)!;
    expect(found.about).toContain(about);
    expect(found.address).toBe(address);
    expect(found.parts).not.toEqual([]);
    expect(existsSync(found.drawnBy), found.drawnBy).toBe(true);
    expect(textOf(address)).not.toContain(`${address} is not yet promised`);
  });

  test("of a correction is that of its entry, on its page alone", () => {
    const { parts } = explain("/corrections/#cranes-were-misread")!;
    expect(parts.map(({ what }) => what)).toEqual([
      "change cranes-were-misread",
    ]);
    expect(explain("/timeline/#cranes-were-misread")).toBeUndefined();
  });

  test("of a form is that of its page", () => {
    const page = explain("/tables/rent/#base-rent.2007-09-12")!;
    const frame = explain("/embed/tables/rent/#base-rent.2007-09-12")!;
    expect(frame.parts).toEqual(page.parts);
    expect(frame.rule).toEqual(page.rule);
  });

  test("of a pinned frame is that of the page it keeps the words of", () => {
    const path = findPinPath(record, "/tables/rent/")!;
    expect(explain(path)!.about).toContain(
      "pinned to the words, of /tables/rent/, the page of table `rent`",
    );
    expect(explain(path.replace(/.{8}\/$/, "00000000/"))).toBeUndefined();
  });

  test("knows every file that the site offers to programs", () => {
    const paths = listExports(record).map(([path]) => `/${path}`);
    const data = paths.filter((path) => path.startsWith("/data/"));
    const unknown = data.filter((path) => explain(path) === undefined);
    expect(data.length).toBeGreaterThan(100);
    expect(unknown).toEqual([]);
  });

  test.each([
    "/tables/rent/#base-rent.2007-09-21",
    // Entries of the record, or headings of templates, that have no place on these pages.
    "/known/2001-03-31/#fee-share",
    "/as-of/2007-09-12/#tide-gazette-2007-10-05",
    "/glossary/#base-rent",
    "/timeline/#dredging",
    "/terms/base-rent/#longest",
    "/embed/tables/rent/#base-rent.2007-09-21",
    "/embed/terms/base-rent/",
    "/data/terms/nothing.json",
    "/data/nothing/index.json",
    "/data/parties/fennick.json#fennick",
    "/terms/nothing/",
    "/berths/#no-such-heading",
    "/as-of/1900-01-01/",
  ])("is not made up for %s", (address) => {
    expect(explain(address)).toBeUndefined();
  });
});
