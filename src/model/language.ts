import { z } from "zod";

/** The language that a text is written in, as a tag (BCP 47) that becomes the `lang` of its markup. */
export const language = z
  .string()
  .regex(
    /^[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-(?:[A-Z]{2}|\d{3}))?(?:-[a-z\d]{5,8})*$/,
    { error: "a language tag such as `en` or `pt-BR`" },
  );
