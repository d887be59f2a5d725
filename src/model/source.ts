import { z } from "zod";
import { id, text } from "./id.ts";
import { partialDate } from "./partial-date.ts";

/** A document. `access: via` means known through the sources in `via`, or through a copy that `note` names. */
export const source = z.strictObject({
  id,
  title: text,
  publisher: text,
  url: text,
  published: partialDate,
  kind: z.enum([
    "primary",
    "filing",
    "press",
    "trade",
    "aggregator",
    "analysis",
  ]),
  access: z.enum(["direct", "via"]),
  via: z.array(id).optional(),
  read: partialDate.optional(),
  note: text.optional(),
});
export type Source = z.infer<typeof source>;
