import { count } from "../model/problem.ts";
import type { AgreementRecord } from "../model/record.ts";
import type { Version } from "../model/version.ts";
import { claimEntry } from "./cell.ts";
import type { Entry } from "./cell.ts";
import { formatDate } from "./format-date.ts";
import { rememberLast } from "./once.ts";
import { deriveNotes } from "./note.ts";
import type { Note } from "./note.ts";
import { deriveRedline, REDLINE_KINDS } from "./redline.ts";
import type { RedlineItem, RedlineKind } from "./redline.ts";
import { formatRedlineItem } from "./redline-sentence.ts";
import { deriveRedlineWords } from "./redline-words.ts";
import type { Run } from "./redline-words.ts";

/** How each kind is called in totals, and as the heading of its section. */
const LABELS: { [kind in RedlineKind]: { word: string; heading: string } } = {
  changed: { word: "changed", heading: "Changed" },
  added: { word: "added", heading: "Added" },
  removed: { word: "ended", heading: "Ended" },
  unknown: {
    word: "known on one side only",
    heading: "Known on one side only",
  },
  "not-restated": { word: "not restated", heading: "Not restated" },
  unchanged: { word: "unchanged", heading: "Unchanged" },
};

/** One term between two versions, ready to be shown. */
export interface RedlineRow {
  /** What the row shows. */
  item: RedlineItem;
  term: { id: string; title: string; question: string };
  redline: Run[];
  sentence: string;
  /** What the earlier and the later value rest on, for their footnotes; the later one first. */
  entries: Entry[];
  claimId: string | undefined;
}

export interface RedlineSection {
  kind: RedlineKind;
  heading: string;
  /** What the reader must know about every row of the section. */
  remark: string | undefined;
  rows: RedlineRow[];
}

/** Two versions compared, without footnotes. */
export interface RedlineText {
  /** "28 October 2025 to 27 April 2026". */
  title: string;
  /** "7 changed, 2 added, 5 not restated": every kind that occurs but `unchanged`. */
  totals: string;
  sections: RedlineSection[];
}

export interface RedlinePage extends RedlineText {
  from: VersionLabel;
  to: VersionLabel;
  notes: Note[];
}

export interface VersionLabel {
  id: string;
  date: string;
  title: string;
}

export function labelVersion(version: Version): VersionLabel {
  return {
    id: version.id,
    date: formatDate(version.date),
    title: version.title,
  };
}

/** What two versions are called together: "28 October 2025 to 27 April 2026". */
export function formatPair(from: Version, to: Version): string {
  return `${formatDate(from.date)} to ${formatDate(to.date)}`;
}

function entriesOf(item: RedlineItem, to: Version): Entry[] {
  const claims = [item.after.own, item.after.claim, item.before.claim].filter(
    (claim) => claim !== undefined,
  );
  const entries = [...new Set(claims)].map((claim) =>
    claimEntry(claim, claim.value ?? ""),
  );
  if (item.kind !== "not-restated" || item.after.own) return entries;
  const silence = {
    words: "",
    note: `version:${to.id}`,
    sources: to.sources,
  };
  return [silence, ...entries];
}

/** The words of a term between two versions; nothing is struck out where the later one is only silent. */
export function deriveItemWords(item: RedlineItem): Run[] {
  const { before, after, kind, causes } = item;
  const came = kind === "removed" && before.kind === "none";
  const held = came ? (causes.at(-2)?.value ?? "") : before.value;
  const runs = deriveRedlineWords(held, after.value);
  if (runs.length > 0) return runs;
  // What ran out by the later version: still so, or in between.
  const text = after.claim?.value ?? "";
  return [{ kind: kind === "unchanged" ? "same" : "removed", text }];
}

function remarkOn(kind: RedlineKind, to: Version): string | undefined {
  const { date, kind: noun } = to;
  if (kind === "not-restated")
    return `The ${noun} of ${formatDate(date)} does not mention these, which proves neither survival nor repeal. What is given was last known.`;
  if (kind === "unknown")
    return "For one of the two, the record does not hold the value, so it cannot say whether it changed.";
  return undefined;
}

/** The totals of a redline in words; "nothing changed" where no term moved. */
export function formatTotals(items: RedlineItem[]): string {
  const parts = REDLINE_KINDS.filter((kind) => kind !== "unchanged").flatMap(
    (kind) => {
      const number = items.filter((item) => item.kind === kind).length;
      return number > 0 ? [`${number} ${LABELS[kind].word}`] : [];
    },
  );
  return parts.length > 0
    ? parts.join(", ")
    : `nothing changed in ${count(items.length, "term")}`;
}

function deriveText(
  record: AgreementRecord,
  from: Version,
  to: Version,
): RedlineText {
  const { items } = deriveRedline(record, from, to);
  const sections = REDLINE_KINDS.map((kind) => ({
    kind,
    heading: LABELS[kind].heading,
    remark: remarkOn(kind, to),
    rows: items
      .filter((item) => item.kind === kind)
      .map((item): RedlineRow => {
        const { id, title, question } = record.byId.terms.get(item.termId)!;
        return {
          item,
          term: { id, title, question },
          redline: deriveItemWords(item),
          sentence: formatRedlineItem(record, item),
          entries: entriesOf(item, to),
          claimId: (item.after.own ?? item.after.claim ?? item.before.claim)
            ?.id,
        };
      }),
  })).filter(({ rows }) => rows.length > 0);
  return {
    title: formatPair(from, to),
    totals: formatTotals(items),
    sections,
  };
}

/** Two versions term by term: changed items first, then those that stayed. */
export const deriveRedlineText = rememberLast(deriveText);

/** The page of two versions, with what each value rests on. */
export function deriveRedlinePage(
  record: AgreementRecord,
  from: Version,
  to: Version,
): RedlinePage {
  const text = deriveRedlineText(record, from, to);
  return {
    ...text,
    from: labelVersion(from),
    to: labelVersion(to),
    notes: deriveNotes(
      record,
      text.sections.flatMap(({ rows }) =>
        rows.flatMap(({ entries }) => entries),
      ),
    ),
  };
}
