import { cellWords } from "../derive/cell.ts";
import { deriveCellOn } from "../derive/term-cell.ts";
import type { AgreementRecord } from "../model/record.ts";
import { kindOfDifference } from "./difference-kind.ts";
import type { DifferenceKind } from "./difference-kind.ts";

/** A term that stands otherwise on the day for which each of two records speaks. */
export interface StateDifference {
  kind: DifferenceKind;
  href: string;
  title: string;
  before: string | undefined;
  after: string | undefined;
}

/** What holds on the later record's day and did not on that of the earlier one, term by term. */
export function differStates(
  before: AgreementRecord,
  after: AgreementRecord,
): StateDifference[] {
  const wordsOf = (record: AgreementRecord, id: string) =>
    record.byId.terms.has(id)
      ? cellWords(deriveCellOn(record, id, record.site.as_of))
      : undefined;
  const titles = new Map(
    [...before.terms, ...after.terms].map(({ id, title }) => [id, title]),
  );
  const ids = new Set([...after.terms, ...before.terms].map(({ id }) => id));
  return [...ids].flatMap((id): StateDifference[] => {
    const [was, is] = [wordsOf(before, id), wordsOf(after, id)];
    if (was === is) return [];
    return [
      {
        kind: kindOfDifference(was, is),
        href: `/terms/${id}/`,
        title: titles.get(id)!,
        before: was,
        after: is,
      },
    ];
  });
}
