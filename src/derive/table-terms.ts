import type { AgreementRecord } from "../model/record.ts";
import type { TableSpec } from "../model/table-spec.ts";
import { deriveCell, deriveCellOn } from "./term-cell.ts";
import { formatDate } from "./format-date.ts";
import type { Column, Grid } from "./grid.ts";

type TermsSpec = Extract<TableSpec, { kind: "terms" }>;

/** Terms × versions, newest first so that the answer comes first; or terms × dates, as authored. */
export function deriveTermRows(record: AgreementRecord, spec: TermsSpec): Grid {
  const terms = record.terms.filter(
    (term) =>
      (spec.topics?.includes(term.topic) ?? true) &&
      (spec.terms?.includes(term.id) ?? true),
  );
  const versions = record.timeline
    .filter((version) => spec.versions?.includes(version.id) ?? true)
    .reverse();
  const columns: Column[] = spec.dates
    ? spec.dates.map((date) => ({
        id: date,
        label: formatDate(date),
        sublabel: "what held on this day",
      }))
    : versions.map((version) => ({
        id: version.id,
        label: formatDate(version.date),
        sublabel: version.title,
        href: `/versions/${version.id}/`,
      }));
  return {
    corner: "Term",
    columns,
    rows: terms.map((term) => ({
      id: term.id,
      label: term.title,
      sublabel: term.question,
      href: `/terms/${term.id}/`,
      cells: columns.map((column) =>
        spec.dates
          ? deriveCellOn(record, term.id, column.id)
          : deriveCell(record, term.id, column.id),
      ),
    })),
  };
}
