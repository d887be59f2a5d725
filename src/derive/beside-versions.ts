import type { Claim } from "../model/claim.ts";
import { deriveInterval } from "../model/interval.ts";
import { compareDates, firstDay, lastDay } from "../model/partial-date.ts";
import type { PartialDate } from "../model/partial-date.ts";
import type { AgreementRecord } from "../model/record.ts";
import { claimEntry, makeCell } from "./cell.ts";
import type { Cell } from "./cell.ts";
import { CONFIDENCE } from "./claim-words.ts";
import { formatDate } from "./format-date.ts";

/** Whether a claim leads its term in a version, or is known beside the versions. */
export function isBeside(record: AgreementRecord, claim: Claim): boolean {
  return !record.leading.get(claim.term ?? "")?.includes(claim);
}

/** The claims on a term beside the versions that had surely begun by a date, and not ended. In the record's order. */
function listBeside(
  record: AgreementRecord,
  termId: string,
  date: PartialDate,
): Claim[] {
  return record.claims.filter((claim) => {
    if (claim.term !== termId || claim.value === undefined) return false;
    if (!isBeside(record, claim) || record.withdrawals.has(claim.id))
      return false;
    const { from, to } = deriveInterval(record, claim);
    const begun = lastDay(from) <= lastDay(date);
    const over = to !== undefined && compareDates(to, date) <= 0;
    return begun && !over;
  });
}

/**
 * The cell of a term that no version has set by a date: what was known of it beside the versions, such as a report
 * or a filing. Undefined where that is nothing.
 */
export function deriveBesideCell(
  record: AgreementRecord,
  id: string,
  termId: string,
  date: PartialDate,
): Cell | undefined {
  const claims = listBeside(record, termId, date).sort((a, b) =>
    firstDay(a.valid_from) < firstDay(b.valid_from) ? -1 : 1,
  );
  if (claims.length === 0) return undefined;
  const ids = new Set(claims.map((claim) => claim.id));
  const disputed = claims.some(({ disputes }) =>
    disputes?.some((other) => ids.has(other.id)),
  );
  const reported = claims.every(({ confidence }) => confidence === "reported");
  const entries = claims.map((claim) => {
    // Where all are, the cell's state says it.
    const worth =
      reported || claim.confidence === "primary"
        ? []
        : [CONFIDENCE[claim.confidence]];
    const since = `since ${formatDate(claim.valid_from)}, in no version`;
    return claimEntry(claim, claim.value!, [...worth, since].join("; "));
  });
  const state = disputed ? "disputed" : reported ? "reported-only" : "value";
  return makeCell(id, state, entries, claims);
}
