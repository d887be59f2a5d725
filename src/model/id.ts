import { z } from "zod";
import { findInvisible } from "./visible-text.ts";

/** Ids are public addresses: kebab-case, starting with a letter or digit, at most 80 characters; not the name of a list. */
export const id = z
  .string()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, {
    error: "an id in kebab-case (a-z, 0-9, single hyphens)",
  })
  .max(80, { error: "an id of at most 80 characters" })
  .refine((value) => value !== "index", {
    error: "another id: `index` is the list of all",
  });

/** Text an author writes: never empty, never only blanks, and all of it to be seen. */
export const text = z
  .string()
  .refine((value) => value.trim() !== "", { error: "some text" })
  .refine((value) => findInvisible(value) === undefined, {
    error: ({ input }) => `text without ${findInvisible(String(input))}`,
  });
