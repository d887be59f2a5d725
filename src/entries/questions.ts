import type { z } from "zod";
import { id, text } from "../model/id.ts";
import type { AgreementRecord } from "../model/index.ts";
import { compareDates, partialDate } from "../model/partial-date.ts";
import type { Answers, Question } from "./question.ts";

type Ask = Pick<Question, "when" | "fallback" | "judge" | "meanings">;
type Allowed = NonNullable<Question["allowed"]>;
type Propose = (record: AgreementRecord, answers: Answers) => string;

/** Left out is an answer too. */
export const orNone = (): string => "";

export function askText(key: string, words: string, ask: Ask = {}): Question {
  return { key, words, schema: text, ...ask };
}

export function askDate(key: string, words: string, ask: Ask = {}): Question {
  return { key, words, schema: partialDate, ...ask };
}

/** A choice among the values of a schema. */
export function askEnum(
  key: string,
  words: string,
  schema: z.ZodEnum,
  ask: Ask = {},
): Question {
  const values = schema.options.map(String);
  return { key, words, allowed: () => values, ...ask };
}

/** A choice among ids of the record. */
export function askId(
  key: string,
  words: string,
  allowed: Allowed,
  ask: Ask & { many?: boolean } = {},
): Question {
  return { key, words, allowed, ...ask };
}

/** The entry's own id: its address for ever. */
export function askOwnId(
  propose: Propose,
  ask: { schema?: z.ZodType<string> } & Ask = {},
): Question {
  return {
    key: "id",
    words: "its id, an address for ever",
    schema: id,
    fallback: propose,
    ...ask,
  };
}

export const partyIds: Allowed = (record) =>
  record.parties.map((party) => party.id);

export const topicIds: Allowed = (record) =>
  record.topics.map((topic) => topic.id);

/** Sources, the newest first. */
export const sourceIds: Allowed = (record) =>
  [...record.sources]
    .sort((a, b) => compareDates(b.published, a.published))
    .map((source) => source.id);

/** Claims: those of the term first, then the newest first. */
export const claimIds: Allowed = (record, { term }) =>
  [...record.claims]
    .sort(
      (a, b) =>
        Number(b.term === term) - Number(a.term === term) ||
        compareDates(b.valid_from, a.valid_from),
    )
    .map((claim) => claim.id);
