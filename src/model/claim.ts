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

/**
 * How far a term binds one side to the other: to it alone, to it first, or not at all. Our reading of the text,
 * made for pictures; a term that is not about exclusivity has none.
 */
export const degree = z.enum(["exclusive", "preferential", "open"]);
export type Degree = z.infer<typeof degree>;

/** The atom of the record: a dated, sourced statement. With `term` and `version` it is the leading cell of that pair. */
export const claim = z.strictObject({
  id,
  term: id.optional(),
  version: id.optional(),
  parties: z.array(id),
  effect: effect.optional(),
  degree: degree.optional(),
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
  /** When an editor means to look at it again. */
  review_by: partialDate.optional(),
});
export type Claim = z.infer<typeof claim>;

/** True for leading claims that set a term's state; the others describe it or pass over it. */
export function setsState(claim: Claim): boolean {
  return (
    claim.effect === undefined ||
    claim.effect === "ends" ||
    claim.effect === "not-disclosed"
  );
}
