import { diffWordsWithSpace } from "diff";

/** A run of words in a redline. */
export interface Run {
  kind: "same" | "removed" | "added";
  text: string;
}

/** Above this share of changed words, or with more changes than this, two whole values are easier to read. */
const MAX_CHANGED = 0.6;
const MAX_RUNS = 2;

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
  const share = 1 - same / Math.max(before.length, after.length);
  const changes = runs.filter((run) => run.kind !== "same").length;
  return share > MAX_CHANGED || changes > MAX_RUNS ? whole : runs;
}
