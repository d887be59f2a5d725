import { z } from "zod";
import { id, text } from "./id.ts";

/** What the change in one topic means for one audience: our reading, resting on named claims. */
export const impact = z.strictObject({
  id,
  topic: id,
  audience: id,
  value: text,
  reading: text,
  claims: z.array(id),
});
export type Impact = z.infer<typeof impact>;
