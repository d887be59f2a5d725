import { z } from "zod";
import { termStatus } from "../../derive/status.ts";
import { deriveTermPage } from "../../derive/term-page.ts";
import { homeOf } from "../../model/item.ts";
import { cellShape, makeCellJson } from "./cells.ts";
import { defineNoun } from "./noun.ts";
import {
  addressShape,
  idShape,
  idsShape,
  makeRuns,
  runsShape,
  statusShape,
} from "./parts.ts";

export const termJson = defineNoun({
  name: "terms",
  folder: "terms",
  one: "term",
  about:
    "One thing that can be compared from version to version: a question a reader asks.",
  entry: {
    topic_id: idShape,
    title: z.string(),
    question: z.string(),
    why_it_matters: z.string(),
  },
  makeEntry: ({ topic, title, question, why_it_matters }) => ({
    topic_id: topic,
    title,
    question,
    why_it_matters,
  }),
  derived: {
    status: statusShape,
    answer: cellShape.describe("The answer on the record's day."),
    sentences: z
      .array(z.string())
      .describe("What holds, since when, and what held before."),
    history: z
      .array(
        z.strictObject({
          claim_id: idShape,
          version_id: idShape,
          effect: z.string().describe("What the claim does, in words."),
          words: z.string(),
          redline: runsShape.describe("Against the value before."),
          sentence: z.string().describe("Empty where the claim says it all."),
          compare_url: addressShape
            .nullable()
            .describe("The term in the redline from the version before."),
        }),
      )
      .describe("The versions that speak of it, newest first."),
    silent_version_ids: idsShape.describe(
      "Versions since the first that say nothing about it.",
    ),
    supporting_claim_ids: idsShape,
    disputes: z.array(
      z.strictObject({
        claim_ids: idsShape.length(2),
        about: z.string(),
      }),
    ),
  },
  derive: (item, site) => {
    const { record } = site;
    const page = deriveTermPage(record, item);
    const home = homeOf("terms", item)!;
    return {
      status: termStatus(record, page.now),
      answer: makeCellJson(site, page.now, home),
      sentences: page.lead,
      history: page.steps.map((step) => ({
        claim_id: step.claimId,
        version_id: step.version.id,
        effect: step.effect,
        words: step.entry.words,
        redline: makeRuns(step.redline),
        sentence: step.sentence,
        compare_url:
          step.redlineHref === undefined
            ? null
            : site.absolute(step.redlineHref),
      })),
      silent_version_ids: page.silent.map(({ id }) => id),
      supporting_claim_ids: page.supporting.map(({ entry }) =>
        entry.note.slice("claim:".length),
      ),
      disputes: page.disputes.map(({ claims, about }) => ({
        claim_ids: claims.map(({ id }) => id),
        about,
      })),
    };
  },
});
