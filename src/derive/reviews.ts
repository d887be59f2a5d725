import { lastDay, compareDates } from "../model/partial-date.ts";
import type { PartialDate } from "../model/partial-date.ts";
import type { AgreementRecord } from "../model/record.ts";
import { claimHref } from "./cell.ts";
import { claimLink } from "./claim-page.ts";
import { formatDate } from "./format-date.ts";

/** Something that an editor means to look at again. */
export interface Review {
  /** What it is, in one word or two. */
  kind: string;
  label: string;
  href: string;
  date: PartialDate;
  by: string;
}

/** What is to be looked at again, soonest first: due when the whole of its date has come by the record's day. */
export function deriveReviews(record: AgreementRecord): {
  due: Review[];
  ahead: Review[];
} {
  const make = (
    kind: string,
    label: string,
    href: string,
    date: PartialDate | undefined,
  ): Review[] =>
    date ? [{ kind, label, href, date, by: formatDate(date) }] : [];
  const reviews = [
    ...record.claims
      .filter(({ id }) => !record.withdrawals.has(id))
      .flatMap(({ id, review_by }) =>
        make("Claim", claimLink(record, id).words, claimHref(id), review_by),
      ),
    ...record.openQuestions.flatMap(({ id, question, review_by }) =>
      make("Open question", question, `/open-questions/#${id}`, review_by),
    ),
  ].sort((a, b) => compareDates(a.date, b.date));
  const today = lastDay(record.site.as_of);
  return {
    due: reviews.filter(({ date }) => lastDay(date) <= today),
    ahead: reviews.filter(({ date }) => lastDay(date) > today),
  };
}
