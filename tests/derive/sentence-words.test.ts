import { expect, test } from "vitest";
import { endSentence } from "../../src/derive/sentence-words.ts";

test.each([
  ["Ten a day", "Ten a day."],
  ["Who pays?", "Who pays?"],
  ["Called “the rent.”", "Called “the rent.”"],
  ["Paid (by the tenant)", "Paid (by the tenant)."],
])("“%s” as a sentence is “%s”", (words, sentence) => {
  expect(endSentence(words)).toBe(sentence);
});
