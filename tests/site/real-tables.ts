import { loadChecked } from "../load-fixture.ts";

/** The real record, as the site under test was built from it. */
export const record = loadChecked("content");

/** A table with a column for each version, and one with few columns. */
export const WIDE = record.tables.find(
  (spec) => spec.kind === "terms" && !spec.topics && !spec.dates,
)!.id;
export const NARROW = record.tables.find(
  (spec) => spec.kind === "terms" && spec.dates,
)!.id;
