import { z } from "zod";
import { id, text } from "./id.ts";

/** A problem that is accepted: rule × item, why, and when to remove it. One that is no longer needed is a problem. */
export const exception = z.strictObject({
  id,
  rule: id,
  item: text,
  reason: text,
  remove_when: text,
});
export type Exception = z.infer<typeof exception>;
