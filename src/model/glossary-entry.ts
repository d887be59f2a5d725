import { z } from "zod";
import { id, text } from "./id.ts";

/** What a word means here, and the terms it bears on. */
export const glossaryEntry = z.strictObject({
  id,
  term: text,
  meaning: text,
  see: z.array(id),
});
export type GlossaryEntry = z.infer<typeof glossaryEntry>;
