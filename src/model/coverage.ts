import { z } from "zod";
import { id, text } from "./id.ts";
import { partialDate } from "./partial-date.ts";

/** A statement in a published article, judged by an editor, with the claims that decide it. `article` is a source id. */
export const coverage = z.strictObject({
  id,
  article: id,
  published: partialDate,
  statement: text,
  judged: z.enum([
    "accurate",
    "imprecise",
    "outdated",
    "unsupported",
    "wrong",
    "opinion",
  ]),
  true_until: partialDate.optional(),
  claims: z.array(id),
  note: text,
});
export type Coverage = z.infer<typeof coverage>;
