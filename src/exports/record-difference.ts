import { deriveVerdict } from "../derive/verdict.ts";
import { deriveChanges } from "../derive/changes.ts";
import { deriveEdition } from "../derive/edition.ts";
import type { AgreementRecord } from "../model/record.ts";
import { differCalendar } from "./calendar/differ-calendar.ts";
import type { CalendarDifference } from "./calendar/differ-calendar.ts";
import { differCells } from "./differ-cells.ts";
import type { TableDifference } from "./differ-cells.ts";
import { differDays, differRedlines } from "./differ-pages.ts";
import type { DayDifference, RedlineDifference } from "./differ-pages.ts";
import { differStates } from "./differ-states.ts";
import type { StateDifference } from "./differ-states.ts";
import { differEntries, differItems } from "./differ-items.ts";
import type { EntryDifference, ItemDifference } from "./differ-items.ts";
import { listFeeds } from "./feeds.ts";
import { listPages } from "./sitemap.ts";
import { findUnsettled } from "./unsettled-uses.ts";
import type { UnsettledUse } from "./unsettled-uses.ts";

export interface VerdictDifference {
  href: string;
  statement: string;
  /** "accurate on its day, outdated now" */
  before: string;
  after: string;
}

export interface FeedEntry {
  id: string;
  date: string;
  reason: string;
  summary: string;
  feeds: string[];
}

/** A claim that is new or changed, and a source of it whose passage is not named. */
export interface MissingPassage {
  claim: string;
  source: string;
}

/** What readers and programs will see differently when one record follows another. */
export interface RecordDifference {
  before: string;
  after: string;
  /** What holds now and did not, on the days for which the two speak. */
  states: StateDifference[];
  cells: TableDifference[];
  redlines: RedlineDifference[];
  days: DayDifference[];
  verdicts: VerdictDifference[];
  /** Sentences, statements and readings that rest on claims which no longer stand as they did. */
  unsettled: UnsettledUse[];
  items: ItemDifference[];
  /** Entries without an address of their own, and the site's own settings. */
  entries: EntryDifference[];
  addresses: {
    added: string[];
    moved: { from: string; to: string[] }[];
    retired: string[];
  };
  feed: FeedEntry[];
  calendar: CalendarDifference[];
  withoutPassage: MissingPassage[];
  /** True where nothing differs but the order in which entries stand. */
  onlyOrder: boolean;
}

function differVerdicts(
  before: AgreementRecord,
  after: AgreementRecord,
): VerdictDifference[] {
  const wordsOf = (record: AgreementRecord, id: string) => {
    const entry = record.byId.coverage.get(id);
    if (!entry) return undefined;
    const { day, now } = deriveVerdict(record, entry);
    return `${day.word} on its day, ${now.word} now`;
  };
  return after.coverage.flatMap(({ id, article, statement }) => {
    const [was, is] = [wordsOf(before, id), wordsOf(after, id)];
    if (was === undefined || is === undefined || was === is) return [];
    const href = `/was-it-true/${article}/#${id}`;
    return [{ href, statement, before: was, after: is }];
  });
}

function differAddresses(
  before: AgreementRecord,
  after: AgreementRecord,
): RecordDifference["addresses"] {
  const [old, fresh] = [listPages(before), listPages(after)];
  const [was, is] = [new Set(old), new Set(fresh)];
  const declared = new Set(before.moves.map(({ id }) => id));
  const moved = after.moves.filter(({ id }) => !declared.has(id));
  const told = new Set(moved.map(({ from }) => from));
  return {
    added: fresh.filter((page) => !was.has(page)),
    moved: moved.map(({ from, to }) => ({ from, to })),
    retired: old.filter((page) => !is.has(page) && !told.has(page)),
  };
}

/** The entries of the record's own history that the feeds of the earlier record do not hold. */
function listFeedEntries(
  before: AgreementRecord,
  after: AgreementRecord,
): FeedEntry[] {
  const feeds = listFeeds(after);
  return deriveChanges(after)
    .filter(({ id }) => !before.byId.changes.has(id))
    .map(({ id, date, reason, summary }) => ({
      id,
      date,
      reason: reason.word,
      summary,
      feeds: feeds
        .filter(({ entries }) => entries.some((entry) => entry.id === id))
        .map(({ path }) => path),
    }));
}

/** The sources of claims that are new or changed, of which no passage is named. */
function listWithoutPassage(
  before: AgreementRecord,
  after: AgreementRecord,
): MissingPassage[] {
  return after.claims.flatMap((claim) => {
    const old = before.byId.claims.get(claim.id);
    if (old && JSON.stringify(old) === JSON.stringify(claim)) return [];
    return claim.sources
      .filter(({ locator }) => locator === undefined)
      .map(({ id }) => ({ claim: claim.id, source: id }));
  });
}

/** True where two records show the same everywhere. */
export function isEmptyDifference(difference: RecordDifference): boolean {
  const { cells, redlines, days, verdicts, items, entries, addresses } =
    difference;
  const { states, feed, calendar } = difference;
  const { added, moved, retired } = addresses;
  return [
    states,
    cells,
    redlines,
    days,
    verdicts,
    items,
    entries,
    added,
    moved,
    retired,
    feed,
    calendar,
  ].every(({ length }) => length === 0);
}

/** Compares two records: what the pages, files and feeds of the later one say that those of the earlier did not. */
export function compareRecords(
  before: AgreementRecord,
  after: AgreementRecord,
): RecordDifference {
  const difference = {
    before: deriveEdition(before).id,
    after: deriveEdition(after).id,
    states: differStates(before, after),
    cells: differCells(before, after),
    redlines: differRedlines(before, after),
    days: differDays(before, after),
    verdicts: differVerdicts(before, after),
    unsettled: findUnsettled(before, after),
    items: differItems(before, after),
    entries: differEntries(before, after),
    addresses: differAddresses(before, after),
    feed: listFeedEntries(before, after),
    calendar: differCalendar(before, after),
    withoutPassage: listWithoutPassage(before, after),
    onlyOrder: false,
  };
  const onlyOrder =
    difference.before !== difference.after && isEmptyDifference(difference);
  return { ...difference, onlyOrder };
}
