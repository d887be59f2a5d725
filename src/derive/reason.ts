import type { Change } from "../model/change.ts";

export type Reason = Change["reason"];

/** Why the record changed, as readers see it: a mark, words, and what they mean. */
export interface ReasonLabel {
  id: Reason;
  mark: string;
  word: string;
  meaning: string;
}

const LABELS: { [reason in Reason]: Omit<ReasonLabel, "id"> } = {
  "world-changed": {
    mark: "→",
    word: "The world changed",
    meaning: "a new document came out, or something began or ended",
  },
  "we-learned": {
    mark: "+",
    word: "We learned",
    meaning: "a source told more about what was already so",
  },
  "we-corrected": {
    mark: "≠",
    word: "We corrected",
    meaning: "the record had said something wrong",
  },
  editorial: {
    mark: "·",
    word: "Editorial",
    meaning: "the record itself: its editions, its wording, its order",
  },
};

/** Every reason, in the order in which the record explains them. */
export const REASONS: ReasonLabel[] = (
  ["world-changed", "we-learned", "we-corrected", "editorial"] as const
).map((id) => ({ id, ...LABELS[id] }));

export function reasonLabel(id: Reason): ReasonLabel {
  return { id, ...LABELS[id] };
}
