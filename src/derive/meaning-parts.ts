import { effect } from "../model/claim.ts";
import { confidence, dateKind } from "../model/date-kind.ts";
import { CONFIDENCE, EFFECT } from "./claim-words.ts";
import { formatDate } from "./format-date.ts";

/** Between the parts of a meaning as the ledger keeps it: value, statement, effect, dates, confidence. */
const BETWEEN = " · ";

const DATES = new RegExp(
  `^(${dateKind.options.join("|")}) (\\d{4}(?:-\\d\\d){0,2})(?: to (\\d{4}(?:-\\d\\d){0,2}))?$`,
);

/** The dates in what a claim said; undefined for a text that is no claim's meaning. */
export function datesOfMeaning(
  meaning: string,
): { kind: string; from: string; to: string | undefined } | undefined {
  const part = meaning.split(BETWEEN).at(-2) ?? "";
  const [, kind, from, to] = DATES.exec(part) ?? [];
  return kind && from ? { kind, from, to } : undefined;
}

function formatDates(part: string): string {
  const [, kind, from, to] = DATES.exec(part) ?? [];
  if (!kind || !from) return part;
  return `${kind} ${formatDate(from)}${to ? ` to ${formatDate(to)}` : ""}`;
}

/** Only the end of a meaning is in the record's own terms; before it stand the editor's words. */
function formatPart(part: string, at: number, all: string[]): string {
  switch (all.length - at) {
    case 1: {
      const { data } = confidence.safeParse(part);
      return data ? CONFIDENCE[data] : part;
    }
    case 2:
      return formatDates(part);
    case 3: {
      const { data } = effect.safeParse(part);
      return data ? EFFECT[data] : part;
    }
    default:
      return part;
  }
}

/** What a claim said, in parts that readers understand. A text that is no claim's meaning comes back as it is. */
export function splitMeaning(meaning: string): string[] {
  return meaning.split(BETWEEN).map(formatPart);
}

export function joinMeaning(parts: string[]): string {
  return parts.join(BETWEEN);
}
