import { z } from "zod";
import { offeringEntry } from "../../derive/table-offerings.ts";
import { isOver } from "../../model/interval.ts";
import { offeringStatus } from "../../model/offering.ts";
import { defineNoun, NOTHING_DERIVED } from "./noun.ts";
import {
  dateShape,
  idShape,
  idsShape,
  makeDate,
  makeDateOrNull,
  makeSourceRefs,
  sourceRefsShape,
} from "./parts.ts";

export const productJson = defineNoun({
  name: "products",
  folder: "products",
  one: "product",
  about: "Something that is offered.",
  entry: { name: z.string() },
  makeEntry: ({ name }) => ({ name }),
  ...NOTHING_DERIVED,
});

export const channelJson = defineNoun({
  name: "channels",
  folder: "channels",
  one: "channel",
  about: "Where products can be had, and from whom.",
  entry: { name: z.string(), party_id: idShape },
  makeEntry: ({ name, party }) => ({ name, party_id: party }),
  ...NOTHING_DERIVED,
});

export const offeringJson = defineNoun({
  name: "offerings",
  folder: "offerings",
  one: "offering",
  about: "Where something can be had, in what form, from which day to which.",
  entry: {
    title: z.string(),
    product_ids: idsShape,
    channel_id: idShape,
    form: z.string(),
    status: offeringStatus,
    since: dateShape,
    first_seen: z
      .boolean()
      .describe("Whether `since` is only when it was first seen."),
    until: dateShape.nullable(),
    sources: sourceRefsShape,
    note: z.string().nullable(),
  },
  makeEntry: (item) => ({
    title: item.title,
    product_ids: item.products,
    channel_id: item.channel,
    form: item.form,
    status: item.status,
    since: makeDate(item.since),
    first_seen: item.first_seen ?? false,
    until: makeDateOrNull(item.until),
    sources: makeSourceRefs(item.sources),
    note: item.note ?? null,
  }),
  derived: {
    words: z.string().describe("Its stage and days, as tables say it."),
    over: z.boolean().describe("Whether it had ended by the record's day."),
  },
  derive: (item, { record }) => ({
    words: offeringEntry(item).words,
    over: isOver({ to: item.until }, record.site.as_of),
  }),
});
