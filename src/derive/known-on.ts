import type { Claim } from "../model/claim.ts";
import { compareDates, firstDay } from "../model/partial-date.ts";
import type { AgreementRecord } from "../model/record.ts";
import { claimHref, makeCell } from "./cell.ts";
import type { Cell, Entry } from "./cell.ts";
import { EFFECT } from "./claim-words.ts";
import { deriveDatedCell } from "./dated-cell.ts";
import type { DaySpan } from "./day-span.ts";
import { formatDate, formatOnDate } from "./format-date.ts";
import { formatLag } from "./format-lag.ts";
import {
  deriveKnowledge,
  deriveLag,
  deriveRecordKnownOn,
} from "./knowledge.ts";
import { deriveNotes, notedInTable } from "./note.ts";
import type { Note } from "./note.ts";
import { deriveStanding } from "./standing.ts";
import { deriveLegend } from "./table.ts";
import type { Table } from "./table.ts";

/** A claim in a list of a known-on page. */
export interface KnownClaim {
  href: string;
  /** The term it is about; for context, nothing. */
  about: string | undefined;
  words: string;
  /** When it began, and how long before that day, or what was corrected. */
  detail: string;
}

/** What outsiders could say was in force at the end of a day. */
export interface KnownPage {
  span: DaySpan;
  /** True for the page that reaches the record's day. */
  newest: boolean;
  /** What became public on the day, and what was withdrawn on it. */
  published: KnownClaim[];
  withdrawn: KnownClaim[];
  /** One table a topic: terms of which something was known, or was in force and learned later. */
  topics: Table[];
  /** Of how many terms something was in force that was learned later. */
  hindsights: number;
  /** Public on the day, but beginning after it. */
  ahead: KnownClaim[];
  /** Terms of which nothing was known, and nothing is known today for that day. */
  silent: { id: string; title: string }[];
  /** Only sources that were public on the day. */
  notes: Note[];
}

/** An entry without a footnote: what it rests on was published after the day. */
function lateEntry(claim: Claim, words: string, detail: string): Entry {
  const href = claimHref(claim.id);
  return { words, detail, href, note: `later:${claim.id}`, sources: [] };
}

function valueOf(claim: Claim): string {
  return claim.value ?? EFFECT[claim.effect ?? "sets"];
}

/** When, after a day, a claim was learned: with its first public source, or by the correction that put it in place. */
function learnedWords(
  record: AgreementRecord,
  claim: Claim,
  day: string,
): string {
  const { from, by } = deriveKnowledge(record, claim);
  if (firstDay(from) > day) return `learned later, ${formatOnDate(from)}`;
  if (by > day)
    return `learned later, by ${formatDate(by)} (its first source is dated ${formatDate(from)})`;
  const corrections = record.claims
    .filter(
      ({ term, version }) => term === claim.term && version === claim.version,
    )
    .flatMap(({ id }) => record.withdrawals.get(id)?.date ?? []);
  const last = corrections.sort(compareDates).at(-1)!;
  return `learned later, ${formatOnDate(last)}`;
}

/** What was in force on the day but not yet public, or stood behind a claim that was corrected later. */
function deriveHindsight(
  record: AgreementRecord,
  view: AgreementRecord,
  termId: string,
  day: string,
): Entry[] {
  const believed = deriveStanding(view, termId, day).claim;
  const held = deriveStanding(record, termId, day).claim;
  if (!held) return [];
  const unknown = !view.byId.claims.has(held.id);
  if (!unknown && !record.withdrawals.has(believed?.id ?? "")) return [];
  const since = `in force since ${formatDate(held.valid_from)}`;
  const learned = unknown ? learnedWords(record, held, day) : undefined;
  const detail = [learned, since].filter(Boolean).join("; ");
  return [lateEntry(held, `in hindsight: ${valueOf(held)}`, detail)];
}

/** Says of what was believed on the day that it was corrected later. */
function markCorrected(record: AgreementRecord, entry: Entry): Entry {
  const change = record.withdrawals.get(entry.note.replace("claim:", ""));
  if (!change) return entry;
  const corrected = `believed then, corrected ${formatOnDate(change.date)}: ${change.summary}`;
  return {
    ...entry,
    detail: [entry.detail, corrected].filter(Boolean).join("; "),
  };
}

/** The cell of a term by what was public, with what was learned later after it. */
function knownCell(
  record: AgreementRecord,
  view: AgreementRecord,
  termId: string,
  day: string,
  late: Entry[],
): Cell {
  const cell = deriveDatedCell(view, termId, day, day);
  const claims = cell.claimIds.map((id) => view.byId.claims.get(id)!);
  const cited = cell.entries.some(({ sources }) => sources.length > 0);
  const state = cited ? cell.state : "no-entry";
  const then = cell.entries.map((entry) => markCorrected(record, entry));
  return makeCell(cell.id, state, [...then, ...late], claims);
}

function listed(
  record: AgreementRecord,
  claim: Claim,
  detail: string,
): KnownClaim {
  return {
    href: claimHref(claim.id),
    about: record.byId.terms.get(claim.term ?? "")?.title,
    words: valueOf(claim),
    detail,
  };
}

/** When a claim began, seen from the day on which it became public. */
function sinceWords(record: AgreementRecord, claim: Claim): string {
  const lag = deriveLag(record, claim);
  const from = formatDate(claim.valid_from);
  return lag ? `held since ${from}, ${formatLag(lag)} earlier` : from;
}

export function deriveKnownOn(
  record: AgreementRecord,
  span: DaySpan,
): KnownPage {
  const day = span.from;
  const view = deriveRecordKnownOn(record, day);
  const rows = record.terms.map((term) => {
    const late = deriveHindsight(record, view, term.id, day);
    return { term, late, cell: knownCell(record, view, term.id, day, late) };
  });
  const said = ({ cell }: (typeof rows)[number]) =>
    cell.entries.some(({ words }) => words !== "");
  const topics = record.topics
    .map(({ id, title }): Table => {
      const grid = {
        corner: "Term",
        columns: [{ id: day, label: formatDate(day), sublabel: "known then" }],
        rows: rows
          .filter((row) => row.term.topic === id && said(row))
          .map(({ term, cell }) => ({
            id: term.id,
            label: term.title,
            href: `/terms/${term.id}/`,
            cells: [cell],
          })),
      };
      return { id, title, summary: "", ...grid, legend: deriveLegend(grid) };
    })
    .filter((table) => table.rows.length > 0);
  return {
    span,
    newest: span.to === record.site.as_of,
    published: record.claims
      .filter((claim) => deriveKnowledge(record, claim).by === day)
      .map((claim) => listed(record, claim, sinceWords(record, claim))),
    withdrawn: [...record.withdrawals]
      .filter(([, change]) => firstDay(change.date) === day)
      .map(([id, { summary }]) =>
        listed(record, record.byId.claims.get(id)!, summary),
      ),
    topics,
    hindsights: rows.filter(({ late }) => late.length > 0).length,
    ahead: view.claims
      .filter(({ term, valid_from }) => term && firstDay(valid_from) > day)
      .map((claim) =>
        listed(record, claim, `from ${formatDate(claim.valid_from)} on`),
      ),
    silent: rows
      .filter((row) => !said(row))
      .map(({ term: { id, title } }) => ({ id, title })),
    notes: deriveNotes(view, topics.flatMap(notedInTable)),
  };
}
