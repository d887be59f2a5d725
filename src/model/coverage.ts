import { z } from "zod";
import { id, text } from "./id.ts";
import { partialDate } from "./partial-date.ts";

/** An editor's verdict. `outdated`: it was accurate until `true_until`, which may lie before the article. */
export const judgement = z.enum([
  "accurate",
  "imprecise",
  "outdated",
  "unsupported",
  "wrong",
  "opinion",
]);
export type Judgement = z.infer<typeof judgement>;

/**
 * The main thing a statement got wrong: our reading, made to put like beside like.
 * `kind`: one thing taken for another. `scope`: what holds of a part said of more or less than it. `direction`: who
 * gives and who gets. `ended`: over by then, told as if it held. `early`: to come, told as if it were there.
 */
export const mistake = z.enum([
  "date",
  "amount",
  "party",
  "direction",
  "kind",
  "scope",
  "ended",
  "early",
  "unfounded",
]);
export type Mistake = z.infer<typeof mistake>;

/**
 * A statement in a published article, judged by an editor, with the claims that decide it. `article` is a source id.
 * `true_until` is the first day on which it no longer held, `true_from` the first on which it came to hold after all.
 */
export const coverage = z.strictObject({
  id,
  article: id,
  published: partialDate,
  statement: text,
  judged: judgement,
  mistake: mistake.optional(),
  true_until: partialDate.optional(),
  true_from: partialDate.optional(),
  claims: z.array(id),
  note: text,
});
export type Coverage = z.infer<typeof coverage>;
