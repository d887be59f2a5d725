import type { Claim } from "../model/claim.ts";
import { compareDates } from "../model/partial-date.ts";
import type { AgreementRecord } from "../model/record.ts";
import type { Term } from "../model/term.ts";
import { claimLink } from "./claim-page.ts";
import type { ClaimLink } from "./claim-page.ts";
import { claimEntry } from "./cell.ts";
import { deriveCellOn } from "./term-cell.ts";
import type { Cell, Entry } from "./cell.ts";
import { CONFIDENCE, claimWords, EFFECT } from "./claim-words.ts";
import { formatDate, formatOnDate, formatPeriod } from "./format-date.ts";
import { deriveInterval } from "../model/interval.ts";
import { deriveKnowledge, deriveLag } from "./knowledge.ts";
import { deriveNotes } from "./note.ts";
import type { Note } from "./note.ts";
import { comparePath } from "./redline.ts";
import { deriveRedlineWords } from "./redline-words.ts";
import type { Run } from "./redline-words.ts";
import { setsState } from "../model/claim.ts";
import { deriveStanding, deriveStandingBefore } from "./standing.ts";

/** One step in a term's history: a version that speaks about it. */
export interface Step {
  claimId: string;
  version: { id: string; date: string; title: string };
  effect: string;
  confidence: string;
  redline: Run[];
  /** Generated: how long the earlier value held. Empty where the claim's own statement says it all. */
  sentence: string;
  statement: string;
  note?: string | undefined;
  entry: Entry;
  /** The term in the redline from the version before; undefined for the first version. */
  redlineHref: string | undefined;
}

/** Two claims that contradict each other, and in what. */
export interface Dispute {
  claims: [ClaimLink, ClaimLink];
  about: string;
}

export interface TermPage {
  term: Term;
  topic: { id: string; title: string };
  /** The answer on the record's day. */
  now: Cell;
  /** Generated: what holds, since when, what held before. */
  lead: string[];
  /** Newest first. */
  steps: Step[];
  /** Versions whose documents say nothing about the term after it first appears. */
  silent: { id: string; label: string }[];
  supporting: {
    entry: Entry;
    statement: string;
    confidence: string;
    period: string;
  }[];
  disputes: Dispute[];
  questions: { id: string; question: string }[];
  words: { id: string; term: string; meaning: string }[];
  notes: Note[];
}

function sentenceOf(record: AgreementRecord, claim: Claim): string {
  const version = record.byId.versions.get(claim.version!)!;
  const before = deriveStandingBefore(
    record,
    claim.term!,
    claim.version!,
  ).claim;
  switch (claim.effect) {
    case "unchanged":
      return `The ${version.kind} of ${formatDate(version.date)} says in a general sentence that nothing changes.`;
    case "not-restated":
      return `The ${version.kind} of ${formatDate(version.date)} does not mention it; whether it still holds was not disclosed.`;
    case "restates":
      return "";
    default:
      if (!before) return sentenceOfFirst(record, claim);
      if (before.value === claim.value)
        return `Said again ${formatOnDate(claim.valid_from)}.`;
      return sentenceOfChange(record, before, claim);
  }
}

/** Since when the first value of a term held, and when it became public, where that was later. */
function sentenceOfFirst(record: AgreementRecord, claim: Claim): string {
  const first = `The first value in the record; it dates from ${formatDate(claim.valid_from)}`;
  if (!deriveLag(record, claim)) return `${first}.`;
  const { from } = deriveKnowledge(record, claim);
  return `${first} and became public ${formatOnDate(from)}.`;
}

/** How long the earlier value held, and since when the later one does; a gap between them is kept. */
function sentenceOfChange(
  record: AgreementRecord,
  before: Claim,
  claim: Claim,
): string {
  const { from, to } = deriveInterval(record, before);
  const start = formatDate(claim.valid_from);
  const gap = to !== undefined && compareDates(to, claim.valid_from) < 0;
  return gap
    ? `The earlier value held from ${formatDate(from)} until ${formatDate(to)}; this one holds from ${start}.`
    : `The earlier value held from ${formatDate(from)}; this one replaced it ${formatOnDate(claim.valid_from)}.`;
}

