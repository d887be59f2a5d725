import { compareDates } from "../model/partial-date.ts";
import { count } from "../model/problem.ts";
import type { AgreementRecord } from "../model/record.ts";
import { claimHref } from "./cell.ts";
import { claimLink } from "./claim-page.ts";
import { formatDate } from "./format-date.ts";
import { deriveReviews } from "./reviews.ts";

/** One number about the record, and where the things it counts are listed. */
export interface Figure {
  title: string;
  value: string;
  note: string;
  href: string;
}

interface Listed {
  href: string;
  label: string;
}

/** What the shares leave out: the work that is left to do. */
export interface Remainder {
  /** Sources known only through others. */
  readThrough: Listed[];
  /** Claims of which no source names the passage. */
  withoutPassage: Listed[];
}

export function deriveRemainder(record: AgreementRecord): Remainder {
  return {
    readThrough: record.sources
      .filter(({ access }) => access !== "direct")
      .map(({ id, publisher, title }) => ({
        href: `/sources/${id}/`,
        label: `${publisher}: ${title}`,
      })),
    withoutPassage: record.claims
      .filter(({ sources }) => !sources.some(({ locator }) => locator))
      .map(({ id }) => ({
        href: claimHref(id),
        label: claimLink(record, id).words,
      })),
  };
}

/** "3 of 4 (75 %)", rounded down so that only all is 100; of nothing, "none". */
function share(part: number, whole: number): string {
  if (whole === 0) return "none";
  return `${part} of ${whole} (${Math.floor((100 * part) / whole)} %)`;
}

/** The oldest of the last visits, each source counting with its latest. */
function oldestCheck(record: AgreementRecord): Figure {
  const [oldest] = [...record.verifications].sort((a, b) =>
    compareDates(a.checked, b.checked),
  );
  const title = "Oldest check of a source";
  if (!oldest)
    return {
      title,
      value: "none yet",
      note: "no program has looked for the passages",
      href: "/sources/",
    };
  const visited = record.verifications.length;
  return {
    title,
    value: formatDate(oldest.checked),
    note: `${visited} of ${count(record.sources.length, "source")} visited by a program`,
    href: `/sources/${oldest.id}/`,
  };
}

/** The record in numbers, on the day it speaks for. `pages` is how many pages the site has. */
export function deriveFigures(
  record: AgreementRecord,
  pages: number,
): Figure[] {
  const { readThrough, withoutPassage } = deriveRemainder(record);
  const { due, ahead } = deriveReviews(record);
  const sources = record.sources.length;
  const cited = new Set(
    record.claims.flatMap((claim) => claim.sources.map(({ id }) => id)),
  ).size;
  const claims = record.claims.length;
  const withdrawn = record.withdrawals.size;
  return [
    {
      title: "Claims",
      value: String(claims),
      note:
        withdrawn === 0 ? "none was withdrawn" : `${withdrawn} were withdrawn`,
      href: "/claims/",
    },
    {
      title: "Sources",
      value: String(sources),
      note: `documents that the record knows, ${cited === sources ? "all" : cited} of them cited by claims`,
      href: "/sources/",
    },
    {
      title: "Sources read directly",
      value: share(sources - readThrough.length, sources),
      note: "the others are known through a document that is named",
      href: "#read-through",
    },
    {
      title: "Claims with a passage",
      value: share(claims - withoutPassage.length, claims),
      note: "a few of the source's words say where it stands",
      href: "#without-passage",
    },
    oldestCheck(record),
    {
      title: "Due for review",
      value: String(due.length),
      note: `${ahead.length} more have a day`,
      href: "#due",
    },
    {
      title: "Open questions",
      value: String(record.openQuestions.length),
      note: "what nobody outside knows",
      href: "/open-questions/",
    },
    {
      title: "Pages",
      value: String(pages),
      note: "every one in the map of the site",
      href: "/sitemap.xml",
    },
  ];
}
