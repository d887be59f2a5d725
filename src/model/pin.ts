import { createHash } from "node:crypto";
import { z } from "zod";
import { canonicalJson } from "./canonical-json.ts";

const label = {
  label: z.string(),
  /** Smaller words under the label. */
  sublabel: z.string().optional(),
};

/** Which of the snapshot's sources something rests on; they count from 1. */
const rests = z.array(z.int().positive());

const table = z.strictObject({
  is: z.literal("table"),
  /** The page whose words these are; its address tells nothing but where it stood. */
  page: z.string().regex(/^\/tables\/[a-z0-9-]+\/$/),
  title: z.string(),
  summary: z.string(),
  /** What the first column lists. */
  corner: z.string(),
  columns: z.array(z.strictObject({ id: z.string(), ...label })),
  rows: z.array(
    z.strictObject({
      id: z.string(),
      ...label,
      /** `at`: the id that makes the page's address the cell's. */
      cells: z.array(
        z.strictObject({ at: z.string(), words: z.string(), sources: rests }),
      ),
    }),
  ),
  sources: z.array(z.string()),
});

const redline = z.strictObject({
  is: z.literal("redline"),
  page: z.string().regex(/^\/compare\/[a-z0-9-]+\.\.[a-z0-9-]+\/$/),
  title: z.string(),
  totals: z.string(),
  sections: z.array(
    z.strictObject({
      heading: z.string(),
      remark: z.string().optional(),
      items: z.array(
        z.strictObject({
          at: z.string(),
          title: z.string(),
          /** Empty where nothing was known. */
          before: z.string(),
          after: z.string(),
          sentence: z.string(),
          sources: rests,
        }),
      ),
    }),
  ),
  sources: z.array(z.string()),
});

const claim = z.strictObject({
  is: z.literal("claim"),
  page: z.string().regex(/^\/claims\/[a-z0-9-]+\/$/),
  title: z.string(),
  words: z.string(),
  statement: z.string(),
  note: z.string().optional(),
  /** When it held, and when it became known. */
  dates: z.string(),
  sources: z.array(z.string()),
});

const snapshot = z.discriminatedUnion("is", [table, redline, claim]);

export const pin = z.strictObject({
  /** Names the words: see `hashSnapshot`. */
  pin: z.string().regex(/^[0-9a-f]{12}$/),
  /** The edition in which these words were first accepted; not part of the hash. */
  since: z.string().regex(/^[0-9-]+-[0-9a-f]{12}$/),
  says: snapshot,
});

/** The plain words of a table, a redline or a claim, which need nothing else to be shown. */
export type Snapshot = z.infer<typeof snapshot>;
export type Pin = z.infer<typeof pin>;

/** The first 12 digits of the SHA-256 of a snapshot: the same words have the same hash, in whatever order of keys. */
export function hashSnapshot(says: Snapshot): string {
  return createHash("sha256")
    .update(canonicalJson(says))
    .digest("hex")
    .slice(0, 12);
}
