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

test("keeps a beginning and an end of two words or more, and strikes all between as one", () => {
  const spell = (before: string, after: string) =>
    deriveRedlineWords(before, after)
      .map(({ kind, text }) =>
        kind === "same" ? text : kind === "removed" ? `[${text}]` : `{${text}}`,
      )
      .join("");
  expect(
    spell(
      "No single end: June, July or later, by case",
      "No single end: rent in May, heat in April",
    ),
  ).toBe(
    "No single end: [June, July or later, by case]{rent in May, heat in April}",
  );
  expect(
    spell("Right to the north pier", "A first refusal of the north pier"),
  ).toBe("[Right to ]{A first refusal of }the north pier");
  expect(spell("The tenant pays", "The owner may ask")).toBe(
    "[The tenant pays]{The owner may ask}",
  );
});
