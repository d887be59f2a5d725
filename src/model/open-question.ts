import { z } from "zod";
import { id, text } from "./id.ts";
import { partialDate } from "./partial-date.ts";

/** Something nobody outside knows, and what would settle it. */
export const openQuestion = z.strictObject({
  id,
  question: text,
  why_it_matters: text,
  best_evidence: text,
  would_settle_it: text,
  terms: z.array(id),
  /** When an editor means to look at it again. */
  review_by: partialDate.optional(),
});
export type OpenQuestion = z.infer<typeof openQuestion>;
