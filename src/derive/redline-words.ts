import { diffWordsWithSpace } from "diff";

/** A run of words in a redline. */
export interface Run {
  kind: "same" | "removed" | "added";
  text: string;
}

/** Above this share of changed words, or with more changes than this, longer pieces are easier to read. */
const MAX_CHANGED = 0.6;
const MAX_RUNS = 3;

/** A beginning or an end that two values share is kept from so many words on: a lone "the" tells nothing. */
const LEAST_SHARED = 2;

const isShared = (run: Run | undefined): run is Run =>
  run?.kind === "same" &&
  (run.text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0) >= LEAST_SHARED;

/** The same words with all that lies between the shared beginning and the shared end struck and inserted as one. */
function joinMiddle(runs: Run[]): Run[] {
  const first = runs.slice(0, isShared(runs[0]) ? 1 : 0);
  const last = isShared(runs.at(-1)) ? runs.slice(-1) : [];
  const middle = runs.slice(first.length, runs.length - last.length);
  const without = (kind: Run["kind"]) =>
    middle
      .filter((run) => run.kind !== kind)
      .map(({ text }) => text)
      .join("");
  const joined: Run[] = [
    { kind: "removed", text: without("added") },
    { kind: "added", text: without("removed") },
  ];
  return [...first, ...joined.filter(({ text }) => text !== ""), ...last];
}

/**
 * The words of `before` struck through and those of `after` inserted. Of values that share few words, only a
 * beginning and an end in common are kept.
 */
export function deriveRedlineWords(before: string, after: string): Run[] {
  if (before === after)
    return before === "" ? [] : [{ kind: "same", text: before }];
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
  return share > MAX_CHANGED || changes > MAX_RUNS ? joinMiddle(runs) : runs;
}
