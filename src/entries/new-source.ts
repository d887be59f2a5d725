import type { AgreementRecord } from "../model/index.ts";
import { lastDay } from "../model/partial-date.ts";
import { source } from "../model/source.ts";
import { entryLines, insertEntry } from "./edit.ts";
import type { Edit } from "./edit.ts";
import { judgeUrl } from "./judge-by-rules.ts";
import type { Kind, Texts } from "./kind.ts";
import { placeByDate } from "./kind.ts";
import { proposeSourceId } from "./propose-id.ts";
import type { Answers, Question } from "./question.ts";
import {
  askDate,
  askEnum,
  askId,
  askOwnId,
  askText,
  orNone,
  sourceIds,
} from "./questions.ts";
import { asIds, quote, spellFields, spellId } from "./spell.ts";

const readThrough = (_record: AgreementRecord, { access }: Answers) =>
  access === "via";

/** What is asked about a document, its id aside. */
export const SOURCE_QUESTIONS: readonly Question[] = [
  askText("title", "the document's title"),
  askText("publisher", "who published it"),
  askText("url", "its address, https://…", { judge: judgeUrl }),
  askDate("published", "the day it came out"),
  askEnum("kind", "what kind of document it is", source.shape.kind),
  askEnum("access", "whether you read it yourself", source.shape.access, {
    fallback: () => "direct",
  }),
  {
    ...askId("via", "the sources it was read through", sourceIds, {
      when: readThrough,
      fallback: orNone,
    }),
    many: true,
  },
  askDate("read", "the day you read it", {
    when: (_record, { access }) => access === "direct",
    fallback: (record, { today }) => today ?? record.site.as_of,
  }),
  askText("note", "what readers should know about it, or the copy read", {
    when: (record, answers) => readThrough(record, answers) && !answers["via"],
    fallback: orNone,
  }),
];

/** Puts a source among the others of its day. */
export function sourceEdit(texts: Texts, answers: Answers): Edit {
  const fields = spellFields(answers, [
    ["id", spellId],
    ["title", quote],
    ["publisher", quote],
    ["url", quote],
    ["published", quote],
    ["kind", spellId],
    ["access", spellId],
    ["via", asIds],
    ["read", quote],
    ["note", quote],
  ]);
  const comments = answers["note"]
    ? []
    : ['note: "What readers should know about it."'];
  const path = "data/sources.yaml";
  return insertEntry(
    path,
    texts.get(path),
    entryLines(fields, answers["bare"] ? [] : comments),
    placeByDate("published", answers["published"]!),
    "Sources by date of publication.",
  );
}

/** The reminder that the record does not yet speak for a day. */
export function remindAsOf(record: AgreementRecord, date: string): string[] {
  return lastDay(date) > record.site.as_of
    ? [
        `The record speaks for ${record.site.as_of}: set \`as_of\` in site.yaml to the day you have read up to.`,
      ]
    : [];
}

export const newSource: Kind = {
  noun: "sources",
  questions: [...SOURCE_QUESTIONS, askOwnId(proposeSourceId)],
  edits: (_record, texts, answers) => [sourceEdit(texts, answers)],
  next: (record, { id, published }) => [
    `Let something rest on it: npm run new -- version --sources ${id}, or npm run new -- claim --sources ${id}`,
    `Once a claim names a passage: npm run verify-sources -- --only ${id}`,
    ...remindAsOf(record, published!),
  ],
};
