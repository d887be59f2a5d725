import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { acceptLedger } from "../../src/ledger/accept-ledger.ts";
import { compareLedger, idsOf } from "../../src/ledger/compare-ledger.ts";
import type { SiteAddresses } from "../../src/ledger/read-addresses.ts";
import { formatLedger, parseLedger } from "../../src/model/ledger.ts";
import type { Ledger } from "../../src/model/ledger.ts";
import type { Move } from "../../src/model/move.ts";
import { sourceText } from "../../src/model/place.ts";
import { makeRecord } from "../derive/make-record.ts";

type Ids = { [page: string]: string[] };

function site(pages: Ids): SiteAddresses {
  return new Map(
    Object.entries(pages).map(([page, ids]) => [
      page,
      ids.map((id) => ({ id, kind: "item" as const, text: "" })),
    ]),
  );
}

function move(from: string, ...to: string[]): Move {
  return { id: "move", date: "2024-01-01", from, to, why: "It moved." };
}

const claims = [{ id: "rent-2020", version: "2020-01-01", value: "ten" }];
const plain = makeRecord(["2020-01-01"], claims);
const before: Ids = {
  "/terms/rent/": ["now", "2020-01-01"],
  "/versions/2020-01-01/": ["rent"],
  "/start/": ["who-pays"],
};
const ledger = acceptLedger(plain, site(before), [], "first");

/** What becomes of the addresses of `before` when the site is built as `after`. */
function compare(after: Ids, moves: Move[] = []) {
  const record = { ...plain, ledger, moves };
  const { gone, lost, fresh } = compareLedger(ledger, site(after), record);
  return {
    fresh: fresh.map(({ address }) => address),
    gone: gone.map(({ page, id, to }) => [
      id === undefined ? page : `${page}#${id}`,
      ...to,
    ]),
    lost: lost.map(({ message }) => message),
  };
}

describe("what was published", () => {
  test("is whole while every address stands", () => {
    expect(compare(before)).toEqual({ fresh: [], gone: [], lost: [] });
  });

  test("is lost with its page, unless a move says where it went", () => {
    const after = { ...before };
    delete after["/start/"];
    expect(compare(after).lost).toEqual([
      "Unexpected loss of `/start/`, published since edition first",
    ]);
    const moved = { ...after, "/begin/": ["who-pays"] };
    expect(compare(moved, [move("/start/", "/begin/")])).toEqual({
      fresh: ["/begin/", "/begin/#who-pays"],
      gone: [
        ["/start/", "/begin/"],
        ["/start/#who-pays", "/begin/#who-pays"],
      ],
      lost: [],
    });
  });

  test("follows an item that was renamed into every address made from its id", () => {
    const after = {
      "/terms/monthly-rent/": ["now", "2020-01-01"],
      "/versions/2020-01-01/": ["monthly-rent"],
      "/start/": ["who-pays"],
    };
    const moves = [move("/terms/rent/", "/terms/monthly-rent/")];
    expect(compare(after, moves)).toMatchObject({
      gone: [
        ["/terms/rent/", "/terms/monthly-rent/"],
        ["/terms/rent/#now", "/terms/monthly-rent/#now"],
        ["/terms/rent/#2020-01-01", "/terms/monthly-rent/#2020-01-01"],
        ["/versions/2020-01-01/#rent", "/versions/2020-01-01/#monthly-rent"],
      ],
      lost: [],
    });
  });

  test("may be split, or retired, with a word", () => {
    const after = { ...before, "/start/": [], "/a/": [], "/b/": [] };
    expect(compare(after, [move("/start/#who-pays", "/a/", "/b/")])).toEqual({
      fresh: ["/a/", "/b/"],
      gone: [["/start/#who-pays", "/a/", "/b/"]],
      lost: [],
    });
    expect(compare(after, [move("/start/#who-pays")]).gone).toEqual([
      ["/start/#who-pays"],
    ]);
  });

  test("does not lead to an address that is not there", () => {
    const after = { ...before, "/start/": [] };
    expect(
      compare(after, [move("/start/#who-pays", "/nowhere/")]).lost,
    ).toEqual([
      "Unexpected successor `/nowhere/` of `/start/#who-pays`, expected an address of the site",
    ]);
  });

  test("leads to its item where a generated page no longer lists it", () => {
    const after = { ...before, "/versions/2020-01-01/": [] };
    expect(compare(after).gone).toEqual([
      ["/versions/2020-01-01/#rent", "/terms/rent/"],
    ]);
  });

  test("is lost from a page that an editor words, even while its item exists", () => {
    const record = makeRecord(["2020-01-01"], claims, {
      explainers: [
        {
          id: "start",
          title: "Start",
          question: "Who pays?",
          description: "Start here.",
          embeds: [],
          prose: [],
          links: [],
          headings: [],
          markdownTables: [],
          words: 0,
          text: "",
        },
      ],
    });
    const pages = { "/start/": ["rent"], "/terms/rent/": [] };
    const accepted = acceptLedger(record, site(pages), [], "first");
    const { lost } = compareLedger(
      accepted,
      site({ ...pages, "/start/": [] }),
      record,
    );
    expect(lost.map(({ lines }) => lines)).toEqual([
      [
        "- id: <a name for this move>",
        '  date: "<the day>"',
        '  from: "/start/#rent"',
        '  to: ["<the address that takes its place>"]',
        '  why: "<one sentence for readers>"',
      ],
    ]);
  });

  test("may not become something of another kind", () => {
    const built = new Map(site(before));
    built.set("/start/", [{ id: "who-pays", kind: "cell", text: "" }]);
    expect(compareLedger(ledger, built, plain).lost[0]?.message).toBe(
      "Unexpected cell at `/start/#who-pays`, expected the item that was published there",
    );
  });
});

