import type { Claim } from "../model/claim.ts";
import { precisionOf, surelyBefore } from "../model/partial-date.ts";
import type { AgreementRecord } from "../model/record.ts";
import type { Appearance } from "./appearance.ts";
import { CONFIDENCE, claimWords, DATE_KIND, EFFECT } from "./claim-words.ts";
import { formatDate, formatOnDate, formatPeriod } from "./format-date.ts";
import { formatLag } from "./format-lag.ts";
import { deriveInterval, isOver } from "../model/interval.ts";
import { knownPath } from "./known-days.ts";
import { deriveKnowledge, deriveLag } from "./knowledge.ts";
import { deriveCitation } from "./note.ts";
import type { Citation } from "./note.ts";
import { deriveRedlineWords } from "./redline-words.ts";
import type { Run } from "./redline-words.ts";
import { deriveStanding, deriveStandingBefore } from "./standing.ts";
import { claimStatus } from "./status.ts";
import type { Status } from "./status.ts";

/** A link to another claim, in the words it goes by. */
export interface ClaimLink {
  id: string;
  words: string;
  period: string;
  about?: string | undefined;
}

/** Everything about one claim, in words. */
export interface ClaimPage {
  id: string;
  title: string;
  /** The short words it goes by in lists. */
  words: string;
  statement: string;
  note?: string | undefined;
  question?: string | undefined;
  term?: { id: string; title: string } | undefined;
  topic?: { id: string; title: string } | undefined;
  version?: { id: string; title: string; date: string } | undefined;
  status: Status;
  confidence: string;
  effect: string;
  dateKind: string;
  /** Generated: when it held, and what took its place. */
  sentences: string[];
  /** The page of the day on which it surely became public. */
  known: { href: string; label: string };
  redline: Run[];
  replaced: ClaimLink[];
  replacedBy: ClaimLink[];
  disputes: ClaimLink[];
  parties: string[];
  /** When an editor means to look at it again. */
  reviewBy: string | undefined;
  citations: Citation[];
  appearances: Appearance[];
}

export function claimLink(
  record: AgreementRecord,
  id: string,
  about?: string,
): ClaimLink {
  const claim = record.byId.claims.get(id)!;
  const { from, to } = deriveInterval(record, claim);
  return {
    id,
    words: titleOf(record, claim),
    period: formatPeriod(from, to),
    about,
  };
}

/** True for claims that only say what a document passes over: they hold nothing of their own. */
function isWordless(claim: Claim): boolean {
  return claim.effect === "unchanged" || claim.effect === "not-restated";
}

/** When the claim held, by what its dates are: a state of the agreement, a report, or a date fixed in advance. */
function sentenceOfTime(record: AgreementRecord, claim: Claim): string {
  const { from, to, successor } = deriveInterval(record, claim);
  const [start, end] = [formatDate(from), to && formatDate(to)];
  const next = record.byId.claims.get(successor ?? "");
  const past = isOver({ to }, record.site.as_of);
  if (claim.date_kind === "expires" && to)
    return `This runs out ${formatOnDate(to)}.`;
  if (next)
    return `This held from ${start} until ${end}. Since then: ${claimWords(record, next)}.`;
  if (past) return `This held from ${start} until ${end}.`;
  if (to) return `This holds since ${start} and is to run until ${end}.`;
  if (claim.confidence === "reported" || !claim.term)
    return `This was ${claim.date_kind === "reported" ? "reported" : "stated"} ${formatOnDate(from)}.`;
  const { claim: last, unrestated } = deriveStanding(
    record,
    claim.term,
    record.site.as_of,
  );
  if (last === claim && unrestated)
    return `This held from ${start}. The text of ${formatDate(unrestated.valid_from)} does not mention it, and no source read says whether it still holds.`;
  return `This holds since ${start}; no source read says that it ended.`;
}

/** When outsiders first learned of the claim, and how long after it began. */
function sentenceOfKnowledge(record: AgreementRecord, claim: Claim): string {
  const { from, source } = deriveKnowledge(record, claim);
  const lag = deriveLag(record, claim);
  const after = lag
    ? `, ${formatLag(lag)} after it began`
    : from === claim.valid_from && precisionOf(from) === "day"
      ? ", the day it began"
      : surelyBefore(from, claim.valid_from)
        ? ", before it began"
        : "";
  return `When did we first learn this? The first source in the record is by ${source.publisher} and dated ${formatDate(from)}${after}.`;
}

function describeTime(record: AgreementRecord, claim: Claim): string[] {
  const withdrawn = record.withdrawals.get(claim.id);
  if (withdrawn)
    return [
      `This was withdrawn ${formatOnDate(withdrawn.date)} and counts for nothing since: ${withdrawn.summary}`,
      sentenceOfKnowledge(record, claim),
    ];
  if (isWordless(claim)) return [];
  return [sentenceOfTime(record, claim), sentenceOfKnowledge(record, claim)];
}

/** What the claim's page is called: its value, or for a wordless claim the term and what is said of it. */
function titleOf(record: AgreementRecord, claim: Claim): string {
  const term = record.byId.terms.get(claim.term ?? "");
  const version = record.byId.versions.get(claim.version ?? "");
  if (!isWordless(claim) || !term || !version) return claimWords(record, claim);
  const said =
    claim.effect === "unchanged"
      ? "left unchanged by a general sentence"
      : "not mentioned";
  return `${term.title}: ${said} ${formatOnDate(version.date)}`;
}

/** Builds the claim's page. `appearances` are the places that use it. */
export function deriveClaimPage(
  record: AgreementRecord,
  claim: Claim,
  appearances: Appearance[],
): ClaimPage {
  const term = record.byId.terms.get(claim.term ?? "");
  const version = record.byId.versions.get(claim.version ?? "");
  const topic = record.byId.topics.get(term?.topic ?? "");
  const before =
    term && version
      ? deriveStandingBefore(record, term.id, version.id).claim?.value
      : undefined;
  const changes = claim.value && claim.effect !== "restates" && before;
  const later = record.successors.get(claim.id) ?? [];
  const { by } = deriveKnowledge(record, claim);
  return {
    id: claim.id,
    title: titleOf(record, claim),
    words: claimWords(record, claim),
    statement: claim.statement,
    note: claim.note,
    question: term?.question,
    term: term && { id: term.id, title: term.title },
    topic: topic && { id: topic.id, title: topic.title },
    version: version && {
      id: version.id,
      title: version.title,
      date: formatDate(version.date),
    },
    status: claimStatus(record, claim),
    confidence: CONFIDENCE[claim.confidence],
    effect: EFFECT[claim.effect ?? "sets"],
    dateKind: DATE_KIND[claim.date_kind],
    sentences: describeTime(record, claim),
    known: { href: knownPath(by), label: formatDate(by) },
    redline: changes ? deriveRedlineWords(before, claim.value!) : [],
    replaced: (claim.supersedes ?? []).map((id) => claimLink(record, id)),
    replacedBy: later.map(({ id }) => claimLink(record, id)),
    disputes: (claim.disputes ?? []).map(({ id, about }) =>
      claimLink(record, id, about),
    ),
    reviewBy: claim.review_by && formatDate(claim.review_by),
    parties: claim.parties.map((id) => record.byId.parties.get(id)!.name),
    citations: claim.sources.map((ref) => deriveCitation(record, ref)),
    appearances,
  };
}
