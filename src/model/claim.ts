import { z } from "zod";
import { confidence, dateKind } from "./date-kind.ts";
import { id, text } from "./id.ts";
import { partialDate } from "./partial-date.ts";
import { sourceRefs } from "./source-ref.ts";

/**
 * What a leading claim does to its term. Left out, it sets the value.
 * `restates`: describes what already holds. `unchanged`: covered only by a general sentence that nothing changes.
 * `not-restated`: the version's list is silent, which proves neither survival nor repeal.
 */
export const effect = z.enum([
  "ends",
  "restates",
  "unchanged",
  "not-restated",
  "not-disclosed",
]);
export type Effect = z.infer<typeof effect>;

/** The atom of the record: a dated, sourced statement. With `term` and `version` it is the leading cell of that pair. */
export const claim = z.strictObject({
  id,
  term: id.optional(),
  version: id.optional(),
  parties: z.array(id),
  effect: effect.optional(),
  value: text.optional(),
  statement: text,
  valid_from: partialDate,
  valid_to: partialDate.optional(),
  date_kind: dateKind,
  confidence,
  sources: sourceRefs,
  supersedes: z.array(id).optional(),
  disputes: z.array(z.strictObject({ id, about: text })).optional(),
  note: text.optional(),
});
export type Claim = z.infer<typeof claim>;
