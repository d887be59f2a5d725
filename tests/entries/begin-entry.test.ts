import { describe, expect, test } from "vitest";
import {
  beginEntry,
  judgeAnswer,
  nextQuestion,
} from "../../src/entries/begin-entry.ts";
import type { Begun } from "../../src/entries/begin-entry.ts";
import { KINDS } from "../../src/entries/kinds.ts";
import type { Answers } from "../../src/entries/question.ts";
import { checkFiles, formatReport } from "../../src/model/index.ts";
import type { Problem } from "../../src/model/index.ts";
import { loadMinimal } from "./load-minimal.ts";

const { files, record } = loadMinimal();

const QUAY = {
  title: "The quay is shared",
  publisher: "Saltmere Port",
  url: "https://saltmere-port.example/2008/quay",
  published: "2008-02-28",
  kind: "primary",
};

/** An entry from a few answers, with the default for every other question. */
function begin(word: string, given: Answers): Begun & { answers: Answers } {
  const kind = KINDS[word]!;
  const answers = { ...given };
  for (let open; (open = nextQuestion(kind, record, answers));) {
    const fallback = open.fallback?.(record, answers);
    if (fallback === undefined) throw new Error(`no answer to ${open.key}`);
    answers[open.key] = fallback;
  }
  return { ...beginEntry(kind, record, files, answers, []), answers };
}

const added = ({ edits }: Begun) =>
  edits.map(({ path, text }) => `${path}\n${text}`).join("\n");

function judge(word: string, key: string, answer: string) {
  const kind = KINDS[word]!;
  const question = kind.questions.find((one) => one.key === key)!;
  return judgeAnswer(kind, question, record, files, {}, answer);
}

