import { z } from "zod";
import { id, text } from "./id.ts";

/** A field of the agreement that has an explainer of its own. */
export const topic = z.strictObject({
  id,
  title: text,
  question: text,
  summary: text,
});
export type Topic = z.infer<typeof topic>;
