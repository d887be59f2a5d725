import { describe, expect, test } from "vitest";
import {
  deriveFigures,
  deriveRemainder,
} from "../../src/derive/record-figures.ts";
import { deriveReviews } from "../../src/derive/reviews.ts";
import type { Verification } from "../../src/model/verification.ts";
import { makeRecord } from "./make-record.ts";

const visit = (id: string, checked: string): Verification => ({
  id,
  checked,
  state: "reached",
});

/** A record of 1 January 2024 about three claims, of which one names a passage. */
function make(rest = {}) {
  return makeRecord(
    ["2020-01-01"],
    [
      {
        id: "named",
        sources: [{ id: "paper", locator: "twelve a month" }],
        review_by: "2024-01-01",
      },
      { id: "unnamed", review_by: "2024" },
      { id: "wrong", review_by: "2021" },
    ],
    {
      openQuestions: [
        {
          id: "who",
          question: "Who pays?",
          why_it_matters: "It is paid.",
          best_evidence: "None.",
          would_settle_it: "A receipt.",
          terms: [],
          review_by: "2023-11",
        },
      ],
      changes: [
        {
          id: "misread",
          date: "2023-06-01",
          reason: "we-corrected",
          summary: "It was misread.",
          claims: [],
          withdraws: ["wrong"],
        },
      ],
      ...rest,
    },
  );
}

describe("reviews", () => {
  test("are due once the whole of their date has come, the oldest first", () => {
    const { due, ahead } = deriveReviews(make());
    expect(due.map(({ kind, href }) => `${kind} ${href}`)).toEqual([
      "Open question /open-questions/#who",
      "Claim /claims/named/",
    ]);
    // The year is not over, and what was withdrawn needs no second look.
    expect(ahead.map(({ href }) => href)).toEqual(["/claims/unnamed/"]);
  });
});

describe("the record in numbers", () => {
  const shown = (record: ReturnType<typeof make>) =>
    deriveFigures(record, 7)
      .map(({ title, value, href }) => `${title}: ${value} → ${href}`)
      .join("\n");

  test("counts, says its shares, and links to what it counts", () => {
    expect(shown(make())).toMatchInlineSnapshot(`
      "Claims: 3 → /claims/
      Sources: 1 → /sources/
      Sources read directly: 1 of 1 (100 %) → #read-through
      Claims with a passage: 1 of 3 (33 %) → #without-passage
      Oldest check of a source: none yet → /sources/
      Due for review: 2 → #due
      Open questions: 1 → /open-questions/
      Pages: 7 → /sitemap.xml"
    `);
    expect(deriveRemainder(make()).withoutPassage).toHaveLength(2);
  });

  test("tells the sources that claims cite from those that are only known", () => {
    const noteOf = (record: ReturnType<typeof make>) =>
      deriveFigures(record, 7).find(({ title }) => title === "Sources")!.note;
    const record = make();
    expect(noteOf(record)).toMatch(/, all of them cited by claims$/);
    const other = { ...record.sources[0]!, id: "uncited" };
    expect(noteOf({ ...record, sources: [...record.sources, other] })).toMatch(
      /, 1 of them cited by claims$/,
    );
  });

  test("names the source that was checked longest ago", () => {
    const record = make({
      verifications: [visit("paper", "2023-10-02"), visit("other", "2023-11")],
    });
    expect(shown(record)).toContain("2 October 2023 → /sources/paper/");
  });
});