describe("an entry from few answers", () => {
  test("is a valid claim that follows the one before it", () => {
    const begun = begin("claim", {
      term: "base-rent",
      version: "2008-02-20",
      value: '44 "crowns"',
      statement: "The report puts the rent at 44 crowns.",
      locator: "44 crowns",
    });
    expect(begun.problems).toEqual([]);
    expect(added(begun)).toMatchInlineSnapshot(`
      "data/claims/rent.yaml
      - id: base-rent-2008-02-20
        term: base-rent
        version: "2008-02-20"
        parties: [harbour-office]
        value: "44 \\"crowns\\""
        statement: "The report puts the rent at 44 crowns."
        valid_from: "2008-02-20"
        date_kind: reported
        confidence: primary
        sources:
          - {id: harbour-office-2008-02-20-report, locator: "44 crowns"}
        supersedes: [base-rent-2007-09-12]
        # valid_to: "2000-01-31"   # the first day on which it no longer held, where a source says so
        # note: "What readers should know about how it is known."
      "
    `);
  });

  test("of a document that was read directly says on which day", () => {
    const source = { ...QUAY, today: "2008-03-05" };
    expect(added(begin("source", source))).toMatchInlineSnapshot(`
      "data/sources.yaml
      - id: saltmere-2008-02-28-quay-shared
        title: "The quay is shared"
        publisher: "Saltmere Port"
        url: "https://saltmere-port.example/2008/quay"
        published: "2008-02-28"
        kind: primary
        access: direct
        read: "2008-03-05"
        # note: "What readers should know about it."
      "
    `);
    const through = { access: "via", via: "tide-gazette-2007-10-05" };
    expect(added(begin("source", { ...source, ...through }))).not.toContain(
      "read:",
    );
  });

  test("is valid in every kind", () => {
    const statement = {
      statement: "The pier is shut.",
      judged: "wrong",
      mistake: "unfounded",
      claims: "berth-use-2007-09-12",
      verdict: "Nobody says so.",
    };
    const begun = [
      begin("source", QUAY),
      begin("source", {
        ...QUAY,
        access: "via",
        via: "tide-gazette-2007-10-05",
      }),
      begin("version", {
        title: "Letter",
        kind: "clarification",
        date: "2008-02-28",
        summary: "A letter.",
      }),
      begin("term", {
        topic: "rent",
        title: "Deposit",
        question: "How much?",
        why_it_matters: "It binds money.",
      }),
      begin("explainer", {
        title: "Outlook",
        question: "What next?",
        description: "What may come.",
      }),
      begin("article", { ...QUAY, ...statement }),
      begin("article", { article: "tide-gazette-2007-10-05", ...statement }),
      begin("change", {
        summary: "The cranes were looked at again.",
        claims: "crane-use-2001-03",
      }),
      begin("claim", {
        topic: "rent",
        value: "A bell rang",
        statement: "It rang.",
        sources: "tide-gazette-2007-10-05",
        parties: "fennick",
      }),
    ];
    for (const { problems, answers } of begun)
      expect(problems.length > 0 && formatReport(problems), answers["id"]).toBe(
        false,
      );
    expect(begun.flatMap(({ edits }) => edits.map(({ path }) => path)))
      .toMatchInlineSnapshot(`
      [
        "data/sources.yaml",
        "data/sources.yaml",
        "data/versions.yaml",
        "data/terms.yaml",
        "explainers/outlook.mdx",
        "site.yaml",
        "data/sources.yaml",
        "data/coverage.yaml",
        "data/coverage.yaml",
        "data/changes.yaml",
        "data/claims/rent.yaml",
      ]
    `);
  });

  test("is told of by an entry of the record's history that waits", () => {
    const answers = {
      term: "base-rent",
      version: "2008-02-20",
      value: "44 crowns",
      statement: "The report puts the rent at 44 crowns.",
    };
    const { edits } = begin("claim", { ...answers, change: "report-read" });
    expect(edits[1]).toMatchObject({
      path: "data/changes.yaml",
      text: ", base-rent-2008-02-20",
    });
    const fresh = begin("claim", {
      ...answers,
      change: "rent-read",
      summary: "The rent was read.",
    });
    expect(fresh.edits[1]!.text).toMatchInlineSnapshot(`
      "- id: rent-read
        date: "2008-03-01"
        reason: world-changed
        summary: "The rent was read."
        claims: [base-rent-2008-02-20]
      "
    `);
  });

  test("goes where its topic's claims are, in a file of its own if there is none", () => {
    const texts = new Map(files.texts);
    texts.delete("data/claims/rent.yaml");
    const edits = KINDS["claim"]!.edits(record, texts, {
      id: "rent-2008",
      topic: "rent",
      valid_from: "2008",
    });
    expect(edits[0]).toMatchObject({ path: "data/claims/rent.yaml", at: 0 });
    expect(edits[0]!.text).toContain("# Claims on rent, oldest first.");
  });

  test("may be the page of a topic that has none, though the record is not whole without it", () => {
    const texts = new Map(files.texts);
    texts.delete("explainers/rent.mdx");
    const before: Problem[] = [];
    const { draft } = checkFiles({ ...files, texts }, before);
    expect(before.map(({ rule }) => rule)).toContain("topic-explainer");
    const answers = {
      topic: "rent",
      id: "rent",
      title: "Rent",
      question: "How much?",
      description: "The rent.",
    };
    const kind = KINDS["explainer"]!;
    expect(nextQuestion(kind, draft, answers)).toBeUndefined();
    const { edits, problems } = beginEntry(
      kind,
      draft,
      { ...files, texts },
      answers,
      before,
    );
    expect(problems).toEqual([]);
    expect(edits).toHaveLength(1);
    expect(edits[0]!.text).toMatchInlineSnapshot(`
      "---
      title: "Rent"
      question: "How much?"
      description: "The rent."
      topic: rent
      # Below: own words, and embeds for every date, amount and status. They are listed in CONTRIBUTING.md.
      ---

      This page speaks for <AsOf />.

      <Timeline topic="rent" />

      ## The terms

      - <Term id="base-rent">Base rent</Term>
      - <Term id="fee-share">Share of the landing fees</Term>
      "
    `);
  });

  test("names a term in a table where no table would show it", () => {
    const tables = [...files.texts].filter(
      ([path]) => !/tables\/(?:whole|before)/.test(path),
    );
    const texts = new Map(tables);
    const before: Problem[] = [];
    const { draft } = checkFiles({ ...files, texts }, before);
    const kind = KINDS["term"]!;
    const answers = {
      topic: "rent",
      title: "Deposit",
      question: "How much?",
      why_it_matters: "It binds money.",
      id: "deposit",
    };
    const asked = nextQuestion(kind, draft, answers);
    expect(asked?.allowed?.(draft, answers)).toEqual(["rent"]);
    const { edits, problems } = beginEntry(
      kind,
      draft,
      { ...files, texts },
      { ...answers, table: "rent" },
      before,
    );
    expect(problems).toEqual([]);
    expect(edits[1]).toMatchObject({
      path: "data/tables/rent.yaml",
      text: ", deposit",
    });
  });

  test("shows what it would break", () => {
    const { problems } = begin("claim", {
      term: "berth-use",
      version: "2007-09-12",
      value: "Shut",
      statement: "Shut.",
    });
    expect(problems.map(({ rule }) => rule)).toContain("one-leading-claim");
  });
});

