import type { AgreementRecord } from "../model/index.ts";
import type { NounName } from "../model/nouns.ts";
import type { PartialDate } from "../model/partial-date.ts";
import { compareDates } from "../model/partial-date.ts";
import type { SourceText } from "../model/place.ts";
import type { Edit, Neighbour } from "./edit.ts";
import type { Answers, Question } from "./question.ts";

/** The files of the content, by their path below the folder. */
export type Texts = ReadonlyMap<string, SourceText>;

/** A kind of entry that an editor may begin. */
export interface Kind {
  /** Where its id must be free. */
  noun: NounName | "explainers";
  /** In the order in which they are asked: a later one may take its default from the answers before it. */
  questions: readonly Question[];
  edits(record: AgreementRecord, texts: Texts, answers: Answers): Edit[];
  /** What to do next, a sentence or command a line. */
  next(record: AgreementRecord, answers: Answers): string[];
}

/** A file counts as in order of dates when no more than one in this many entries is out of it. */
const FEW = 20;

/** The index after which an entry of this date stands before the fewest older ones and after the fewest younger. */
function fitDate(dates: readonly PartialDate[], date: PartialDate): number {
  let astray = 0;
  let [best, fewest] = [-1, 0];
  for (const [index, own] of dates.entries()) {
    astray += compareDates(own, date) <= 0 ? -1 : 1;
    if (astray <= fewest) [best, fewest] = [index, astray];
  }
  return best;
}

/**
 * Places an entry by its date: where the file is by and large in order of dates, among those of its time; where it
 * is in groups, so within its own group.
 */
export function placeByDate(
  key: string,
  date: PartialDate,
  group?: readonly [key: string, value: string],
): (entries: Neighbour[]) => number {
  return (entries) => {
    const dates = entries.map((entry) => String(entry[key]));
    const astray = dates.filter(
      (own, index) => index > 0 && compareDates(dates[index - 1]!, own) > 0,
    ).length;
    if (!group || astray * FEW <= dates.length) return fitDate(dates, date);
    const own = [...entries.keys()].filter(
      (index) => entries[index]![group[0]] === group[1],
    );
    if (own.length === 0) return entries.length - 1;
    const noYounger = (index: number) => compareDates(dates[index]!, date) <= 0;
    return own.findLast(noYounger) ?? own[0]! - 1;
  };
}

/** Places an entry after the last of its group, or at the end. */
export function placeInGroup(
  key: string,
  value: string,
): (entries: Neighbour[]) => number {
  return (entries) => {
    const last = entries.findLastIndex((entry) => entry[key] === value);
    return last === -1 ? entries.length - 1 : last;
  };
}

export function placeLast(entries: Neighbour[]): number {
  return entries.length - 1;
}
