import { diffWordsWithSpace } from "diff";

/** A run of words in a redline. */
export interface Run {
  kind: "same" | "removed" | "added";
  text: string;
}

/** Above this share of changed words a word-by-word redline is harder to read than two whole values. */
const MAX_CHANGED = 0.6;

/**
 * The words of `before` struck through and those of `after` inserted. Values that share few words come
 * back whole: one removed run, one added run.
 */
export function deriveRedlineWords(before: string, after: string): Run[] {
  if (before === after)
    return before === "" ? [] : [{ kind: "same", text: before }];
  const whole: Run[] = [
    { kind: "removed", text: before },
    { kind: "added", text: after },
  ];
  if (before === "" || after === "")
    return whole.filter((run) => run.text !== "");
  const runs = diffWordsWithSpace(before, after).map(
    ({ added, removed, value }): Run => ({
      kind: added ? "added" : removed ? "removed" : "same",
      text: value,
    }),
  );
  const same = runs
    .filter((run) => run.kind === "same")
    .reduce((sum, run) => sum + run.text.length, 0);
  return 1 - same / Math.max(before.length, after.length) > MAX_CHANGED
    ? whole
    : runs;
}
