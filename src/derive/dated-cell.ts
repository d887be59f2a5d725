import type { Claim } from "../model/claim.ts";
import { dayBefore, firstDay, lastDay } from "../model/partial-date.ts";
import type { PartialDate } from "../model/partial-date.ts";
import type { AgreementRecord } from "../model/record.ts";
import type { Cell } from "./cell.ts";
import { formatDate } from "./format-date.ts";
import { deriveStanding } from "./standing.ts";
import { deriveCellOn } from "./term-cell.ts";

/** What a claim says in short, for a remark on another's cell. */
export function briefWords(claim: Claim | undefined): string {
  if (!claim) return "not known";
  return claim.effect === "ends" ? `ended: ${claim.value}` : claim.value!;
}

/** What is unsure about a cell whose claim began, or ended, within a date that the days have not surely passed. */
function doubtOf(
  record: AgreementRecord,
  termId: string,
  date: PartialDate,
  from: string,
): string | undefined {
  const { claim, since, ended } = deriveStanding(record, termId, date);
  if (!claim || since === undefined) return undefined;
  const open = (edge: PartialDate) => edge.length < 10 && lastDay(edge) >= from;
  const out = claim.valid_to;
  if (ended && claim.effect !== "ends" && out !== undefined)
    return open(out) ? `ended some day in ${formatDate(out)}` : undefined;
  if (!open(since)) return undefined;
  const before = deriveStanding(record, termId, dayBefore(firstDay(since)));
  return `began some day in ${formatDate(since)}; before that: ${briefWords(before.claim)}`;
}

/**
 * The state of a term on days that begin with `from` and are called `date`. Where the days may lie before the
 * claim began, because its date is only a month or a year, the cell says so.
 */
export function deriveDatedCell(
  record: AgreementRecord,
  termId: string,
  date: PartialDate,
  from: string,
): Cell {
  const cell = deriveCellOn(record, termId, date);
  const doubt = doubtOf(record, termId, date, from);
  const [first, ...rest] = cell.entries;
  if (doubt === undefined || !first) return cell;
  const detail = [first.detail, doubt].filter(Boolean).join("; ");
  return { ...cell, entries: [{ ...first, detail }, ...rest] };
}
