import { z } from "zod";
import { id, text } from "./id.ts";

/** A field of the agreement that has an explainer of its own. */
export const topic = z.strictObject({
  id,
  title: text,
  /** A word or two for the header; left out, the title. */
  short: text.optional(),
  question: text,
  summary: text,
});
export type Topic = z.infer<typeof topic>;
