import type { Deal } from "../model/deal.ts";
import { compareDates } from "../model/partial-date.ts";
import type { AgreementRecord } from "../model/record.ts";
import type { Percent } from "./picture-axis.ts";
import { formatMoneyTick, makePanel } from "./picture-panel.ts";
import type { Panel } from "./picture-panel.ts";
import { shortDate } from "./short-date.ts";
import { dealEntry, formatBoundAmount, formatCapacity } from "./table-deals.ts";
import { wrapLabel } from "./wrap-label.ts";

/** How firm a figure is; each is drawn in its own way. */
export type Firmness = "firm" | "announced" | "reported" | "replaced";

interface Dot {
  x: Percent;
  words: string;
}

export interface DealRow {
  id: string;
  href: string;
  /** All that the row says, as words. */
  title: string;
  kind: Deal["kind"];
  firmness: Firmness;
  date: string;
  /** What is said in place of an amount that was not published. */
  unpublished: string;
  amount: Dot | undefined;
  capacity: Dot | undefined;
  at: { wide: At; narrow: At };
}

interface At {
  y: number;
  lines: string[];
  dot: number;
}

/** Dots on two logarithmic panels, one row for each deal, grouped by counterparty. Nothing is ever added up. */
export interface DealsPicture {
  title: string;
  description: string;
  money: Panel;
  power: Panel | undefined;
  groups: {
    id: string;
    label: string;
    at: { wide: number; narrow: number };
    rows: DealRow[];
  }[];
  height: { wide: number; narrow: number };
  legend: {
    firmness: { id: Firmness; word: string }[];
    kinds: { id: Deal["kind"]; word: string }[];
  };
}

const FIRMNESS: [Firmness, string][] = [
  ["firm", "signed or completed"],
  ["announced", "announced"],
  ["reported", "figure or deal known from reports"],
  ["replaced", "later replaced"],
];

const KINDS: [Deal["kind"], string][] = [
  ["compute", "compute"],
  ["chips", "chips"],
  ["investment", "investment"],
  ["lease-guarantee", "lease guarantee (a limit)"],
];

function firmnessOf(deal: Deal): Firmness {
  if (deal.status === "replaced" || deal.status === "reported")
    return deal.status;
  if (deal.confidence === "reported") return "reported";
  return deal.status === "announced" ? "announced" : "firm";
}

const TOP = { wide: 62, narrow: 0 };
const HEADING = { wide: 30, narrow: 52 };

export function deriveDealsPicture(record: AgreementRecord): DealsPicture {
  const spec = record.tables.find((table) => table.kind === "deals");
  const counterparty = (deal: Deal) =>
    deal.to === spec?.center ? deal.from : deal.to;
  const name = (id: string) => record.byId.parties.get(id)!.name;
  const amounts = record.deals.flatMap(({ amount_usd }) => amount_usd ?? []);
  const powers = record.deals.flatMap(({ capacity_gw }) => capacity_gw ?? []);
  const money = makePanel(
    amounts.length > 0 ? amounts : [1],
    {
      label: "Money, on a logarithmic scale:",
      reading: "each line is ten times the one before",
    },
    formatMoneyTick,
  );
  const power =
    powers.length > 0
      ? makePanel(
          powers,
          { label: "Capacity, likewise", reading: "" },
          (value) => `${value} GW`,
        )
      : undefined;
  const y = { ...TOP };
  const rowOf = (deal: Deal): DealRow => {
    const entry = dealEntry(record, deal);
    const words = deal.title ?? `${name(deal.from)} to ${name(deal.to)}`;
    const date = shortDate(deal.announced.slice(0, 7));
    const kind = KINDS.find(([id]) => id === deal.kind)![1];
    const lines = {
      wide: wrapLabel(words, 20, 2),
      narrow: wrapLabel(
        [words, date, formatCapacity(deal)].filter(Boolean).join(", "),
        44,
        2,
      ),
    };
    const room = Math.max(24, lines.wide.length * 15 + 8);
    const wide = {
      y: y.wide + room / 2 - (lines.wide.length - 1) * 7.5 + 4,
      lines: lines.wide,
      dot: y.wide + room / 2,
    };
    const narrow = {
      y: y.narrow + 13,
      lines: lines.narrow,
      dot: y.narrow + lines.narrow.length * 16 + 12,
    };
    y.wide += room;
    y.narrow = narrow.dot + 20;
    return {
      id: deal.id,
      href: `/deals/#${deal.id}`,
      title: [entry.words, entry.detail].filter(Boolean).join("; "),
      kind: deal.kind,
      firmness: firmnessOf(deal),
      date,
      unpublished: `${kind}, amount not published`,
      amount:
        deal.amount_usd === null
          ? undefined
          : { x: money.place(deal.amount_usd), words: formatBoundAmount(deal) },
      capacity:
        power && deal.capacity_gw !== undefined
          ? {
              x: power.place(deal.capacity_gw),
              words: formatCapacity(deal)!,
            }
          : undefined,
      at: { wide, narrow },
    };
  };
  const groups = record.parties.flatMap((party) => {
    const deals = record.deals
      .filter((deal) => counterparty(deal) === party.id)
      .toSorted((a, b) => compareDates(a.announced, b.announced));
    if (deals.length === 0) return [];
    const at = { ...y };
    y.wide += HEADING.wide;
    y.narrow += HEADING.narrow;
    return [{ id: party.id, label: party.name, at, rows: deals.map(rowOf) }];
  });
  const rows = groups.flatMap((group) => group.rows);
  return {
    title: "Commitments by counterparty",
    description:
      "One row for each deal, oldest first. The scales are logarithmic: each line stands for ten times as much as the one before, so that small deals can be read beside large ones. The rows overlap in what they pay for, and must not be added up.",
    money: money.panel,
    power: power?.panel,
    groups,
    height: { wide: y.wide + 8, narrow: y.narrow + 4 },
    legend: {
      firmness: FIRMNESS.filter(([id]) =>
        rows.some((row) => row.firmness === id),
      ).map(([id, word]) => ({ id, word })),
      kinds: KINDS.filter(([id]) => rows.some((row) => row.kind === id)).map(
        ([id, word]) => ({ id, word }),
      ),
    },
  };
}
