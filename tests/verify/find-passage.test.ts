import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { holdsPassage, normaliseText } from "../../src/verify/find-passage.ts";

const holds = (text: string, locator: string) =>
  holdsPassage(normaliseText(text), locator);

describe("looking for a passage", () => {
  test("does not mind case, quotation marks, dashes, blanks and ligatures", () => {
    expect(
      holds("The “o\ufb03ce”\u00a0—\n the port’s", `"Office" - the port's`),
    ).toBe(true);
    expect(holds("the ba\u00adsin is the port's", "basin is the port’s")).toBe(
      true,
    );
  });

  test("wants whole words in their order", () => {
    expect(holds("nearer to 550 crowns", "nearer to 55")).toBe(false);
    expect(holds("to 55 nearer", "nearer to 55")).toBe(false);
  });

  test("minds currency and percent signs, which change an amount", () => {
    expect(holds("a rent of US$1 million", "$1 million")).toBe(true);
    expect(holds("a rent of €1 million", "$1 million")).toBe(false);
    expect(holds("20 crowns", "20% crowns")).toBe(false);
  });

  test("finds words of a script that writes without blanks", () => {
    expect(holds("港は新しい契約を結んだ", "新しい契約")).toBe(true);
  });

  test("finds no passage in a locator of signs alone", () => {
    expect(holds("anything … at all", "…")).toBe(false);
  });

  test("normalising twice is normalising once", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const once = normaliseText(text);
        expect(normaliseText(once)).toBe(once);
      }),
    );
  });

  test("finds any run of a text's own words in it", () => {
    const words = fc.array(fc.stringMatching(/^[a-zA-Zé0-9]{1,8}$/), {
      minLength: 1,
    });
    fc.assert(
      fc.property(words, fc.nat(), fc.nat(5), (list, from, length) => {
        const start = from % list.length;
        const locator = list.slice(start, start + length + 1).join(" ");
        expect(holds(list.join(" — "), locator)).toBe(true);
      }),
    );
  });
});
