import { z } from "zod";
import { id, text } from "./id.ts";

/** Something nobody outside knows, and what would settle it. */
export const openQuestion = z.strictObject({
  id,
  question: text,
  why_it_matters: text,
  best_evidence: text,
  would_settle_it: text,
  terms: z.array(id),
});
export type OpenQuestion = z.infer<typeof openQuestion>;
