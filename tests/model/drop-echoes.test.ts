import { describe, expect, test } from "vitest";
import { copyMinimal, replaceIn, reportOn } from "./copy-minimal.ts";

const NIGHTS = "data/claims/nights.yaml";

/** The report on content with a ledger and other words in one file. */
function reportWith(words: string, others: string): string {
  const folder = copyMinimal("tests/fixtures/other-agreement");
  replaceIn(folder, NIGHTS, words, others);
  return reportOn(folder);
}

describe("an id that was mistyped in a published entry", () => {
  test("is told of as that, not as an entry that went elsewhere", () => {
    expect(reportWith("term: night-share", "term: nights-share"))
      .toMatchInlineSnapshot(`
      "content/data/claims/nights.yaml:3:9 Unexpected id \`nights-share\`, expected one from terms.yaml [known-id]
        3 |   term: nights-share
          |         ^^^^^^^^^^^^
        hint: did you mean \`night-share\`?
      1 problem in 1 file. Nothing was built."
    `);
  });

  test("is told of as a second one where another entry has it", () => {
    expect(reportWith("- id: night-share-1991-05", "- id: night-share-1988"))
      .toMatchInlineSnapshot(`
      "content/data/claims/nights.yaml:13:7 Unexpected second entry \`night-share-1988\`, expected unique ids [unique-id]
        13 | - id: night-share-1988
           |       ^^^^^^^^^^^^^^^^
        see: content/data/claims/nights.yaml:2:7 first used here
      content/explainers/start.mdx:9:42 Unexpected words \`Half of the nights\`, expected words of claim \`night-share-1988\` [known-embed]
        9 | It began as <Value of="night-share-1988" words="Half of the nights" historical /> for each, in the <Version id="1988">founding agreement</Version>.
          |                                          ^^^^^^^^^^^^^^^^^^^^^^^^^^
        hint: its value is "not-restated"
        see: content/data/claims/nights.yaml:18:14 its statement
      2 problems in 2 files. Nothing was built."
    `);
  });

  test("is shown where it stands, if it is the entry's own", () => {
    expect(
      reportWith("- id: night-share-1997-10-20", "- id: night-share-1997-10"),
    ).toContain(
      "content/data/claims/nights.yaml:35:3 Unexpected new claim `night-share-1997-10`",
    );
  });

  test("leaves what was published told of where no id is wrong", () => {
    const report = reportWith(
      "Each of the two houses has every other night.",
      "Each house has every other night.",
    );
    expect(report).toContain("[change-declared]");
  });
});
