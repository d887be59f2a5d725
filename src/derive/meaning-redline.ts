import { diffArrays } from "diff";
import { joinMeaning, splitMeaning } from "./meaning-parts.ts";
import { deriveRedlineWords } from "./redline-words.ts";
import type { Run } from "./redline-words.ts";

/** A part of a claim's meaning that changed, struck through and inserted, and the same as a sentence. */
export interface MeaningStep {
  redline: Run[];
  sentence: string;
}

function quote(words: string): string {
  return `“${words}”${/[.!?]$/.test(words) ? "" : "."}`;
}

/** A meaning that came or went as a whole. */
export function deriveWholeMeaning(
  kind: "added" | "removed",
  meaning: string,
): MeaningStep {
  const words = joinMeaning(splitMeaning(meaning));
  return kind === "added" ? makeStep("", words) : makeStep(words, "");
}

function makeStep(before: string, after: string): MeaningStep {
  const sentence =
    before === ""
      ? `From then on: ${quote(after)}`
      : after === ""
        ? `Said until then: ${quote(before)}`
        : `Said until then: ${quote(before)} From then on: ${quote(after)}`;
  return { redline: deriveRedlineWords(before, after), sentence };
}

/**
 * How one meaning became another: its parts that differ, in order; those that stayed are left out. The sentences
 * say "from then on", not "now": they stay true when the claim changes again.
 */
export function deriveMeaningRedline(
  before: string,
  after: string,
): MeaningStep[] {
  const steps: MeaningStep[] = [];
  let removed: string[] = [];
  let added: string[] = [];
  const flush = () => {
    if (removed.length === added.length)
      for (const [at, words] of removed.entries())
        steps.push(makeStep(words, added[at]!));
    else steps.push(makeStep(joinMeaning(removed), joinMeaning(added)));
    removed = [];
    added = [];
  };
  for (const part of diffArrays(splitMeaning(before), splitMeaning(after))) {
    if (part.removed) removed.push(...part.value);
    else if (part.added) added.push(...part.value);
    else flush();
  }
  flush();
  return steps.filter(({ redline }) => redline.length > 0);
}
