import { z } from "zod";
import { id, text } from "./id.ts";

/** One thing that can be compared from version to version: a question a reader asks. */
export const term = z.strictObject({
  id,
  topic: id,
  title: text,
  question: text,
  why_it_matters: text,
});
export type Term = z.infer<typeof term>;
