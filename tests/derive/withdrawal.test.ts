import { describe, expect, test } from "vitest";
import { cellWords } from "../../src/derive/cell.ts";
import { deriveClaimPage } from "../../src/derive/claim-page.ts";
import { deriveTermPage } from "../../src/derive/term-page.ts";
import { makeRecord } from "./make-record.ts";

describe("a claim that was withdrawn", () => {
  const record = makeRecord(
    ["2020-01-01"],
    [
      {
        id: "a",
        version: "2020-01-01",
        disputes: [{ id: "b", about: "ten or twelve" }],
      },
      { id: "b", disputes: [{ id: "a", about: "ten or twelve" }] },
      { id: "c" },
    ],
    {
      changes: [
        {
          id: "hearsay",
          date: "2021-02",
          reason: "we-corrected",
          summary: "The article had been taken back.",
          claims: [],
          withdraws: ["b"],
        },
      ],
    },
  );
  const page = deriveTermPage(record, record.terms[0]!);

  test("disputes nothing", () => {
    expect(cellWords(page.now)).toBe("a (since 1 January 2020)");
  });

  test("supports nothing", () => {
    expect(page.supporting.map(({ entry }) => entry.words)).toEqual(["c"]);
  });

  test("keeps its page, which says when and why", () => {
    const claim = deriveClaimPage(record, record.byId.claims.get("b")!, []);
    expect(claim.status).toEqual({
      kind: "historical",
      label: "Withdrawn",
      text: "in February 2021",
    });
    expect(claim.sentences[0]).toBe(
      "This was withdrawn in February 2021 and counts for nothing since: The article had been taken back.",
    );
  });
});
