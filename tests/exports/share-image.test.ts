import { Resvg } from "@resvg/resvg-js";
import { describe, expect, test } from "vitest";
import { loadDrawingKit } from "../../scripts/share-fonts.ts";
import { setText } from "../../src/exports/set-text.ts";
import { deriveShareCard } from "../../src/exports/share-cards.ts";
import type { ShareCard } from "../../src/exports/share-cards.ts";
import { formatShareImage } from "../../src/exports/share-image.ts";
import { readColours } from "../../src/exports/theme-colours.ts";
import { loadChecked } from "../load-fixture.ts";

const kit = loadDrawingKit();
const { fonts, colours } = kit;
/** Each colour by its name, so that a new shade changes no golden. */
const named = { ...colours };
for (const name of Object.keys(named) as (keyof typeof named)[])
  named[name] = name;
const record = loadChecked("tests/fixtures/minimal");
const box = {
  width: 1000,
  height: 300,
  largest: 90,
  smallest: 30,
  leading: 1.2,
  maxLines: 4,
};

const HOSTILE = {
  "200 characters": "How it came about that ".repeat(9).slice(0, 200),
  "a word without blanks": "Vertragsänderungsgesetz".repeat(9),
  Chinese: "泊位租约如何改变,以及今天什么仍然有效。".repeat(10),
  Hebrew: "כיצד השתנה החוזה על Pier Four מאז? ".repeat(6),
  Arabic: "كيف تغير عقد إيجار المرفأ ".repeat(8),
  "marks and emoji": "e\u0301\u0327\u20dd 🏴‍☠️👩‍👩‍👧 ".repeat(20),
  "controls and lone surrogates": "a\u0000\u202e\ud800b\ufffe <&\"'> ]]>",
  "nothing at all": "",
};

const words = (text: string, size = box) =>
  setText([{ kind: "same", text }], fonts.title, size);

describe("setting text", () => {
  test.each(Object.entries(HOSTILE))("keeps %s in its box", (_, text) => {
    const set = setText(
      [
        { kind: "removed", text },
        { kind: "added", text },
      ],
      fonts.words,
      box,
    );
    expect(set.lines.length).toBeLessThanOrEqual(box.maxLines);
    expect(set.lines.length * set.size * box.leading).toBeLessThanOrEqual(
      box.height,
    );
    for (const word of set.lines.flat()) {
      expect(word.x).toBeGreaterThanOrEqual(-0.01);
      expect(word.x + word.width).toBeLessThanOrEqual(box.width + 0.01);
    }
  });

  test("takes the largest size at which all words fit", () => {
    expect(words("Rent").size).toBe(90);
    expect(words("Rent and the use of berths ".repeat(4)).size).toBeLessThan(
      80,
    );
  });

  test("ends in an ellipsis what is too long at the smallest size", () => {
    const set = words(HOSTILE.Chinese + HOSTILE["200 characters"].repeat(3));
    expect(set.size).toBe(30);
    expect(set.lines.at(-1)?.at(-1)?.text).toBe("…");
    expect(
      words("Rent")
        .lines.flat()
        .map(({ text }) => text),
    ).toEqual(["Rent"]);
  });

  test("begins right-to-left text at the right and keeps the order of words in it", () => {
    const [line = []] = words("חוזה Pier Four").lines;
    const at = Object.fromEntries(line.map(({ text, x }) => [text, x]));
    expect(at["חוזה"]).toBeGreaterThan(at["Four"]!);
    expect(at["Four"]).toBeGreaterThan(at["Pier"]!);
  });

  test("never measures a word as narrower than it is drawn", () => {
    for (const text of ["Exclusive", "AVATAR", "Åland’s", "$38 billion", "ﬁ"]) {
      const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="4000" height="300"><text x="100" y="150" font-family="Share Title" font-size="100">${text}</text></svg>`;
      const font = { loadSystemFonts: false, fontFiles: kit.files };
      const drawn = new Resvg(svg, { font }).getBBox()?.width ?? Infinity;
      const [line = []] = words(text, {
        ...box,
        width: 4000,
        largest: 100,
        smallest: 100,
      }).lines;
      const end = line.at(-1)!;
      expect(end.x + end.width, text).toBeGreaterThan(drawn - 4);
      expect(end.x + end.width, text).toBeLessThan(drawn * 1.12 + 12);
    }
  });
});

describe("a share image", () => {
  test.each([
    ["/terms/base-rent/", "share-term"],
    ["/glossary/", "share-index"],
  ])("of %s is drawn as its golden", async (path, golden) => {
    const svg = formatShareImage(deriveShareCard(record, path), fonts, named);
    await expect(svg).toMatchFileSnapshot(`golden/${golden}.svg`);
  });

  test.each(Object.entries(HOSTILE))("holds %s everywhere", (_, text) => {
    const card: ShareCard = {
      path: "/",
      kicker: text,
      title: text,
      about: text,
      redline: [
        { kind: "removed", text },
        { kind: "added", text },
      ],
      status: text,
      siteName: text,
    };
    const svg = formatShareImage(card, fonts, colours);
    const font = { loadSystemFonts: false, fontFiles: kit.files };
    const { width, height } = new Resvg(svg, { font });
    expect([width, height]).toEqual([1200, 630]);
    for (const [, x, w] of svg.matchAll(
      /<rect x="([-\d.]+)"[^>]*? width="([\d.]+)"/g,
    ))
      expect(Number(x) + Number(w)).toBeLessThanOrEqual(1200);
  });

  test("shows something of both wordings when the old one is very long", () => {
    const card = deriveShareCard(record, "/terms/base-rent/");
    const redline: ShareCard["redline"] = [
      { kind: "removed", text: HOSTILE["200 characters"].repeat(4) },
      { kind: "added", text: "Afterwards" },
    ];
    expect(formatShareImage({ ...card, redline }, fonts, colours)).toContain(
      ">Afterwards<",
    );
  });
});

test("colours are those of the light theme, however the token is written", () => {
  const names = Object.keys(colours);
  const plain = names.map((name) => `--${name}: #ABCDEF;`).join("\n");
  const paired = names.map(
    (name) => `--${name}: light-dark(#abcdef, #111111);`,
  );
  expect(readColours(plain)).toEqual(readColours(paired.join("\n")));
  expect(() => readColours("--paper: #fff;")).toThrow(
    "tokens.css gives --paper no colour as #rrggbb",
  );
});
