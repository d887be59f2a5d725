import type { Deal } from "../model/deal.ts";
import { compareDates } from "../model/partial-date.ts";
import type { AgreementRecord } from "../model/record.ts";
import type { TableSpec } from "../model/table-spec.ts";
import { makeCell } from "./cell.ts";
import type { Entry } from "./cell.ts";
import { formatOnDate } from "./format-date.ts";
import type { Grid } from "./grid.ts";

type DealsSpec = Extract<TableSpec, { kind: "deals" }>;

const KINDS: { [kind in Deal["kind"]]: string } = {
  compute: "Compute",
  chips: "Chips",
  investment: "Investment",
  "lease-guarantee": "Lease guarantee",
};

/** The amount in words; a deal whose amount was never published says so. */
export function formatAmount(deal: Deal): string {
  if (deal.amount_usd === null) return "amount not published";
  return deal.amount_usd < 1
    ? `$${Math.round(deal.amount_usd * 1000)} million`
    : `$${deal.amount_usd} billion`;
}

const BOUNDS: { [bound in NonNullable<Deal["amount_is"]>]: string } = {
  about: "about ",
  "at-least": "at least ",
  "at-most": "up to ",
};

/** The amount, with how exact it is: "up to $5 billion". */
export function formatBoundAmount(deal: Deal): string {
  const bound = deal.amount_is === undefined ? "" : BOUNDS[deal.amount_is];
  return bound + formatAmount(deal);
}

export function formatCapacity(deal: Deal): string | undefined {
  return deal.capacity_gw === undefined ? undefined : `${deal.capacity_gw} GW`;
}

export function formatDealKind(kind: Deal["kind"]): string {
  return KINDS[kind];
}

/** How and when the deal became public, and how it stands: "announced on 7 March 2025, signed". */
export function formatDealStatus(deal: Deal): string {
  const on = formatOnDate(deal.announced);
  if (deal.status === "reported") return `reported only, ${on}`;
  if (deal.status === "announced") return `announced ${on}`;
  return `announced ${on}, ${deal.status === "replaced" ? "later replaced" : deal.status}`;
}

/** "A to B: about $10 billion" with day, standing, capacity and length as detail, then what is to be said of the amount. */
export function dealEntry(record: AgreementRecord, deal: Deal): Entry {
  const from = record.byId.parties.get(deal.from)!.name;
  const to = record.byId.parties.get(deal.to)!.name;
  const inReports =
    deal.confidence === "reported" && deal.status !== "reported";
  const facts = [
    formatDealStatus(deal),
    formatCapacity(deal),
    deal.term_years === undefined ? undefined : `over ${deal.term_years} years`,
    inReports ? "known from reports" : undefined,
  ];
  const detail = [
    facts.filter(Boolean).join("; "),
    deal.amount_note && `Amount: ${deal.amount_note}`,
  ];
  return {
    words: `${deal.title ?? `${from} to ${to}`}: ${formatBoundAmount(deal)}`,
    detail: detail.filter(Boolean).join(". "),
    href: `/deals/#${deal.id}`,
    note: `deal:${deal.id}`,
    sources: deal.sources,
  };
}

/** Counterparties of `center` × kinds of deal. A deal without the center stands under the party that receives. */
export function deriveDealRows(record: AgreementRecord, spec: DealsSpec): Grid {
  const counterparty = (deal: Deal) =>
    deal.to === spec.center ? deal.from : deal.to;
  const present = new Set(record.deals.map(counterparty));
  const parties = record.parties.filter((party) => present.has(party.id));
  const kinds = spec.kinds as Deal["kind"][];
  return {
    corner: "Counterparty",
    columns: kinds.map((kind) => ({ id: kind, label: KINDS[kind] })),
    rows: parties.map((party) => ({
      id: party.id,
      label: party.name,
      cells: kinds.map((kind) => {
        const deals = record.deals
          .filter(
            (deal) => counterparty(deal) === party.id && deal.kind === kind,
          )
          .sort((a, b) => compareDates(b.announced, a.announced));
        const state = deals.length === 0 ? "no-entry" : "value";
        return makeCell(
          `${party.id}.${kind}`,
          state,
          deals.map((deal) => dealEntry(record, deal)),
          [],
        );
      }),
    })),
  };
}
