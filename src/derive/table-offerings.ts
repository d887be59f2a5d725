import type { Offering, OfferingStatus } from "../model/offering.ts";
import { compareDates } from "../model/partial-date.ts";
import type { AgreementRecord } from "../model/record.ts";
import type { TableSpec } from "../model/table-spec.ts";
import { makeCell } from "./cell.ts";
import type { CellState, Entry } from "./cell.ts";
import { formatPeriod } from "./format-date.ts";
import type { Grid } from "./grid.ts";

type OfferingsSpec = Extract<TableSpec, { kind: "offerings" }>;

/** Each stage in words. */
export const STAGES: { [status in OfferingStatus]: string } = {
  ga: "generally available",
  preview: "public preview",
  "limited-preview": "limited preview",
  "private-preview": "private preview",
  announced: "announced",
  "not-offered": "not offered",
  unknown: "stage not known",
};

export function offeringHref(offering: Offering): string {
  return `/availability/#${offering.id}`;
}

/** "since 5 August 2025", "3 to 8 May 2025", "since June 2025 at the latest". */
function periodOf({ since, until, first_seen }: Offering): string {
  const period = formatPeriod(since, until);
  if (!first_seen) return period;
  return until ? `${period}, or from earlier` : `${period} at the latest`;
}

export function offeringEntry(offering: Offering): Entry {
  return {
    words: `${STAGES[offering.status]}, ${periodOf(offering)}`,
    detail: offering.form,
    href: offeringHref(offering),
    note: `offering:${offering.id}`,
    sources: offering.sources,
  };
}

/** Open offers before ended ones, then by start, newest first. */
function newestFirst(a: Offering, b: Offering): number {
  return (
    Number(a.until !== undefined) - Number(b.until !== undefined) ||
    compareDates(b.since, a.since)
  );
}

/** The state of the newest offering: over when it has ended by the record's day and nothing followed. */
function stateOf(newest: Offering | undefined, asOf: string): CellState {
  if (!newest) return "no-entry";
  if (newest.status === "unknown") return "not-disclosed";
  const over = newest.status !== "not-offered" && newest.until;
  return over && compareDates(over, asOf) <= 0 ? "ended" : "value";
}

/** Products × channels; a cell lists its offerings with their history, newest first. */
export function deriveOfferingRows(
  record: AgreementRecord,
  spec: OfferingsSpec,
): Grid {
  const products = record.products.filter(
    (product) => spec.products?.includes(product.id) ?? true,
  );
  const channels = spec.channels.map((id) => record.byId.channels.get(id)!);
  return {
    corner: "Product",
    columns: channels.map(({ id, name }) => ({ id, label: name })),
    rows: products.map((product) => ({
      id: product.id,
      label: product.name,
      cells: channels.map((channel) => {
        const offerings = record.offerings
          .filter(
            (offering) =>
              offering.channel === channel.id &&
              offering.products.includes(product.id),
          )
          .sort(newestFirst);
        const state = stateOf(offerings[0], record.site.as_of);
        return makeCell(
          `${product.id}.${channel.id}`,
          state,
          offerings.map(offeringEntry),
          [],
        );
      }),
    })),
  };
}