const ids = fc.uniqueArray(fc.constantFrom("a", "b", "c", "d.e", "rent"));
const sites = fc
  .uniqueArray(
    fc.tuple(fc.constantFrom("/", "/a/", "/b/c/", "/terms/rent/"), ids),
    { selector: ([page]) => page },
  )
  .map((pages) => site(Object.fromEntries(pages)));

describe("an accepted ledger, over generated sites,", () => {
  test("holds all that was built, and comes through its file unchanged", () => {
    fc.assert(
      fc.property(sites, (built) => {
        const accepted = acceptLedger(plain, built, [], "first");
        expect(
          compareLedger(accepted, built, { ...plain, ledger: accepted }),
        ).toEqual({ fresh: [], gone: [], lost: [] });
        const text = formatLedger(accepted);
        expect(parseLedger(sourceText("l", text))).toMatchObject({
          ledger: accepted,
        });
      }),
    );
  });

  test("never drops what an earlier one held", () => {
    fc.assert(
      fc.property(sites, sites, (one, two) => {
        const first = acceptLedger(plain, one, [], "first");
        const left = [...one].flatMap(([page, addresses]) => {
          const now = two.get(page);
          const ids = addresses.filter(
            ({ id }) => !now?.some((other) => other.id === id),
          );
          return [
            ...(now ? [] : [{ page, id: undefined, to: [], said: "" }]),
            ...ids.map(({ id }) => ({ page, id, to: [], said: "" })),
          ];
        });
        const record = { ...plain, ledger: first };
        const second: Ledger = acceptLedger(record, two, left, "second");
        for (const [page, addresses] of one) {
          const line = second.pages.find((entry) => entry.page === page)!;
          expect(line.since).toBe("first");
          for (const { id } of addresses)
            expect(idsOf(line).has(id) || id in (line.gone ?? {})).toBe(true);
        }
      }),
    );
  });

  test("is refused when any of its lines is missing, doubled or touched", () => {
    const text = formatLedger(ledger);
    const lines = text.split("\n").slice(0, -1);
    const broken = [
      ...lines.map((_, at) => lines.toSpliced(at, 1).join("\n") + "\n"),
      ...lines.map(
        (line, at) => lines.toSpliced(at, 0, line).join("\n") + "\n",
      ),
      text.replace("first", "other"),
      text.slice(0, -20),
      "",
      "\n",
    ];
    for (const one of broken)
      expect(parseLedger(sourceText("l", one)), one).toHaveProperty("message");
  });
});
