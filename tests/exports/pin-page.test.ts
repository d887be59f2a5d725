import { describe, expect, test } from "vitest";
import {
  snapClaim,
  snapRedline,
  snapTable,
} from "../../src/derive/snapshot.ts";
import { cellWords } from "../../src/derive/cell.ts";
import { deriveTable } from "../../src/derive/table.ts";
import { findFreshPin, findPinPath } from "../../src/exports/find-pin.ts";
import {
  formatPinPage,
  pinPath,
  renderPin,
} from "../../src/exports/pin-page.ts";
import {
  attribute,
  childrenOf,
  isElement,
  parsePage,
  textOf,
} from "../../src/html/tree.ts";
import type { Element, Node } from "../../src/html/tree.ts";
import { hashSnapshot } from "../../src/model/pin.ts";
import type { Snapshot } from "../../src/model/pin.ts";
import { makeRecord } from "../derive/make-record.ts";
import { loadChecked } from "../load-fixture.ts";

const HOSTILE = `"><script>alert(1)</script><img src=x onerror=y> ' & ]]> $& 😀 ‮אב‬ =HYPERLINK("x")`;

function all(node: Node): Element[] {
  const below = childrenOf(node).flatMap(all);
  return isElement(node) ? [node, ...below] : below;
}

const pinOf = (says: Snapshot) => ({
  pin: hashSnapshot(says),
  since: "2020-01-01-0123456789ab",
  says,
});
const render = (says: Snapshot) => renderPin(pinOf(says));

const record = makeRecord(
  ["2020-01-01", "2021-01-01"],
  [
    { id: "rent-2020", version: "2020-01-01", value: "ten" },
    {
      id: "rent-2021",
      version: "2021-01-01",
      value: HOSTILE,
      statement: HOSTILE,
      note: HOSTILE,
    },
  ],
);

describe("a pinned frame", () => {
  const [from, to] = record.timeline;
  const hostile: Snapshot = {
    is: "table",
    page: "/tables/rent/",
    title: HOSTILE,
    summary: HOSTILE,
    corner: HOSTILE,
    columns: [{ id: "a", label: HOSTILE, sublabel: HOSTILE }],
    rows: [
      {
        id: "r",
        label: HOSTILE,
        sublabel: HOSTILE,
        cells: [{ at: HOSTILE, words: HOSTILE, sources: [1] }],
      },
    ],
    sources: [HOSTILE],
  };

  test.each([
    ["table", hostile],
    ["redline", snapRedline(record, from!, to!)],
    ["claim", snapClaim(record, record.claims[1]!)],
  ])("shows hostile words of a %s as words", (_, says) => {
    const page = parsePage(`<main>${render(says)}</main>`);
    const elements = all(page);
    expect(textOf(page)).toContain(HOSTILE);
    expect(
      elements.filter(({ tagName }) => /^(?:script|img)$/.test(tagName)),
    ).toEqual([]);
    const names = new Set(
      elements.flatMap(({ attrs }) => attrs.map(({ name }) => name)),
    );
    expect([...names].filter((name) => /^(?:on|src)/.test(name))).toEqual([]);
    for (const link of elements.filter(({ tagName }) => tagName === "a"))
      expect(attribute(link, "href")).toMatch(/^#note-\d+$/);
  });

  test("stands in the surroundings of frames, and leads to what it says now", () => {
    const frame = `<head><title>In a frame</title><link rel="canonical" href="/"></head><body><main>How</main><a class="full" href="/">In a frame</a><small class="edition">Edition now.</small></body>`;
    const says: Snapshot = {
      is: "claim",
      page: "/claims/a/",
      title: "Ten",
      words: "Ten",
      statement: "It is ten.",
      dates: "",
      sources: ["Ledger, “Rent”, 2020"],
    };
    expect(
      formatPinPage(frame, pinOf(says), "https://pier.example"),
    ).toMatchInlineSnapshot(
      `"<head><title>Ten, as it stood in edition 2020-01-01-0123456789ab</title><link rel="canonical" href="https://pier.example/claims/a/"></head><body><main><header class="title"><h1>Ten</h1><p class="status">As it stood in edition 2020-01-01-0123456789ab</p></header><div class="body"><p class="lead">It is ten.</p></div><section class="notes"><h2>Sources</h2><ol><li id="note-1">Ledger, “Rent”, 2020</li></ol></section></main><a class="full" href="https://pier.example/claims/a/" target="_blank" rel="noopener">What it says now</a><small class="edition">CC BY 4.0.</small></body>"`,
    );
  });
});

describe.each(["content", "tests/fixtures/minimal"])(
  "the snapshots of %s",
  (folder) => {
    const whole = loadChecked(folder);

    test("hold the words of every cell of every table", () => {
      for (const spec of whole.tables) {
        const table = deriveTable(whole, spec);
        const page = parsePage(render(snapTable(whole, spec)));
        const found = all(page)
          .filter(({ tagName }) => tagName === "td")
          .map((cell) => [
            attribute(cell, "id"),
            textOf(childrenOf(childrenOf(cell)[0]!)[0]!),
          ]);
        expect(found).toEqual(
          table.rows.flatMap(({ cells }) =>
            cells.map((cell) => [cell.id, cellWords(cell)]),
          ),
        );
      }
    });

    test("are named in the address of their frame", () => {
      const [claim] = whole.claims;
      expect(findPinPath(whole, `/claims/${claim!.id}/`)).toBe(
        `/embed/claims/${claim!.id}/${hashSnapshot(snapClaim(whole, claim!))}/`,
      );
      expect(findPinPath(whole, "/")).toBeUndefined();
    });

    test("are pinned anew only where no accepted edition says the same", () => {
      const path = `/claims/${whole.claims[0]!.id}/`;
      const fresh = { ...whole, pins: [] };
      const pin = findFreshPin(fresh, path)!;
      expect(pinPath(pin)).toBe(findPinPath(whole, path));
      expect(findFreshPin({ ...whole, pins: [pin] }, path)).toBeUndefined();
      expect(findFreshPin(fresh, "/")).toBeUndefined();
    });
  },
);
