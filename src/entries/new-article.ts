import { coverage, judgement, mistake } from "../model/coverage.ts";
import { id } from "../model/id.ts";
import type { AgreementRecord } from "../model/index.ts";
import { compareDates } from "../model/partial-date.ts";
import { entryLines, insertEntry } from "./edit.ts";
import type { Kind } from "./kind.ts";
import { placeByDate } from "./kind.ts";
import { SOURCE_QUESTIONS, sourceEdit } from "./new-source.ts";
import { proposeSourceId, proposeStatementId } from "./propose-id.ts";
import type { Answers, Question } from "./question.ts";
import {
  askDate,
  askEnum,
  askId,
  askOwnId,
  askText,
  claimIds,
  orNone,
} from "./questions.ts";
import { asIds, quote, spellFields, spellId } from "./spell.ts";

const isNew = (record: AgreementRecord, { article }: Answers) =>
  !record.byId.sources.has(article ?? "");

/** The questions on a source, for an article that is none yet. Its note would be the statement's. */
const ARTICLE_QUESTIONS: readonly Question[] = SOURCE_QUESTIONS.filter(
  ({ key }) => key !== "note",
).map((question) => ({
  ...question,
  when: (record, answers) =>
    isNew(record, answers) && (question.when?.(record, answers) ?? true),
}));

export const newArticle: Kind = {
  noun: "coverage",
  questions: [
    askId(
      "article",
      "the article as a source of the record; none where it is new",
      (record) =>
        [...record.sources]
          .sort((a, b) => compareDates(b.published, a.published))
          .map((source) => source.id),
      { fallback: orNone },
    ),
    ...ARTICLE_QUESTIONS,
    {
      key: "source_id",
      words: "the article's id among the sources",
      schema: id,
      when: isNew,
      fallback: proposeSourceId,
    },
    askText("statement", "one statement of it, in your own words"),
    askEnum("judged", "whether it is right", judgement),
    askId("claims", "the claims that decide it", claimIds, {
      many: true,
      fallback: orNone,
    }),
    askDate("true_until", "the first day on which it no longer held", {
      when: (_record, { judged }) => judged === "outdated",
    }),
    askEnum("mistake", "the main thing it got wrong on its day", mistake, {
      when: (_record, { judged }) =>
        judged !== "accurate" && judged !== "opinion",
      // What went out of date after the article was right on its day.
      fallback: (_record, { judged }) =>
        judged === "outdated" ? "" : undefined,
    }),
    askDate("true_from", "the first day on which it came true after all", {
      when: () => false,
      fallback: orNone,
    }),
    askText("verdict", "why, in one or two sentences"),
    askOwnId(
      (record, answers) =>
        proposeStatementId(record, {
          ...answers,
          article: answers["article"] || answers["source_id"],
        }),
      { schema: coverage.shape.id },
    ),
  ],
  edits(record, texts, answers) {
    const { article, source_id, verdict, claims } = answers;
    const own = article || source_id!;
    const published =
      record.byId.sources.get(own)?.published ?? answers["published"]!;
    const fields = spellFields(
      {
        ...answers,
        article: own,
        published,
        claims: claims || ",",
        note: verdict,
      },
      [
        ["id", spellId],
        ["article", spellId],
        ["published", quote],
        ["statement", quote],
        ["judged", spellId],
        ["mistake", spellId],
        ["true_until", quote],
        ["true_from", quote],
        ["claims", asIds],
        ["note", quote],
      ],
    );
    const path = "data/coverage.yaml";
    const edit = insertEntry(
      path,
      texts.get(path),
      entryLines(fields, []),
      placeByDate("published", published, ["article", own]),
      "Statements in published articles, judged against the claims.",
    );
    if (record.byId.sources.has(own)) return [edit];
    return [sourceEdit(texts, { ...answers, id: own, bare: "yes" }), edit];
  },
  next: (_record, { article, source_id }) => {
    const own = article || source_id;
    return [
      `See it at /was-it-true/${own}/. The article's next statement: npm run new -- article --article ${own}`,
    ];
  },
};
