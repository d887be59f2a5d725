import { z } from "zod";

/** Which clock a date is read from. `expires` dates the end of a claim, not its start. */
export const dateKind = z.enum([
  "announced",
  "effective",
  "reported",
  "expires",
]);
export type DateKind = z.infer<typeof dateKind>;

/** How well a statement is known: from the parties' own texts, from others' reports, or our reading. */
export const confidence = z.enum(["primary", "reported", "analysis"]);
export type Confidence = z.infer<typeof confidence>;
