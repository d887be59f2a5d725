import type { AgreementRecord } from "../model/record.ts";
import { divideDays } from "./day-span.ts";
import type { DaySpan } from "./day-span.ts";
import { oncePerRecord } from "./once.ts";
import { deriveKnowledge, listKnownDays } from "./knowledge.ts";

/** The days on which something became public or was withdrawn, each with the days up to the next. */
export const listKnownSpans = oncePerRecord((record): DaySpan[] =>
  divideDays(listKnownDays(record), record.site.as_of),
);

export function knownPath(day: string): string {
  return `/known/${day}/`;
}

/** Day → how many claims surely became public on it. */
export function countPublished(
  record: AgreementRecord,
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const claim of record.claims) {
    const { by } = deriveKnowledge(record, claim);
    counts.set(by, (counts.get(by) ?? 0) + 1);
  }
  return counts;
}
