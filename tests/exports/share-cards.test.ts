import { describe, expect, test } from "vitest";
import {
  deriveShareCard,
  formatShareAlt,
  shareImagePath,
} from "../../src/exports/share-cards.ts";
import { listPages } from "../../src/exports/sitemap.ts";
import { loadChecked } from "../load-fixture.ts";

const record = loadChecked("tests/fixtures/minimal");
const card = (path: string) => deriveShareCard(record, path);

describe("share cards", () => {
  test("every page has one, with words and an address of its own", () => {
    const cards = listPages(record).map(card);
    const addresses = cards.map(({ path }) => shareImagePath(path));
    expect(new Set(addresses).size).toBe(cards.length);
    for (const { path, kicker, title, status } of cards) {
      expect(kicker, path).not.toBe("");
      expect(title, path).not.toBe("");
      expect(status, path).not.toBe("");
    }
  });

  test("lie below /share/ by the page's path", () => {
    expect(shareImagePath("/")).toBe("/share/index.png");
    expect(shareImagePath("/claims/")).toBe("/share/claims.png");
    expect(shareImagePath("/impact/users/")).toBe("/share/impact/users.png");
  });

  test("a term's shows its question, its last change and its status", () => {
    expect(card("/terms/base-rent/")).toMatchInlineSnapshot(`
      {
        "about": "",
        "kicker": "How much rent does Fennick pay?",
        "path": "/terms/base-rent/",
        "redline": [
          {
            "kind": "removed",
            "text": "A rent, amount not published",
          },
          {
            "kind": "added",
            "text": "40 crowns a metre",
          },
        ],
        "siteName": "Pier Four",
        "status": "Disputed as of 1 March 2008",
        "title": "Base rent",
      }
    `);
  });

  test("an explainer's says when its last change is not beyond doubt", () => {
    expect(card("/rent/")).toMatchObject({ about: "Base rent (disputed)" });
  });

  test("a source's names its publisher and day", () => {
    const source = record.sources[0]!;
    expect(card(`/sources/${source.id}/`)).toMatchObject({
      kicker: source.publisher,
      title: source.title,
      redline: [],
    });
  });

  test("a page that no noun knows is named by its path", () => {
    expect(card("/open-questions/").title).toBe("Open questions");
    expect(card("/compare/2007..2008-03/")).toMatchObject({
      kicker: "Compare",
      title: "2007 to March 2008",
    });
  });

  test("says in words what the picture shows", () => {
    expect(formatShareAlt(card("/terms/base-rent/"))).toMatchInlineSnapshot(
      `"How much rent does Fennick pay? Base rent. removed: A rent, amount not published; added: 40 crowns a metre. Disputed as of 1 March 2008."`,
    );
  });
});
