import { lastDay } from "../model/partial-date.ts";
import { indexRecord } from "../model/record.ts";
import type { AgreementRecord } from "../model/record.ts";
import { deriveDayChanges, deriveDayVersions } from "./as-of-changes.ts";
import type { DayChange, DayVersion } from "./as-of-changes.ts";
import { claimEntry, cellWords, makeCell } from "./cell.ts";
import type { Cell } from "./cell.ts";
import { deriveDatedCell } from "./dated-cell.ts";
import type { DaySpan } from "./day-span.ts";
import { formatDate } from "./format-date.ts";
import type { Column } from "./grid.ts";
import { deriveNotes, notedInTable } from "./note.ts";
import type { Note } from "./note.ts";
import { deriveLegend, deriveTable } from "./table.ts";
import type { Table } from "./table.ts";
import { deriveCellOn } from "./term-cell.ts";

/** What held on the days of one page, by what is known today. */
export interface AsOfPage {
  span: DaySpan;
  /** True for the page that reaches the record's day. */
  newest: boolean;
  versions: DayVersion[];
  changes: DayChange[];
  /** One table a topic: the term then, and today where that differs. */
  topics: Table[];
  /** The record's own tables of offerings and deals, as they stood. */
  offerings: Table[];
  deals: Table[];
  notes: Note[];
}

/** The cell of today beside one of another day: short where nothing changed. */
function todayCell(record: AgreementRecord, termId: string, then: Cell): Cell {
  // The id outlives the record's day: it is an address.
  const today = {
    ...deriveCellOn(record, termId, record.site.as_of),
    id: `${termId}.today`,
  };
  const claim = record.byId.claims.get(today.claimIds[0] ?? "");
  const same =
    claim && today.state === then.state && cellWords(today) === cellWords(then);
  return same
    ? makeCell(today.id, "value", [claimEntry(claim, "the same")], [claim])
    : today;
}

function deriveTopicTable(
  record: AgreementRecord,
  topic: { id: string; title: string },
  span: DaySpan,
  newest: boolean,
): Table {
  const { as_of } = record.site;
  const then: Column = { id: span.date, label: formatDate(span.date) };
  const today: Column = {
    id: "today",
    label: `Today, ${formatDate(as_of)}`,
  };
  const rows = record.terms
    .filter((term) => term.topic === topic.id)
    .map((term) => {
      const cell = deriveDatedCell(record, term.id, span.date, span.from);
      return {
        id: term.id,
        label: term.title,
        href: `/terms/${term.id}/`,
        cells: newest ? [cell] : [cell, todayCell(record, term.id, cell)],
      };
    });
  const grid = {
    corner: "Term",
    columns: newest ? [then] : [then, today],
    rows,
  };
  return {
    id: topic.id,
    title: topic.title,
    summary: "",
    ...grid,
    legend: deriveLegend(grid),
  };
}

/** The record with only the offerings that had begun and the deals that were announced by a page's date. */
function recordBy(record: AgreementRecord, span: DaySpan): AgreementRecord {
  // What is dated by a month or year alone had surely begun only when that was over.
  const surely = (date: string) =>
    [lastDay(date), lastDay(record.site.as_of)].sort()[0]!;
  const by = (date: string) => surely(date) <= span.to;
  return indexRecord({
    ...record,
    site: { ...record.site, as_of: span.date },
    offerings: record.offerings.filter(({ since }) => by(since)),
    deals: record.deals.filter(({ announced }) => by(announced)),
  });
}

/** A product that nobody offered by then, or a party without a deal, would only be a row of "none recorded". */
function withoutEmptyRows(table: Table): Table {
  const rows = table.rows.filter(({ cells }) =>
    cells.some(({ state }) => state !== "no-entry"),
  );
  return { ...table, rows, legend: deriveLegend({ ...table, rows }) };
}

export function deriveAsOf(record: AgreementRecord, span: DaySpan): AsOfPage {
  const newest = span.to === record.site.as_of;
  const then = recordBy(record, span);
  const tablesOf = (kind: "offerings" | "deals") =>
    record.tables
      .filter((spec) => spec.kind === kind)
      .map((spec) => withoutEmptyRows(deriveTable(then, spec)));
  const topics = record.topics
    .map((topic) => deriveTopicTable(record, topic, span, newest))
    .filter(({ rows }) => rows.length > 0);
  const [offerings, deals] = [tablesOf("offerings"), tablesOf("deals")];
  return {
    span,
    newest,
    versions: deriveDayVersions(record, span),
    changes: deriveDayChanges(record, span),
    topics,
    offerings,
    deals,
    notes: deriveNotes(
      record,
      [...topics, ...offerings, ...deals].flatMap(notedInTable),
    ),
  };
}
