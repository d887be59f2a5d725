import { deriveInterval } from "../model/interval.ts";
import { divideDays } from "./day-span.ts";
import type { DaySpan } from "./day-span.ts";
import type { PartialDate } from "../model/partial-date.ts";
import type { AgreementRecord } from "../model/record.ts";
import type { TableSpec } from "../model/table-spec.ts";
import { oncePerRecord } from "./once.ts";
import { deriveTable } from "./table.ts";

/**
 * The days on which something began or ended in the world, up to the record's day: terms (what leads and what
 * supports), versions, offerings, and deals announced. Each stands for the days up to the next.
 */
export const listChangeDays = oncePerRecord((record): DaySpan[] => {
  const claims = record.claims
    .filter((claim) => claim.term && !record.withdrawals.has(claim.id))
    .flatMap((claim) => {
      const { from, to } = deriveInterval(record, claim);
      return [from, to];
    });
  const dates = [
    ...claims,
    ...record.versions.map(({ date }) => date),
    ...record.offerings.flatMap(({ since, until }) => [since, until]),
    ...record.deals.map(({ announced }) => announced),
  ].filter((date) => date !== undefined);
  return divideDays(dates, record.site.as_of);
});

export function asOfPath(date: PartialDate): string {
  return `/as-of/${date}/`;
}

/**
 * Where on a page of another day a table is found, as a fragment; nothing where its rows are spread over the page.
 * Undefined for tables that say nothing about a day.
 */
export function asOfSection(
  record: AgreementRecord,
  spec: TableSpec,
): string | undefined {
  if (spec.kind === "offerings") return "#offered-then";
  if (spec.kind === "deals") return "#deals-then";
  if (spec.kind !== "terms") return undefined;
  const topics = new Set(
    deriveTable(record, spec).rows.map(
      ({ id }) => record.byId.terms.get(id)!.topic,
    ),
  );
  return topics.size === 1 ? `#${[...topics][0]!}` : "";
}
