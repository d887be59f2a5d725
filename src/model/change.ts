import { z } from "zod";
import { id, text } from "./id.ts";
import { partialDate } from "./partial-date.ts";

/**
 * One entry of the record's own history: what was added, corrected or withdrawn, and why. A claim under
 * `withdraws` stays in the record as what was once said, and counts for nothing from the entry's date on.
 */
export const change = z.strictObject({
  id,
  date: partialDate,
  reason: z.enum(["world-changed", "we-learned", "we-corrected", "editorial"]),
  summary: text,
  claims: z.array(id),
  withdraws: z.array(id).optional(),
});
export type Change = z.infer<typeof change>;
