import { expect, test } from "vitest";
import {
  freeId,
  proposeClaimId,
  proposeSourceId,
  proposeStatementId,
  proposeVersionId,
  slug,
} from "../../src/entries/propose-id.ts";
import { loadMinimal } from "./load-minimal.ts";

const { record } = loadMinimal();

test("a slug keeps the words that mean something", () => {
  expect(slug("The quay's price of Øre, Ångström & Café")).toBe(
    "quays-price-re",
  );
  expect(slug("What it is")).toBe("what-it-is");
  expect(slug("…")).toBe("");
});

test("a source is called by its publisher, its date and its words", () => {
  const answers = { published: "2008-02-28", title: "The quay is shared" };
  // As the publisher's newest source begins, not as its name would.
  expect(
    proposeSourceId(record, { ...answers, publisher: "The Tide Gazette" }),
  ).toBe("tide-gazette-2008-02-28-quay-shared");
  expect(
    proposeSourceId(record, { ...answers, publisher: "A New Paper" }),
  ).toBe("new-paper-2008-02-28-quay-shared");
});

test("a source's id does not say its publisher twice", () => {
  const paper = { publisher: "The Tide Gazette", published: "2008-02-28" };
  expect(
    proposeSourceId(record, { ...paper, title: "Tide Gazette and port agree" }),
  ).toBe("tide-gazette-2008-02-28-port-agree");
  expect(proposeSourceId(record, { ...paper, title: "The Gazette" })).toBe(
    "tide-gazette-2008-02-28",
  );
});

test("a claim is called by its term and date, and by who says so where that is taken", () => {
  const rent = {
    term: "base-rent",
    valid_from: "2007-09-12",
    sources: "tide-gazette-2007-10-05",
  };
  expect(proposeClaimId(record, { ...rent, valid_from: "2008" })).toBe(
    "base-rent-2008",
  );
  expect(proposeClaimId(record, rent)).toBe(
    "base-rent-tide-gazette-2007-09-12",
  );
  expect(
    proposeClaimId(record, {
      valid_from: "2008",
      value: "A new crane was bought",
    }),
  ).toBe("new-crane-bought-2008");
});

test("a version is called by its date", () => {
  expect(proposeVersionId(record, { date: "2008-02-28" })).toBe("2008-02-28");
  expect(
    proposeVersionId(record, { date: "2007-09-12", title: "Side letter" }),
  ).toBe("2007-09-12-side-letter");
});

test("an article's statements are numbered in the form they have", () => {
  expect(
    proposeStatementId(record, { article: "tide-gazette-2007-10-05" }),
  ).toBe("tide-gazette-04");
  expect(
    proposeStatementId(record, {
      article: "new-paper-2008-02-28-quay",
      published: "2008-02-28",
    }),
  ).toBe("new-paper-2008-02-28-01");
});

test("an id that is taken gets a number", () => {
  expect(freeId(new Set(["a", "a-2"]), "a")).toBe("a-3");
  expect(freeId(new Set(["a"]), "a", "b")).toBe("b");
});
