import type { Coverage } from "../model/coverage.ts";
import { compareDates, precisionOf } from "../model/partial-date.ts";
import type { PartialDate } from "../model/partial-date.ts";
import type { AgreementRecord } from "../model/record.ts";
import { claimHref } from "./cell.ts";
import { claimLink } from "./claim-page.ts";
import { deriveDecidingClaim } from "./deciding-claim.ts";
import type { DecidingClaim } from "./deciding-claim.ts";
import { formatOnDate } from "./format-date.ts";
import { deriveInterval } from "../model/interval.ts";
import { dayNumber } from "./day-number.ts";
import { deriveVerdict, MISTAKES } from "./verdict.ts";
import type { Verdict } from "./verdict.ts";

/** A piece of a generated sentence; with an address it is a link. */
export interface Piece {
  text: string;
  href?: string | undefined;
}

/** One judged statement with all that decides it. */
export interface Statement {
  id: string;
  /** Its address: the article's page at this statement. */
  href: string;
  text: string;
  verdict: Verdict;
  /** What it got wrong on its day, in words. */
  mistake: string | undefined;
  note: string;
  /** When the verdict changed, and by what; empty where it never did. */
  turn: Piece[];
  claims: DecidingClaim[];
}

/** The page of an article. */
export function articlePath(article: string): string {
  return `/was-it-true/${article}/`;
}

/** "3 days after it was published"; nothing where a date is not a day. */
function distance(published: PartialDate, date: PartialDate): string {
  if (precisionOf(published) !== "day" || precisionOf(date) !== "day")
    return "";
  const days = dayNumber(date) - dayNumber(published);
  const count = Math.abs(days) === 1 ? "1 day" : `${Math.abs(days)} days`;
  if (days === 0) return ", the day it was published";
  return `, ${count} ${days < 0 ? "before" : "after"} it was published`;
}

/** The deciding claims that began on a day; failing these, the ones that ended on it. */
function causesOf(record: AgreementRecord, entry: Coverage, date: PartialDate) {
  const claims = entry.claims.map((id) => record.byId.claims.get(id)!);
  const same = (day: PartialDate | undefined) =>
    day !== undefined && compareDates(day, date) === 0;
  const begun = claims.filter((claim) => same(claim.valid_from));
  if (begun.length > 0) return { claims: begun, ended: false };
  const ended = claims.filter((claim) =>
    same(deriveInterval(record, claim).to),
  );
  return { claims: ended, ended: true };
}

/** The sentence that says when a statement went out of date or came true, and which version and claims did it. */
function describeTurn(
  record: AgreementRecord,
  entry: Coverage,
  { day, now }: Verdict,
): Piece[] {
  const date = now.id === "outdated" ? entry.true_until : entry.true_from;
  if (date === undefined || (now.id !== "outdated" && now.id === day.id))
    return [];
  const already = day.id === "outdated";
  const { claims, ended } = causesOf(record, entry, date);
  const versions = new Set(claims.flatMap(({ version }) => version ?? []));
  const named = [...versions].map((id): Piece => {
    const version = record.byId.versions.get(id)!;
    return { text: version.title, href: `/versions/${id}/` };
  });
  const links = claims.map(({ id }): Piece => ({
    text: claimLink(record, id).words,
    href: claimHref(id),
  }));
  const what = now.id === "outdated" ? "went out of date" : "came true";
  const joined = (pieces: Piece[]) =>
    pieces.flatMap((piece, index) =>
      index === 0 ? [piece] : [{ text: "; " }, piece],
    );
  const start = already
    ? "It was already out of date on its day: it ended "
    : `It ${what} `;
  return [
    { text: `${start}${formatOnDate(date)}${distance(entry.published, date)}` },
    ...(named.length > 0 && !ended
      ? [{ text: ", with " }, ...joined(named)]
      : []),
    ...(ended ? [{ text: ", when this ended" }] : []),
    { text: ": " },
    ...joined(links),
    { text: "." },
  ];
}

export function deriveStatement(
  record: AgreementRecord,
  entry: Coverage,
): Statement {
  const verdict = deriveVerdict(record, entry);
  return {
    id: entry.id,
    href: `${articlePath(entry.article)}#${entry.id}`,
    text: entry.statement,
    verdict,
    mistake: entry.mistake && MISTAKES[entry.mistake].title,
    note: entry.note,
    turn: describeTurn(record, entry, verdict),
    claims: entry.claims.map((id) =>
      deriveDecidingClaim(record, id, entry.published),
    ),
  };
}

/** A generated sentence as plain text. */
export function pieceWords(pieces: Piece[]): string {
  return pieces.map(({ text }) => text).join("");
}
