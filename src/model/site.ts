import { z } from "zod";
import { id, text } from "./id.ts";
import { language } from "./language.ts";
import { partialDate } from "./partial-date.ts";
import { isWebAddress } from "./web-address.ts";

const navigation = z.array(
  z.strictObject({ title: text, pages: z.array(text) }),
);

/** What the site is called, where it lives, the day it speaks for, and the words that name its subject. */
export const site = z.strictObject({
  name: text,
  tagline: text,
  subject: text,
  address: z
    .string()
    .regex(/^https:\/\/[^\s"'<>`\\]*[^\s"'<>`\\/]$/, {
      error:
        "an address that begins with https:// and does not end with a slash",
      abort: true,
    })
    .refine(isWebAddress, { error: "an address without name or password" }),
  language,
  as_of: partialDate,
  publisher: text,
  /** Where readers report a mistake: a page, or a letter box (`mailto:`). */
  report: z
    .string()
    .regex(/^(?:https:\/\/|mailto:)[^\s"'<>`\\]+$/, {
      error: "an address that begins with https:// or mailto:",
      abort: true,
    })
    .refine((value) => value.startsWith("mailto:") || isWebAddress(value), {
      error: "an address without name or password",
    })
    .optional(),
  navigation,
  headline_terms: z.array(id),
  audiences: z.array(z.strictObject({ id, name: text, page: text })),
});
export type Site = z.infer<typeof site>;
