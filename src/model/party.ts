import { z } from "zod";
import { id, text } from "./id.ts";

/** A company, foundation or authority named in the record. `kind` is the content's own word. */
export const party = z.strictObject({
  id,
  name: text,
  kind: text,
  note: text.optional(),
});
export type Party = z.infer<typeof party>;
