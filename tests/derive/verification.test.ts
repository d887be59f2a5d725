import { describe, expect, test } from "vitest";
import { deriveCitation } from "../../src/derive/note.ts";
import { deriveSourcePage } from "../../src/derive/source-page.ts";
import { deriveCheck } from "../../src/derive/verification.ts";
import type { Verification } from "../../src/model/verification.ts";
import { makeRecord } from "./make-record.ts";

function recordWith(entry?: Omit<Verification, "id" | "checked">) {
  const verifications = entry
    ? [{ id: "paper", checked: "2024-02-03", ...entry }]
    : [];
  return makeRecord([], [], { verifications });
}

const beside = (
  entry?: Omit<Verification, "id" | "checked">,
  locator: string | undefined = "ten a year",
) => deriveCitation(recordWith(entry), { id: "paper", locator }).checked;

describe("beside a citation", () => {
  test("stands whether its own passage was found, and when", () => {
    const entry = {
      state: "page-changed" as const,
      found: ["ten a year"],
      missing: ["twelve"],
    };
    expect(beside(entry)).toBe("passage found 3 February 2024");
    expect(beside(entry, "twelve")).toBe("passage not found 3 February 2024");
    expect(beside({ ...entry, state: "only-in-archive" }, "twelve")).toBe(
      "passage only in an archived copy, 3 February 2024",
    );
  });

  test("stands nothing when nobody looked for the passage", () => {
    expect(beside()).toBeUndefined();
    expect(
      beside({ state: "passage-found", found: ["other words"] }),
    ).toBeUndefined();
    expect(beside({ state: "reached" })).toBeUndefined();
  });

  test.each([
    ["blocked", "our program was refused on 3 February 2024"],
    ["gone", "page gone on 3 February 2024"],
    ["unreachable", "page did not answer on 3 February 2024"],
  ] as const)("a state of %s is told as it is", (state, words) => {
    expect(beside({ state })).toBe(words);
  });
});

describe("on a source's page", () => {
  test("a refusal is no broken link, and the last good day stays", () => {
    const record = recordWith({
      state: "blocked",
      last_found: "2024-01-05",
    });
    expect(deriveCheck(record, "paper").words).toBe(
      "3 February 2024: the host refused our program; readers may still get in (all last found on 5 January 2024)",
    );
  });

  test("passages are counted, and the new address and the copy linked", () => {
    const record = recordWith({
      state: "only-in-archive",
      to: "https://press.example/b",
      copy: "https://archive.example/a",
      found: ["a"],
      missing: ["b"],
    });
    expect(deriveCheck(record, "paper")).toEqual({
      words:
        "3 February 2024: found only in an archived copy (passages: 1 of 2 found on the page)",
      links: [
        { href: "https://press.example/b", label: "new address" },
        { href: "https://archive.example/a", label: "archived copy" },
      ],
    });
  });

  test("it says when no program has looked yet, and is silent on what was not read itself", () => {
    const record = recordWith();
    const [paper] = record.sources;
    expect(deriveSourcePage(record, paper!).check?.words).toBe(
      "Passages not yet checked by a program",
    );
    const via = { ...paper!, access: "via" as const };
    expect(deriveSourcePage(record, via).check).toBeUndefined();
  });
});
