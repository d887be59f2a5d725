import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { didYouMean } from "../../src/model/did-you-mean.ts";

describe("what an author most likely meant", () => {
  test.each([
    ["a word with a letter left out", "berh-use", "berth-use"],
    ["a word with two letters changed", "berts-ude", "berth-use"],
    [
      "a long word with a wrong date",
      "base-rent-2007-10-12",
      "base-rent-2007-09-12",
    ],
    [
      "the only id that begins with the word",
      "tide-gazette",
      "tide-gazette-2007-10-05",
    ],
  ])("is found for %s", (_, word, meant) => {
    const ids = [
      "berth-use",
      "crane-use",
      "base-rent-2007-09-12",
      "tide-gazette-2007-10-05",
    ];
    expect(didYouMean(word, ids)).toBe(meant);
  });

  test("is the nearest when several are near", () => {
    expect(didYouMean("rents", ["rend", "rent", "tents-and-more"])).toBe(
      "rent",
    );
  });

  test.each([
    ["nothing is near", "dredging", ["berth-use", "base-rent"]],
    ["there is nothing to choose from", "rent", []],
    // Two changed letters of two would turn any word into any other.
    ["the word is too short to tell", "on", ["id"]],
    ["there is no word", "", ["id", "rent"]],
  ])("is not guessed when %s", (_, word, ids) => {
    expect(didYouMean(word, ids)).toBeUndefined();
  });

  test("is not a guess between two ids that begin with the word", () => {
    expect(
      didYouMean("tide-gazette", [
        "tide-gazette-2007-10-05",
        "tide-gazette-2008-01-01",
      ]),
    ).toBeUndefined();
  });

  test("is always one of the candidates, and the word itself when it is among them", () => {
    fc.assert(
      fc.property(fc.string(), fc.array(fc.string()), (word, ids) => {
        const meant = didYouMean(word, ids);
        if (meant !== undefined) expect(ids).toContain(meant);
        if (word !== "" && !ids.some((id) => id.startsWith(`${word}-`)))
          expect(didYouMean(word, [...ids, word])).toBe(word);
      }),
    );
  });
});
