import { z } from "zod";
import { deriveChanges } from "../../derive/changes.ts";
import { oncePerRecord } from "../../derive/once.ts";
import { change } from "../../model/change.ts";
import { defineNoun } from "./noun.ts";
import {
  dateShape,
  idShape,
  idsShape,
  makeDate,
  makeRuns,
  runsShape,
} from "./parts.ts";

const changesById = oncePerRecord(
  (record) => new Map(deriveChanges(record).map((entry) => [entry.id, entry])),
);

export const changeJson = defineNoun({
  name: "changes",
  folder: "changes",
  one: "change",
  about:
    "One entry of the record's own history: what was added, corrected or withdrawn, and why.",
  entry: {
    date: dateShape,
    reason: change.shape.reason,
    summary: z.string(),
    claim_ids: idsShape,
    withdrawn_claim_ids: idsShape,
  },
  makeEntry: (item) => ({
    date: makeDate(item.date),
    reason: item.reason,
    summary: item.summary,
    claim_ids: item.claims,
    withdrawn_claim_ids: item.withdraws ?? [],
  }),
  derived: {
    reason_words: z.string(),
    topic_ids: idsShape,
    claims: z
      .array(
        z.strictObject({
          claim_id: idShape,
          about: z.string(),
          kind: z.enum(["added", "changed", "withdrawn", "named"]),
          words: z.string(),
          steps: z.array(
            z.strictObject({ redline: runsShape, sentence: z.string() }),
          ),
        }),
      )
      .describe("What it did to each claim it names."),
  },
  derive: (item, { record }) => {
    const { reason, topics, claims } = changesById(record).get(item.id)!;
    return {
      reason_words: reason.word,
      topic_ids: topics,
      claims: claims.map(({ id, about, kind, word, steps }) => ({
        claim_id: id,
        about,
        kind,
        words: word,
        steps: steps.map(({ redline, sentence }) => ({
          redline: makeRuns(redline),
          sentence,
        })),
      })),
    };
  },
});
