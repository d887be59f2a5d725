import { z } from "zod";
import { deriveStatement, pieceWords } from "../../derive/statement.ts";
import type { VerdictLabel } from "../../derive/verdict.ts";
import { judgement, mistake } from "../../model/coverage.ts";
import { defineNoun } from "./noun.ts";
import {
  dateShape,
  idShape,
  idsShape,
  makeDate,
  makeDateOrNull,
} from "./parts.ts";

const verdictShape = z
  .strictObject({
    verdict: judgement,
    mark: z.string(),
    meaning: z.string(),
  })
  .meta({ id: "Verdict", description: "A verdict as readers see it." });

function makeVerdict(label: VerdictLabel): z.infer<typeof verdictShape> {
  return { verdict: label.id, mark: label.mark, meaning: label.meaning };
}

export const statementJson = defineNoun({
  name: "coverage",
  folder: "coverage",
  one: "statement",
  about:
    "A sentence of a published article in our own words, judged, with the claims that decide it.",
  entry: {
    article_source_id: idShape,
    published: dateShape,
    statement: z.string(),
    judged: judgement.describe("The editor's word on the statement itself."),
    mistake: mistake.nullable().describe("The main thing it got wrong."),
    true_until: dateShape
      .nullable()
      .describe("The first day on which it no longer held."),
    true_from: dateShape
      .nullable()
      .describe("The first day on which it came to hold after all."),
    claim_ids: idsShape,
    note: z.string(),
  },
  makeEntry: (item) => ({
    article_source_id: item.article,
    published: makeDate(item.published),
    statement: item.statement,
    judged: item.judged,
    mistake: item.mistake ?? null,
    true_until: makeDateOrNull(item.true_until),
    true_from: makeDateOrNull(item.true_from),
    claim_ids: item.claims,
    note: item.note,
  }),
  derived: {
    on_its_day: verdictShape.describe("By what held on the article's day."),
    now: verdictShape.describe("By what holds on the record's day."),
    mistake_words: z.string().nullable(),
    turn: z
      .string()
      .nullable()
      .describe("When the verdict changed, and by what; null if it never did."),
    deciding: z.array(
      z.strictObject({
        claim_id: idShape,
        words: z.string(),
        times: z.string().describe("When it held, and could be known."),
        standing: z.string().describe("How it stood on the article's day."),
      }),
    ),
  },
  derive: (item, { record }) => {
    const { verdict, mistake, turn, claims } = deriveStatement(record, item);
    return {
      on_its_day: makeVerdict(verdict.day),
      now: makeVerdict(verdict.now),
      mistake_words: mistake ?? null,
      turn: turn.length > 0 ? pieceWords(turn) : null,
      deciding: claims.map(({ id, entry, times, standing }) => ({
        claim_id: id,
        words: entry.words,
        times,
        standing,
      })),
    };
  },
});
