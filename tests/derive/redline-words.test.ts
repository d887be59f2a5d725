import fc from "fast-check";
import { expect, test } from "vitest";
import { deriveRedlineWords } from "../../src/derive/redline-words.ts";
import type { Run } from "../../src/derive/redline-words.ts";

const without = (runs: Run[], kind: Run["kind"]) =>
  runs
    .filter((run) => run.kind !== kind)
    .map((run) => run.text)
    .join("");

const phrase = fc
  .array(
    fc.constantFrom(
      "the",
      "rent",
      "is",
      "ten",
      "twelve",
      "a",
      "month",
      ",",
      "É",
    ),
    { maxLength: 8 },
  )
  .map((words) => words.join(" "));

test("gives the old words without the added runs and the new words without the removed ones", () => {
  fc.assert(
    fc.property(phrase, phrase, (before, after) => {
      const runs = deriveRedlineWords(before, after);
      expect(without(runs, "added")).toBe(before);
      expect(without(runs, "removed")).toBe(after);
    }),
  );
});

test("strikes nothing where nothing changed", () => {
  fc.assert(
    fc.property(phrase, (words) => {
      expect(
        deriveRedlineWords(words, words).every((run) => run.kind === "same"),
      ).toBe(true);
    }),
  );
});

test("keeps shared words and replaces whole values that share little", () => {
  expect(
    deriveRedlineWords("Exclusive until June", "Exclusive until July").map(
      (run) => run.kind,
    ),
  ).toEqual(["same", "removed", "added"]);
  expect(deriveRedlineWords("Ten a month", "Free")).toEqual([
    { kind: "removed", text: "Ten a month" },
    { kind: "added", text: "Free" },
  ]);
});