describe("an answer", () => {
  test("is refused where the record does not hold it", () => {
    expect(judge("claim", "term", "berthuse")).toEqual({
      message:
        "Unexpected term `berthuse`, expected one of `berth-use`, `crane-use`, `dredging`, `base-rent`, `fee-share`",
      hint: "did you mean `berth-use`?",
    });
    // Part of an id finds it.
    expect(judge("claim", "sources", "gazette")?.message).toBe(
      "Unexpected sources `gazette`, expected one of `tide-gazette-2007-10-05`",
    );
    expect(judge("claim", "parties", "fennick, saltmere-port")).toBeUndefined();
    expect(judge("claim", "parties", "fennick, nobody")?.message).toContain(
      "Unexpected parties `nobody`",
    );
  });

  test("is refused where a rule of the check would refuse it", () => {
    expect(judge("source", "url", "http://saltmere-port.example/")).toEqual({
      message:
        "Unexpected address `http://saltmere-port.example/`, expected one that begins with https://, without a name or password",
    });
    const seven = "ships lie in turn at the pier";
    for (const kind of ["claim", "version"])
      expect(judge(kind, "locator", seven)).toEqual({
        message: "Unexpected locator of 7 words, expected at most 6",
        hint: 'locator: "ships lie in turn at the"',
      });
    expect(judge("claim", "value", "ø".repeat(61))).toEqual({
      message: "Unexpected cell text of 61 characters, expected at most 60",
      hint: "say the rest in `statement`",
    });
    expect(judge("claim", "locator", "")).toBeUndefined();
    expect(judge("claim", "value", "ø".repeat(60))).toBeUndefined();
    expect(judge("claim", "id", "Rent 2008")?.message).toBe(
      "Unexpected id `Rent 2008`, expected an id in kebab-case (a-z, 0-9, single hyphens)",
    );
  });

  test("is refused where it is empty, of another form, or an id in use", () => {
    expect(judge("claim", "statement", "")?.message).toBe(
      "Unexpected empty `statement`, expected the whole statement, in your own words",
    );
    expect(judge("claim", "term", "")).toBeUndefined();
    expect(judge("claim", "valid_from", "2008-13")?.message).toContain(
      "expected a real date",
    );
    expect(judge("source", "id", "tide-gazette-2007-10-05")).toEqual({
      message:
        "Unexpected id `tide-gazette-2007-10-05`, which is in use, expected a new one",
      hint: "it is content/data/sources.yaml:25",
    });
    expect(judge("explainer", "id", "rent")?.hint).toBe(
      "it is content/explainers/rent.mdx:1",
    );
    expect(judge("explainer", "id", "tables")?.hint).toBe(
      "it is the generated page /tables/",
    );
  });
});
