import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { loadRecord } from "../../src/model/index.ts";
import { copyMinimal } from "./copy-minimal.ts";

/** The words of one more paragraph of an explainer that the two rules find unbound. */
function findIn(paragraph: string): string[] {
  const folder = copyMinimal();
  const file = join(folder, "explainers/rent.mdx");
  writeFileSync(file, `${readFileSync(file, "utf8")}\n${paragraph}\n`);
  return loadRecord(folder, "content").problems.flatMap(({ rule, message }) => {
    const [, words = ""] = /^Unexpected `(.*)` in prose/su.exec(message) ?? [];
    return rule.startsWith("bound-") ? [words] : [`${rule}: ${message}`];
  });
}

describe("a fact in prose", () => {
  test.each([
    ["It ended on 27 April.", ["27 April"]],
    ["It ended on the 1st of May, or on April 3.", ["1st of May", "April 3"]],
    ["From 12 March 2006 on.", ["12 March 2006"]],
    ["It cost USD 13bn.", ["USD 13bn"]],
    ["It cost €4.5 bn, then £9m.", ["€4.5 bn", "£9m"]],
    ["It cost 13bn, or 20 EUR.", ["13bn", "20 EUR"]],
    ["They hold twenty-seven percent.", ["twenty-seven percent"]],
    ["One hundred and five million.", ["One hundred and five million"]],
    ["It cost a billion.", ["a billion"]],
    ["They get a fifth of the fees.", ["a fifth"]],
    ["A third to us, one tenth, no more.", ["A third", "one tenth"]],
    ["Two-thirds, or half of it.", ["Two-thirds", "half"]],
    ["It was three quarters of it.", ["three quarters"]],
  ])("is found: %s", (sentence, words) => {
    expect(findIn(sentence)).toEqual(words);
  });

  test.each([
    "A third ship came, and a third party with a fifth anchor.",
    "Within a quarter, at a quarter to noon, half an hour late.",
    "The basin is 9 m deep; two ships or twenty may lie there.",
    "They may come in May, or march in March.",
    "A percentage was never told, nor were the millions.",
    "Pier 4 has 12 bollards.",
  ])("is not seen in: %s", (sentence) => {
    expect(findIn(sentence)).toEqual([]);
  });
});

describe("a status in prose", () => {
  test.each([
    ["Fennick pays by the metre.", ["Fennick pays"]],
    ["Fennick pays *a lot*.", ["Fennick pays"]],
    ["Fennick remains free to sell.", ["Fennick remains"]],
    ["Fennick Stores keeps the crane.", ["Fennick Stores keeps"]],
    ["Saltmere Port has to dredge.", ["Saltmere Port has to"]],
    ["Saltmere Port cannot let it.", ["Saltmere Port cannot"]],
    ["Since then Fennick is free to leave.", ["Fennick is free to"]],
    // A product, and a channel.
    ["A Cold room is still exclusive.", ["Cold room is still exclusive"]],
    ["The port's own desk must close.", ["The port's own desk must"]],
  ])("is found: %s", (sentence, words) => {
    expect(findIn(sentence)).toEqual(words);
  });

  test.each([
    'Fennick pays <Value of="base-rent-2007-09-12" words="40 crowns a year" /> a metre.',
    'Fennick pays the port <Value of="base-rent-2007-09-12" words="40 crowns a year" />.',
    '<Claim id="base-rent-2007-09-12">Fennick pays by the metre</Claim>.',
    "Fennick paid, can wait, and sells fish.",
    "What Fennick thinks of it has to be asked.",
    "Whoever remains pays.",
  ])("is not seen in: %s", (sentence) => {
    expect(findIn(sentence)).toEqual([]);
  });
});
