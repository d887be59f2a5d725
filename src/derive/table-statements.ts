import type { Coverage } from "../model/coverage.ts";
import type { AgreementRecord } from "../model/record.ts";
import type { TableSpec } from "../model/table-spec.ts";
import { claimEntry, makeCell } from "./cell.ts";
import type { Cell } from "./cell.ts";
import { formatDate } from "./format-date.ts";
import type { Grid } from "./grid.ts";

type StatementsSpec = Extract<TableSpec, { kind: "statements" }>;

function cellsOf(record: AgreementRecord, entry: Coverage): Cell[] {
  const claims = entry.claims.map((id) => record.byId.claims.get(id)!);
  const sources = [
    { id: entry.article },
    ...claims.flatMap((claim) => claim.sources),
  ];
  const base = { note: `coverage:${entry.id}`, sources };
  const until = entry.true_until
    ? `true until ${formatDate(entry.true_until)}`
    : undefined;
  return [
    makeCell(
      `${entry.id}.verdict`,
      "value",
      [{ ...base, words: entry.judged, detail: until }],
      claims,
    ),
    makeCell(
      `${entry.id}.why`,
      "value",
      [{ ...base, words: entry.note }],
      claims,
    ),
    claims.length === 0
      ? makeCell(`${entry.id}.claims`, "no-entry", [], [])
      : makeCell(
          `${entry.id}.claims`,
          "value",
          claims.map((claim) =>
            claimEntry(
              claim,
              claim.value ?? claim.statement,
              formatDate(claim.valid_from),
            ),
          ),
          claims,
        ),
  ];
}

/** The statements of one article, each with its verdict, the reason and the claims that decide it. */
export function deriveStatementRows(
  record: AgreementRecord,
  spec: StatementsSpec,
): Grid {
  const entries = record.coverage.filter(
    (entry) => entry.article === spec.article,
  );
  return {
    corner: "Statement",
    columns: [
      { id: "verdict", label: "Verdict" },
      { id: "why", label: "Why" },
      { id: "claims", label: "Claims that decide it" },
    ],
    rows: entries.map((entry, index) => ({
      id: entry.id,
      label: `${index + 1}. ${entry.statement}`,
      cells: cellsOf(record, entry),
    })),
  };
}
