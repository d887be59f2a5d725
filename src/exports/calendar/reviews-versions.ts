import { claimLink } from "../../derive/claim-page.ts";
import { DATE_KIND } from "../../derive/claim-words.ts";
import { formatDate, formatOnDate } from "../../derive/format-date.ts";
import { setsState } from "../../model/claim.ts";
import { precisionOf } from "../../model/partial-date.ts";
import type { PartialDate } from "../../model/partial-date.ts";
import type { AgreementRecord } from "../../model/record.ts";
import type { Version } from "../../model/version.ts";
import { claimSources, describe } from "./describe.ts";
import { followDates, formatUid } from "./calendar-date.ts";
import type { CalendarDate } from "./calendar-date.ts";
import type { ItemPasts } from "./item-past.ts";

/** "To be looked at again by December 2026: …" */
export function formatReview(date: PartialDate, what: string): string {
  return `To be looked at again by ${formatDate(date)}: ${what}`;
}

/** "Amendment (announced on 27 April 2026)", "Lease (reported in 2021, day not known)". */
function formatVersion({ title, date, date_kind }: Version): string {
  const how = date_kind === "effective" ? "" : `${date_kind} `;
  const unknown = precisionOf(date) === "day" ? "" : ", day not known";
  return `${title} (${how}${formatOnDate(date)}${unknown})`;
}

/** When editors mean to look again; a date that was taken away stays as called off. */
export function listReviewDates(
  record: AgreementRecord,
  pasts: ItemPasts,
): CalendarDate[] {
  const { site, withdrawals } = record;
  const make = (
    home: string,
    now: PartialDate | undefined,
    withdrawn: boolean,
    rest: Pick<CalendarDate, "description" | "terms">,
    what: string,
  ): CalendarDate[] => {
    const lines = pasts.of(home);
    const history = followDates([
      ...lines.flatMap(({ dates }) => dates ?? []),
      now,
    ]);
    if (!history) return [];
    const { date, moves, stands } = history;
    const cancelled = withdrawn
      ? "What it asks about was withdrawn."
      : stands
        ? undefined
        : "Nothing is left to be looked at.";
    return [
      {
        uid: formatUid(site, lines[0]?.item ?? home, "review"),
        kind: "review",
        date,
        sequence: moves + (withdrawn && stands ? 1 : 0),
        cancelled,
        summary: formatReview(date, what),
        ...rest,
        description: describe(cancelled, rest.description),
        href: home,
      },
    ];
  };
  return [
    ...record.claims.flatMap((claim) =>
      make(
        `/claims/${claim.id}/`,
        claim.review_by,
        withdrawals.has(claim.id),
        {
          description: describe(claim.statement, claimSources(record, claim)),
          terms: claim.term ? [claim.term] : [],
        },
        claimLink(record, claim.id).words,
      ),
    ),
    ...record.openQuestions.flatMap((question) =>
      make(
        `/open-questions/#${question.id}`,
        question.review_by,
        false,
        {
          description: describe(
            `Best evidence: ${question.best_evidence}`,
            `What would settle it: ${question.would_settle_it}`,
          ),
          terms: question.terms,
        },
        question.question,
      ),
    ),
  ];
}

/** The days of the versions, each on the terms that it set. */
export function listVersionDates(
  record: AgreementRecord,
  pasts: ItemPasts,
): CalendarDate[] {
  const { site } = record;
  return record.timeline.map((version): CalendarDate => {
    const home = `/versions/${version.id}/`;
    const lines = pasts.of(home);
    const { moves } = followDates([
      ...lines.flatMap(({ dates, is }) => dates ?? is.split(" · ").slice(0, 1)),
      version.date,
    ])!;
    const set = [...record.leading].filter(([, claims]) =>
      claims.some((claim) => claim.version === version.id && setsState(claim)),
    );
    return {
      uid: formatUid(site, lines[0]?.item ?? home, "version"),
      kind: "version",
      date: version.date,
      sequence: moves,
      cancelled: undefined,
      summary: formatVersion(version),
      description: describe(
        version.summary,
        `The date is ${DATE_KIND[version.date_kind]}.`,
        claimSources(record, version),
      ),
      href: home,
      terms: set.map(([term]) => term),
    };
  });
}
