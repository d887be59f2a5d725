import { z } from "zod";
import { defineNoun, NOTHING_DERIVED } from "./noun.ts";
import { dateShape, idShape, idsShape, makeDateOrNull } from "./parts.ts";

export const topicJson = defineNoun({
  name: "topics",
  folder: "topics",
  one: "topic",
  about: "A field of the agreement that has an explainer of its own.",
  entry: {
    title: z.string(),
    short: z.string().nullable().describe("A word or two in its place."),
    question: z.string(),
    summary: z.string(),
  },
  makeEntry: ({ title, short, question, summary }) => ({
    title,
    short: short ?? null,
    question,
    summary,
  }),
  ...NOTHING_DERIVED,
});

export const partyJson = defineNoun({
  name: "parties",
  folder: "parties",
  one: "party",
  about: "A company, foundation or authority named in the record.",
  entry: {
    name: z.string(),
    kind: z.string().describe("In the record's own words."),
    note: z.string().nullable(),
  },
  makeEntry: ({ name, kind, note }) => ({ name, kind, note: note ?? null }),
  ...NOTHING_DERIVED,
});

export const impactJson = defineNoun({
  name: "impacts",
  folder: "impacts",
  one: "impact",
  about:
    "What the change in one topic means for one audience: our reading, resting on named claims.",
  entry: {
    topic_id: idShape,
    audience_id: idShape.describe("One of `audiences` in the whole record."),
    value: z.string(),
    reading: z.string(),
    claim_ids: idsShape,
  },
  makeEntry: ({ topic, audience, value, reading, claims }) => ({
    topic_id: topic,
    audience_id: audience,
    value,
    reading,
    claim_ids: claims,
  }),
  ...NOTHING_DERIVED,
});

export const glossaryJson = defineNoun({
  name: "glossary",
  folder: "glossary",
  one: "glossary entry",
  about: "What a word means here, and the terms it bears on.",
  entry: { word: z.string(), meaning: z.string(), see_term_ids: idsShape },
  makeEntry: ({ term, meaning, see }) => ({
    word: term,
    meaning,
    see_term_ids: see,
  }),
  ...NOTHING_DERIVED,
});

export const openQuestionJson = defineNoun({
  name: "openQuestions",
  folder: "open-questions",
  one: "open question",
  about: "Something nobody outside knows, and what would settle it.",
  entry: {
    question: z.string(),
    why_it_matters: z.string(),
    best_evidence: z.string(),
    would_settle_it: z.string(),
    term_ids: idsShape,
    review_by: dateShape.nullable(),
  },
  makeEntry: (item) => ({
    question: item.question,
    why_it_matters: item.why_it_matters,
    best_evidence: item.best_evidence,
    would_settle_it: item.would_settle_it,
    term_ids: item.terms,
    review_by: makeDateOrNull(item.review_by),
  }),
  ...NOTHING_DERIVED,
});
