import { describe, expect, test } from "vitest";
import {
  groupByMistake,
  listArticlePages,
} from "../../src/derive/article-page.ts";
import { deriveDecidingClaim } from "../../src/derive/deciding-claim.ts";
import { deriveStatement, pieceWords } from "../../src/derive/statement.ts";
import { deriveVerdict } from "../../src/derive/verdict.ts";
import type { Coverage } from "../../src/model/coverage.ts";
import type { Source } from "../../src/model/source.ts";
import { makeRecord } from "./make-record.ts";

const paper: Source = {
  id: "paper",
  title: "A paper",
  publisher: "Press",
  url: "https://press.example/paper",
  published: "2020-02-02",
  kind: "press",
  access: "direct",
};

function makeEntry(entry: Partial<Coverage>): Coverage {
  return {
    id: "said",
    article: "paper",
    published: "2020-06-01",
    statement: "The rent is ten.",
    judged: "accurate",
    claims: [],
    note: "A note.",
    ...entry,
  };
}

const record = makeRecord(
  ["2020-01-01", "2021-01-01"],
  [
    { id: "ten", version: "2020-01-01", value: "Ten" },
    { id: "twelve", version: "2021-01-01", value: "Twelve" },
    { id: "rumour", valid_from: "2019", confidence: "reported" },
  ],
  { sources: [paper, { ...paper, id: "other", published: "2022" }] },
);

function words(entry: Partial<Coverage>) {
  const { day, now } = deriveVerdict(record, makeEntry(entry));
  return `${day.id}, ${now.id}`;
}

describe("a verdict", () => {
  test("stays the editor's word where no date changes it", () => {
    expect(words({ judged: "imprecise" })).toBe("imprecise, imprecise");
  });

  test("was accurate on the day of what went out of date later", () => {
    const entry = { judged: "outdated", true_until: "2021-01-01" } as const;
    expect(words(entry)).toBe("accurate, outdated");
    expect(words({ ...entry, judged: "imprecise" })).toBe(
      "imprecise, outdated",
    );
  });

  test("is outdated on the day of what had ended before the article", () => {
    expect(words({ judged: "outdated", true_until: "2020-01-01" })).toBe(
      "outdated, outdated",
    );
    // The end is the first day on which it no longer held.
    expect(words({ judged: "outdated", true_until: "2020-06-01" })).toBe(
      "outdated, outdated",
    );
  });

  test("waits for the whole of a month that is all the record knows", () => {
    expect(words({ judged: "outdated", true_until: "2020-06" })).toBe(
      "accurate, outdated",
    );
  });

  test("becomes accurate when the statement came true", () => {
    expect(words({ judged: "wrong", true_from: "2021-01-01" })).toBe(
      "wrong, accurate",
    );
  });

  test("has not changed yet where the day is still to come", () => {
    expect(words({ judged: "accurate", true_until: "2030" })).toBe(
      "accurate, accurate",
    );
  });
});

describe("the sentence on a turn", () => {
  const turn = (entry: Partial<Coverage>) =>
    pieceWords(deriveStatement(record, makeEntry(entry)).turn);

  test("names the day, the version and the claim", () => {
    const entry = makeEntry({
      judged: "outdated",
      true_until: "2021-01-01",
      claims: ["ten", "twelve"],
    });
    expect(turn(entry)).toBe(
      "It went out of date on 1 January 2021, 214 days after it was published, with Version 2021-01-01: Twelve.",
    );
    expect(
      deriveStatement(record, entry).turn.flatMap(({ href }) => href ?? []),
    ).toEqual(["/versions/2021-01-01/", "/claims/twelve/"]);
  });

  test("names what ended where nothing began", () => {
    expect(
      turn({ judged: "outdated", true_until: "2021-01-01", claims: ["ten"] }),
    ).toContain("when this ended: Ten.");
  });

  test("says so when the statement was printed too late", () => {
    expect(
      turn({ judged: "outdated", true_until: "2020-01-01", claims: ["ten"] }),
    ).toMatch(
      /^It was already out of date on its day: it ended on 1 January 2020, 152 days before/,
    );
  });

  test("says so when the statement came true, and nothing where nothing turned", () => {
    expect(
      turn({ judged: "wrong", true_from: "2021-01-01", claims: ["twelve"] }),
    ).toMatch(/^It came true on 1 January 2021/);
    expect(turn({ judged: "wrong" })).toBe("");
  });
});

describe("a deciding claim", () => {
  const standing = (id: string, day: string) =>
    deriveDecidingClaim(record, id, day).standing;

  test("was in force, over, to come or not yet published on the article's day", () => {
    expect(standing("ten", "2020-06-01")).toBe("in force then");
    expect(standing("ten", "2021-01-01")).toBe("over by then");
    expect(standing("twelve", "2020-06-01")).toBe("came later");
    expect(standing("ten", "2020-01-15")).toBe("published later");
  });

  test("that only reports was known, not in force", () => {
    expect(standing("rumour", "2020-06-01")).toBe("known then");
  });

  test("of a day in an article's month is not called in force", () => {
    expect(standing("ten", "2020")).toBe("of the same year");
  });

  test("says when it held and since when it was known", () => {
    expect(deriveDecidingClaim(record, "ten", "2020-06-01").times).toBe(
      "held from 1 January 2020 to 1 January 2021, known since 2 February 2020",
    );
  });
});

describe("articles", () => {
  const judged = makeRecord([], [], {
    sources: ["a", "b", "c", "d"].map((id, index) => ({
      ...paper,
      id,
      published: `202${index}-01-01`,
    })),
    coverage: [
      makeEntry({ id: "a1", article: "a", judged: "wrong", mistake: "date" }),
      makeEntry({ id: "b1", article: "b" }),
      makeEntry({ id: "b2", article: "b", judged: "opinion" }),
      makeEntry({ id: "c1", article: "c", judged: "wrong", mistake: "amount" }),
      makeEntry({ id: "d1", article: "d", judged: "wrong", mistake: "amount" }),
    ],
  });
  const pages = listArticlePages(judged);

  test("come with most statements first, then the newest", () => {
    expect(pages.map(({ source }) => source.id)).toEqual(["b", "d", "c", "a"]);
  });

  test("say how many statements held and hold", () => {
    expect(pages.map(({ answer }) => answer).slice(0, 2)).toEqual([
      "Of 1 statement that can be judged, 1 was accurate on 1 January 2021; 1 is on 1 January 2024.",
      "The statement was wrong on 1 January 2023 and is still wrong on 1 January 2024.",
    ]);
  });

  test("of one statement stand by what it got wrong, the most frequent first", () => {
    expect(
      groupByMistake(judged, pages).map(({ id, articles }) => [
        id,
        articles.map(({ source }) => source.id),
      ]),
    ).toEqual([
      ["amount", ["c", "d"]],
      ["date", ["a"]],
    ]);
  });
});
