import { z } from "zod";
import { defineNoun, NOTHING_DERIVED } from "./noun.ts";
import { idShape, idsShape } from "./parts.ts";
import { idsInEmbeds } from "./references.ts";

export const explainerJson = defineNoun({
  name: "explainers",
  folder: "explainers",
  one: "explainer",
  about: "A page written by hand: its head, and what it takes its facts from.",
  entry: {
    title: z.string(),
    question: z.string(),
    description: z.string(),
    topic_id: idShape.nullable(),
    language: z.string().describe("A tag, such as `en` (BCP 47)."),
    words: z.int().describe("How many words the prose has."),
    claim_ids: idsShape,
    table_ids: idsShape,
    source_ids: idsShape,
  },
  makeEntry: (item, { record }) => ({
    title: item.title,
    question: item.question,
    description: item.description,
    topic_id: item.topic ?? null,
    language: item.language ?? record.site.language,
    words: item.words,
    claim_ids: idsInEmbeds(item, "claims"),
    table_ids: idsInEmbeds(item, "tables"),
    source_ids: idsInEmbeds(item, "sources"),
  }),
  ...NOTHING_DERIVED,
});
