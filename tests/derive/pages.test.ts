import { describe, expect, test } from "vitest";
import { deriveClaimPage } from "../../src/derive/claim-page.ts";
import { deriveNotes, passageAddress } from "../../src/derive/note.ts";
import { deriveTermPage } from "../../src/derive/term-page.ts";
import { deriveVersionPage } from "../../src/derive/version-page.ts";
import { makeRecord } from "./make-record.ts";

const record = makeRecord(
  ["2020-01-01", "2021-01-01", "2022-01-01", "2023-01-01"],
  [
    { id: "a", version: "2020-01-01", value: "Ten" },
    { id: "b", version: "2021-01-01", value: "Twelve" },
    { id: "c", version: "2022-01-01", effect: "not-restated" },
  ],
);
const term = record.terms[0]!;

describe("a term's page", () => {
  const page = deriveTermPage(record, term);

  test("leads with what is last known, what came before, and what silence means", () => {
    expect(page.lead.join(" ")).toBe(
      "Last known, from 1 January 2021: Twelve. " +
        "The agreement of 1 January 2022 does not mention it; that proves neither survival nor repeal. " +
        "Before that, from 1 January 2020 until 1 January 2021: Ten.",
    );
  });

  test("tells its history newest first, each change as a sentence", () => {
    expect(page.steps.map((step) => step.sentence)).toEqual([
      "The agreement of 1 January 2022 does not mention it; whether it still holds was not disclosed.",
      "The earlier value held from 1 January 2020; this one replaced it on 1 January 2021.",
      "The first value in the record; it dates from 1 January 2020 and became public on 2 February 2020.",
    ]);
  });

  test("names the versions that are silent after it first appears", () => {
    expect(page.silent.map((version) => version.id)).toEqual(["2023-01-01"]);
  });
});

test("a version's page counts what it set and left unsaid", () => {
  expect(
    record.timeline.map(
      (version) => deriveVersionPage(record, version).summary,
    ),
  ).toEqual([
    "This document sets 1 term.",
    "This document sets 1 term.",
    "This document says nothing about 1 known before.",
    "This document says nothing about 1 known before.",
  ]);
});

test("a claim's page says until when it held and what followed", () => {
  expect(
    deriveClaimPage(record, record.byId.claims.get("a")!, []).sentences,
  ).toEqual([
    "This held from 1 January 2020 until 1 January 2021. Since then: Twelve.",
    "When did we first learn this? The first source in the record is by Press and dated 2 February 2020, 32 days after it began.",
  ]);
});

test("footnotes are numbered as the page needs them, one for each item", () => {
  const entry = (note: string) => ({
    note,
    sources: [{ id: "paper" }],
    href: undefined,
  });
  const notes = deriveNotes(record, [
    entry("claim:b"),
    entry("claim:a"),
    entry("claim:b"),
  ]);
  expect(notes.map((note) => [note.number, note.key])).toEqual([
    [1, "claim:b"],
    [2, "claim:a"],
  ]);
});

test("a passage is linked where a browser can go to it, its signs encoded", () => {
  expect(passageAddress("https://a.example/b", "pre-AGI terms, & more")).toBe(
    "https://a.example/b#:~:text=pre%2DAGI%20terms%2C%20%26%20more",
  );
  expect(passageAddress("https://a.example/b.pdf", "words")).toBeUndefined();
});
