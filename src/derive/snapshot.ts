import type { Claim } from "../model/claim.ts";
import { hashSnapshot } from "../model/pin.ts";
import type { Pin, Snapshot } from "../model/pin.ts";
import type { AgreementRecord } from "../model/record.ts";
import type { TableSpec } from "../model/table-spec.ts";
import type { Version } from "../model/version.ts";
import { cellWords } from "./cell.ts";
import { deriveClaimPage } from "./claim-page.ts";
import { formatDate } from "./format-date.ts";
import { comparePath, listPairs } from "./redline.ts";
import { deriveRedlineText } from "./redline-page.ts";
import type { Run } from "./redline-words.ts";
import { deriveTable } from "./table.ts";

const idOf = ({ id }: { id: string }) => id;

interface Labelled {
  label: string;
  sublabel?: string | undefined;
}

function labelOf({ label, sublabel }: Labelled): Labelled {
  return sublabel ? { label, sublabel } : { label };
}

/** Collects the sources of a snapshot, in the order in which they are named: each in words, and by its number. */
function createSources(record: AgreementRecord) {
  const numbers = new Map<string, number>();
  return {
    numbersOf: (ids: string[]): number[] =>
      ids
        .map((id) => {
          const number = numbers.get(id) ?? numbers.size + 1;
          numbers.set(id, number);
          return number;
        })
        .sort((a, b) => a - b),
    list: (): string[] =>
      [...numbers.keys()].map((id) => {
        const { publisher, title, published } = record.byId.sources.get(id)!;
        return `${publisher}, “${title}”, ${formatDate(published)}`;
      }),
  };
}

/** The words of a table. */
export function snapTable(record: AgreementRecord, spec: TableSpec): Snapshot {
  const { title, summary, corner, columns, rows } = deriveTable(record, spec);
  const sources = createSources(record);
  return {
    is: "table",
    page: `/tables/${spec.id}/`,
    title,
    summary,
    corner,
    columns: columns.map((column) => ({ id: column.id, ...labelOf(column) })),
    rows: rows.map((row) => ({
      id: row.id,
      ...labelOf(row),
      cells: row.cells.map((cell) => ({
        at: cell.id,
        words: cellWords(cell),
        sources: sources.numbersOf(cell.sourceIds),
      })),
    })),
    sources: sources.list(),
  };
}

/** One side of a redline: all its words but those of the other side. */
function sideOf(runs: Run[], other: Run["kind"]): string {
  return runs
    .filter(({ kind }) => kind !== other)
    .map(({ text }) => text)
    .join("");
}

/** The words of two versions compared. */
export function snapRedline(
  record: AgreementRecord,
  from: Version,
  to: Version,
): Snapshot {
  const { title, totals, sections } = deriveRedlineText(record, from, to);
  const sources = createSources(record);
  return {
    is: "redline",
    page: comparePath(record, from, to),
    title,
    totals,
    sections: sections.map(({ heading, remark, rows }) => ({
      heading,
      ...(remark ? { remark } : {}),
      items: rows.map(({ term, redline, sentence, entries }) => ({
        at: term.id,
        title: term.title,
        before: sideOf(redline, "added"),
        after: sideOf(redline, "removed"),
        sentence,
        sources: sources.numbersOf([
          ...new Set(entries.flatMap((entry) => entry.sources).map(idOf)),
        ]),
      })),
    })),
    sources: sources.list(),
  };
}

/** The words of a claim. */
export function snapClaim(record: AgreementRecord, claim: Claim): Snapshot {
  const page = deriveClaimPage(record, claim, []);
  const { title, words, statement, note, sentences } = page;
  const sources = createSources(record);
  sources.numbersOf(claim.sources.map(idOf));
  return {
    is: "claim",
    page: `/claims/${claim.id}/`,
    title,
    words,
    statement,
    ...(note ? { note } : {}),
    dates: sentences.join(" "),
    sources: sources.list(),
  };
}

/**
 * A pin to the present edition for each table, redline and claim as they are now. An earlier edition may have said the
 * same: then its pin, which has the same hash, is the one to keep.
 */
export function listPresentPins(
  record: AgreementRecord,
  /** What the present state is called. */
  since: string,
): Pin[] {
  return [
    ...record.tables.map((spec) => snapTable(record, spec)),
    ...listPairs(record).map(([from, to]) => snapRedline(record, from, to)),
    ...record.claims.map((claim) => snapClaim(record, claim)),
  ].map((says) => ({ pin: hashSnapshot(says), since, says }));
}
