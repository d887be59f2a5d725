import { compareDates } from "../model/partial-date.ts";
import type { AgreementRecord } from "../model/record.ts";
import { CHANGING } from "../model/version.ts";
import { deriveCellOn } from "./term-cell.ts";
import type { Cell } from "./cell.ts";
import { formatDate } from "./format-date.ts";
import { deriveRedlineWords } from "./redline-words.ts";
import type { Run } from "./redline-words.ts";
import { deriveStanding } from "./standing.ts";
import type { Table } from "./table.ts";

/** One answer of the front page: the value now, the value before struck through, since when, and its source. */
export interface Headline {
  term: { id: string; title: string; question: string };
  topic: { id: string; title: string };
  cell: Cell;
  redline: Run[];
  since: string;
}

export function deriveHeadlines(
  record: AgreementRecord,
  termIds: string[],
): Headline[] {
  return termIds.map((termId) => {
    const term = record.byId.terms.get(termId)!;
    const topic = record.byId.topics.get(term.topic)!;
    const { claim, since, earlier } = deriveStanding(
      record,
      termId,
      record.site.as_of,
    );
    return {
      term: { id: term.id, title: term.title, question: term.question },
      topic: { id: topic.id, title: topic.title },
      cell: deriveCellOn(record, termId, record.site.as_of),
      redline: deriveRedlineWords(earlier?.value ?? "", claim?.value ?? ""),
      since: since === undefined ? "" : formatDate(since),
    };
  });
}

/** What the tables of a day say, in their first column, of the terms that the front page answers for. */
export function pickHeadlines(
  record: AgreementRecord,
  tables: Table[],
): { id: string; title: string; cell: Cell }[] {
  const rows = new Map(
    tables.flatMap((table) => table.rows).map((row) => [row.id, row]),
  );
  return record.site.headline_terms.flatMap((id) => {
    const row = rows.get(id);
    return row ? [{ id, title: row.label, cell: row.cells[0]! }] : [];
  });
}

/** The last version that changed terms, by the record's day. */
export function deriveLastChange(record: AgreementRecord) {
  return record.timeline
    .filter(
      (version) =>
        CHANGING.has(version.kind) &&
        compareDates(version.date, record.site.as_of) <= 0,
    )
    .at(-1);
}
