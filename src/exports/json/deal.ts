import { z } from "zod";
import { dealEntry } from "../../derive/table-deals.ts";
import { confidence } from "../../model/date-kind.ts";
import { deal } from "../../model/deal.ts";
import { defineNoun } from "./noun.ts";
import {
  dateShape,
  idShape,
  makeDate,
  makeSourceRefs,
  sourceRefsShape,
} from "./parts.ts";

const { kind, status } = deal.shape;
const amountIs = deal.shape.amount_is.unwrap();

export const dealJson = defineNoun({
  name: "deals",
  folder: "deals",
  one: "deal",
  about: "Money or capacity that one party pays or commits to another.",
  entry: {
    title: z
      .string()
      .nullable()
      .describe("What it is called, where from and to would mislead."),
    from_party_id: idShape.describe("Pays or commits."),
    to_party_id: idShape.describe("Receives."),
    kind,
    amount_usd_billion: z
      .number()
      .nullable()
      .describe("In billions of US dollars; null where not published."),
    amount_is: amountIs.nullable().describe("Where the amount is not exact."),
    amount_note: z.string().nullable(),
    capacity_gw: z.number().nullable().describe("In gigawatts."),
    term_years: z.number().nullable(),
    announced: dateShape,
    status,
    confidence,
    sources: sourceRefsShape,
    note: z.string().nullable(),
  },
  makeEntry: (item) => ({
    title: item.title ?? null,
    from_party_id: item.from,
    to_party_id: item.to,
    kind: item.kind,
    amount_usd_billion: item.amount_usd,
    amount_is: item.amount_is ?? null,
    amount_note: item.amount_note ?? null,
    capacity_gw: item.capacity_gw ?? null,
    term_years: item.term_years ?? null,
    announced: makeDate(item.announced),
    status: item.status,
    confidence: item.confidence,
    sources: makeSourceRefs(item.sources),
    note: item.note ?? null,
  }),
  derived: {
    words: z.string().describe("Who to whom and how much, as tables say it."),
    detail: z.string().describe("How and when it became public, and more."),
  },
  derive: (item, { record }) => {
    const { words, detail } = dealEntry(record, item);
    return { words, detail: detail ?? "" };
  },
});
