import { deriveAsOf } from "../derive/as-of.ts";
import { asOfPath, listChangeDays } from "../derive/change-days.ts";
import type { DaySpan } from "../derive/day-span.ts";
import { knownPath, listKnownSpans } from "../derive/known-days.ts";
import { deriveKnownOn } from "../derive/known-on.ts";
import { formatTotals } from "../derive/redline-page.ts";
import { formatRedlineItem } from "../derive/redline-sentence.ts";
import { comparePath, deriveRedline, listPairs } from "../derive/redline.ts";
import type { AgreementRecord } from "../model/record.ts";
import { kindOfDifference } from "./difference-kind.ts";
import type { DifferenceKind } from "./difference-kind.ts";
import { formatTextAsOf, formatTextKnown } from "./text-day.ts";

/** Two versions compared, whose page says something else. */
export interface RedlineDifference {
  kind: DifferenceKind;
  href: string;
  before: string | undefined;
  after: string | undefined;
  /** The terms that are told of in other words. */
  terms: string[];
}

/** The page of a day that says something else. */
export interface DayDifference {
  kind: DifferenceKind;
  clock: "as-of" | "known";
  href: string;
}

interface RedlineWords {
  totals: string;
  sentences: Map<string, string>;
}

/** What the page of each pair says. */
function redlinesOf(record: AgreementRecord): Map<string, RedlineWords> {
  return new Map(
    listPairs(record).map(([from, to]): [string, RedlineWords] => {
      const { items } = deriveRedline(record, from, to);
      const sentences = items.map((item): [string, string] => [
        item.termId,
        `${item.kind}: ${formatRedlineItem(record, item)}`,
      ]);
      return [
        comparePath(record, from, to),
        { totals: formatTotals(items), sentences: new Map(sentences) },
      ];
    }),
  );
}

export function differRedlines(
  before: AgreementRecord,
  after: AgreementRecord,
): RedlineDifference[] {
  const [old, fresh] = [redlinesOf(before), redlinesOf(after)];
  return [...new Set([...fresh.keys(), ...old.keys()])].flatMap(
    (href): RedlineDifference[] => {
      const [was, is] = [old.get(href), fresh.get(href)];
      const all = new Set([
        ...(is?.sentences.keys() ?? []),
        ...(was?.sentences.keys() ?? []),
      ]);
      const terms = [...all].filter(
        (term) => was?.sentences.get(term) !== is?.sentences.get(term),
      );
      if (was && is && terms.length === 0) return [];
      const kind = kindOfDifference(was, is);
      return [{ kind, href, before: was?.totals, after: is?.totals, terms }];
    },
  );
}

function differClock(
  clock: DayDifference["clock"],
  pageOf: (record: AgreementRecord) => Map<string, () => string>,
  before: AgreementRecord,
  after: AgreementRecord,
): DayDifference[] {
  const [old, fresh] = [pageOf(before), pageOf(after)];
  return [...new Set([...fresh.keys(), ...old.keys()])]
    .sort()
    .flatMap((href): DayDifference[] => {
      const [was, is] = [old.get(href)?.(), fresh.get(href)?.()];
      return was === is
        ? []
        : [{ kind: kindOfDifference(was, is), clock, href }];
    });
}

/** The pages of days that come, go or say something else, by each of the two clocks. */
export function differDays(
  before: AgreementRecord,
  after: AgreementRecord,
): DayDifference[] {
  const pages =
    (
      list: (record: AgreementRecord) => DaySpan[],
      path: (date: string) => string,
      format: (record: AgreementRecord, span: DaySpan) => string,
    ) =>
    (record: AgreementRecord) =>
      new Map(
        list(record).map((span) => [
          path(span.date),
          () => format(record, span),
        ]),
      );
  const asOf = pages(listChangeDays, asOfPath, (record, span) =>
    formatTextAsOf(deriveAsOf(record, span)),
  );
  const known = pages(listKnownSpans, knownPath, (record, span) =>
    formatTextKnown(deriveKnownOn(record, span)),
  );
  return [
    ...differClock("as-of", asOf, before, after),
    ...differClock("known", known, before, after),
  ];
}