export function deriveStep(record: AgreementRecord, claim: Claim): Step {
  const version = record.byId.versions.get(claim.version!)!;
  const before = deriveStandingBefore(record, claim.term!, claim.version!).claim
    ?.value;
  const words = claimWords(record, claim);
  const previous = record.timeline[record.timeline.indexOf(version) - 1];
  return {
    claimId: claim.id,
    version: {
      id: version.id,
      date: formatDate(version.date),
      title: version.title,
    },
    effect: EFFECT[claim.effect ?? "sets"],
    confidence: CONFIDENCE[claim.confidence],
    redline: setsState(claim)
      ? deriveRedlineWords(before ?? "", claim.value ?? "")
      : [{ kind: "same", text: words }],
    sentence: sentenceOf(record, claim),
    statement: claim.statement,
    note: claim.note,
    entry: claimEntry(claim, words),
    redlineHref:
      previous && `${comparePath(record, previous, version)}#${claim.term!}`,
  };
}

function leadOf(record: AgreementRecord, term: Term): string[] {
  const standing = deriveStanding(record, term.id, record.site.as_of);
  const { claim, since, earlier, ended, unrestated } = standing;
  if (!claim || since === undefined)
    return ["Nothing is known on this in any version."];
  const value = claim.value ?? "";
  const lead = [];
  if (ended && claim.effect !== "ends")
    lead.push(`Ended ${formatOnDate(claim.valid_to!)}. Until then: ${value}.`);
  else if (unrestated) {
    const version = record.byId.versions.get(unrestated.version!)!;
    lead.push(
      `Last known, from ${formatDate(since)}: ${value}.`,
      `The ${version.kind} of ${formatDate(version.date)} does not mention it; that proves neither survival nor repeal.`,
    );
  } else if (!earlier) lead.push(`Since ${formatDate(since)}: ${value}.`);
  if (earlier) {
    const { from, to } = deriveInterval(record, earlier);
    const until = to ?? since;
    lead.push(
      unrestated || ended
        ? `Before that, from ${formatDate(from)} until ${formatDate(until)}: ${earlier.value}.`
        : `Until ${formatDate(until)}: ${earlier.value}. Since ${formatDate(since)}: ${value}.`,
    );
  }
  return lead;
}

/** The pairs of claims on a term, or of one with another's, that contradict each other; each pair once. */
function deriveDisputes(record: AgreementRecord, term: Term): Dispute[] {
  const seen = new Set<string>();
  return record.claims
    .filter((claim) => claim.term === term.id)
    .flatMap((claim) =>
      (claim.disputes ?? []).flatMap(({ id, about }): Dispute[] => {
        if (seen.has(`${id} ${claim.id}`)) return [];
        seen.add(`${claim.id} ${id}`);
        return [
          {
            claims: [claimLink(record, claim.id), claimLink(record, id)],
            about,
          },
        ];
      }),
    );
}

/** A term's history as text: the answer now, each step with its redline and sentence, and what else is said. */
export function deriveTermPage(record: AgreementRecord, term: Term): TermPage {
  const leading = record.leading.get(term.id) ?? [];
  const spoken = new Set(leading.map((claim) => claim.version));
  const first = record.timeline.findIndex((version) => spoken.has(version.id));
  const supporting = record.claims
    .filter(
      (claim) =>
        claim.term === term.id &&
        !claim.version &&
        !record.withdrawals.has(claim.id),
    )
    .map((claim) => {
      const { from, to } = deriveInterval(record, claim);
      return {
        entry: claimEntry(claim, claim.value ?? ""),
        statement: claim.statement,
        confidence: CONFIDENCE[claim.confidence],
        period: formatPeriod(from, to),
      };
    });
  const now = deriveCellOn(record, term.id, record.site.as_of);
  const steps = leading.map((claim) => deriveStep(record, claim)).reverse();
  const noted = [
    ...now.entries,
    ...steps.map((step) => step.entry),
    ...supporting.map((item) => item.entry),
  ];
  const topic = record.byId.topics.get(term.topic)!;
  return {
    term,
    topic: { id: topic.id, title: topic.title },
    now,
    lead: leadOf(record, term),
    steps,
    silent: record.timeline
      .slice(first + 1)
      .filter((version) => !spoken.has(version.id))
      .map((version) => ({
        id: version.id,
        label: `${version.title} (${formatDate(version.date)})`,
      })),
    supporting,
    disputes: deriveDisputes(record, term),
    questions: record.openQuestions
      .filter((question) => question.terms.includes(term.id))
      .map(({ id, question }) => ({ id, question })),
    words: record.glossary
      .filter((word) => word.see.includes(term.id))
      .map(({ id, term, meaning }) => ({ id, term, meaning })),
    notes: deriveNotes(record, noted),
  };
}
