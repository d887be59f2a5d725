/** Something that is only in the later record, only in the earlier one, or in both with another content. */
export type DifferenceKind = "added" | "removed" | "changed";

/** What became of something that is undefined where a record does not hold it. */
export function kindOfDifference(
  before: unknown,
  after: unknown,
): DifferenceKind {
  if (before === undefined) return "added";
  return after === undefined ? "removed" : "changed";
}
