import { describe, expect, test } from "vitest";
import { headingId } from "../../src/model/headings.ts";

describe("the id of a heading", () => {
  test.each([
    ["Since when", "since-when"],
    ["§ 5, on “Fußnoten”", "-5-on-fußnoten"],
    ["`rent` & a_b", "rent--a_b"],
    ["½ of it, x² and ①", "-of-it-x-and-"],
    ["Année 2007 — what then?", "année-2007--what-then"],
    ["日本 語", "日本-語"],
  ])("is the one that the site gives it: %s", (words, id) => {
    expect(headingId(words, [])).toBe(id);
  });

  test("is numbered where the words stand there before", () => {
    expect(headingId("Rent", ["Rent", "Berths", "Rent"])).toBe("rent-2");
  });
});
