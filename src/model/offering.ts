import { z } from "zod";
import { id, text } from "./id.ts";
import { partialDate } from "./partial-date.ts";
import { sourceRefs } from "./source-ref.ts";

/** A row of the availability table. */
export const product = z.strictObject({ id, name: text });
export type Product = z.infer<typeof product>;

/** A column of the availability table: where a product can be bought, and from whom. */
export const channel = z.strictObject({ id, name: text, party: id });
export type Channel = z.infer<typeof channel>;

export const offeringStatus = z.enum([
  "ga",
  "preview",
  "limited-preview",
  "private-preview",
  "announced",
  "not-offered",
  "unknown",
]);
export type OfferingStatus = z.infer<typeof offeringStatus>;

/** Products × channel × form × status × since: where something can be bought, and from which day to which. */
export const offering = z.strictObject({
  id,
  title: text,
  products: z.array(id).min(1),
  channel: id,
  form: text,
  status: offeringStatus,
  since: partialDate,
  /** Whether `since` is only when it was first seen: the offer may be older. */
  first_seen: z.boolean().optional(),
  until: partialDate.optional(),
  sources: sourceRefs,
  note: text.optional(),
});
export type Offering = z.infer<typeof offering>;
