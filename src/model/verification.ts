import { z } from "zod";
import { id, text } from "./id.ts";
import { partialDate } from "./partial-date.ts";

/**
 * What the last visit to a source's address found; `npm run verify-sources` writes it. The id is the source's.
 * `reached`: the page answers, but no passage could be looked for. `unreachable`: no usable answer, which says
 * nothing about the page. `blocked`: the host refused a program; readers may still see the page.
 */
export const verification = z.strictObject({
  id,
  /** The day of the visit. */
  checked: partialDate,
  state: z.enum([
    "passage-found",
    "page-changed",
    "only-in-archive",
    "moved",
    "gone",
    "blocked",
    "reached",
    "unreachable",
  ]),
  /** Where the page has moved to for good. */
  to: text.optional(),
  /** The archive's copy that holds the passages in `missing`, or the page that is gone. */
  copy: text.optional(),
  /** Locators that the page holds, and those that it does not. */
  found: z.array(text).optional(),
  missing: z.array(text).optional(),
  /** The last day on which every passage was found on the page. */
  last_found: partialDate.optional(),
  note: text.optional(),
});
export type Verification = z.infer<typeof verification>;
