import { z } from "zod";
import { confidence } from "./date-kind.ts";
import { id, text } from "./id.ts";
import { partialDate } from "./partial-date.ts";
import { sourceRefs } from "./source-ref.ts";

/** Money or capacity: `from` pays or commits, `to` receives. Amounts in billions of US dollars, null where not published. */
export const deal = z.strictObject({
  id,
  /** What it is called, where "from A to B" would mislead. */
  title: text.optional(),
  from: id,
  to: id,
  kind: z.enum(["compute", "chips", "investment", "lease-guarantee"]),
  amount_usd: z.number().positive().nullable(),
  /** Where the amount is not exact. */
  amount_is: z.enum(["about", "at-least", "at-most"]).optional(),
  amount_note: text.optional(),
  capacity_gw: z.number().positive().optional(),
  term_years: z.number().positive().optional(),
  announced: partialDate,
  status: z.enum(["completed", "signed", "announced", "reported", "replaced"]),
  confidence,
  sources: sourceRefs,
  note: text.optional(),
});
export type Deal = z.infer<typeof deal>;
