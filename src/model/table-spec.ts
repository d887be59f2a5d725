import { z } from "zod";
import { id, text } from "./id.ts";
import { partialDate } from "./partial-date.ts";

const heading = { title: text, summary: text };

/** Rows: terms by topic or by list, else all. Columns: versions or dates, else all versions. */
const termsTable = z.strictObject({
  ...heading,
  kind: z.literal("terms"),
  topics: z.array(id).optional(),
  terms: z.array(id).optional(),
  versions: z.array(id).optional(),
  dates: z.array(partialDate).optional(),
});

/** Rows: topics that changed. Columns: audiences. Cells: impacts. */
const impactsTable = z.strictObject({
  ...heading,
  kind: z.literal("impacts"),
  topics: z.array(id),
  audiences: z.array(id),
});

/** Rows: products (else all). Columns: channels. Cells: offerings, newest first. */
const offeringsTable = z.strictObject({
  ...heading,
  kind: z.literal("offerings"),
  products: z.array(id).optional(),
  channels: z.array(id),
});

/** Rows: the parties that deal with `center`. Columns: kinds of deal. */
const dealsTable = z.strictObject({
  ...heading,
  kind: z.literal("deals"),
  center: id,
  kinds: z.array(text),
});

/** Rows: the judged statements of one article. */
const statementsTable = z.strictObject({
  ...heading,
  kind: z.literal("statements"),
  article: id,
});

/** Which rows × which columns: a declaration, no code. The id is the file's name. */
export const tableSpec = z.discriminatedUnion("kind", [
  termsTable,
  impactsTable,
  offeringsTable,
  dealsTable,
  statementsTable,
]);
export type TableSpec = z.infer<typeof tableSpec> & { id: string };
