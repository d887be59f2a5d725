import { z } from "zod";
import { dateKind } from "./date-kind.ts";
import { id, text } from "./id.ts";
import { partialDate } from "./partial-date.ts";
import { sourceRefs } from "./source-ref.ts";

/** One dated state of the agreement, or a document that clarifies or discloses it. */
export const version = z.strictObject({
  id,
  title: text,
  kind: z.enum([
    "agreement",
    "licence",
    "amendment",
    "memorandum",
    "clarification",
    "disclosure",
  ]),
  date: partialDate,
  date_kind: dateKind,
  binding: z.enum(["yes", "no", "unknown"]),
  parties: z.array(id),
  summary: text,
  sources: sourceRefs,
});
export type Version = z.infer<typeof version>;

/** Kinds of version that change the agreement; the others clarify or disclose it. */
export const CHANGING: ReadonlySet<Version["kind"]> = new Set([
  "agreement",
  "licence",
  "amendment",
]);
