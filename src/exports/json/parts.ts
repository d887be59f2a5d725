import { z } from "zod";
import type { Run } from "../../derive/redline-words.ts";
import {
  firstDay,
  lastDay,
  partialDate,
  precisionOf,
} from "../../model/partial-date.ts";
import type { PartialDate } from "../../model/partial-date.ts";
import type { SourceRef } from "../../model/source-ref.ts";

export const idShape = z
  .string()
  .regex(/^[a-z0-9-]+(?:\/[a-z0-9-]+)*$/)
  .meta({
    id: "Id",
    description:
      "An id in kebab-case; only those of explainers have slashes. It is part of addresses, so it stays: /permalinks.json says where one went that did not.",
  });

export const idsShape = z.array(idShape);

export const addressShape = z.string().meta({
  id: "Address",
  format: "uri",
  description: "An absolute address of this site.",
});

export const dayShape = z.string().meta({
  id: "Day",
  format: "date",
  description: "A whole date, as YYYY-MM-DD.",
});

export const dateShape = z
  .strictObject({
    date: partialDate.meta({
      pattern: "^\\d{4}(-\\d{2}(-\\d{2})?)?$",
      description: 'As precise as its source: "2024", "2024-05", "2024-05-01".',
    }),
    precision: z.enum(["year", "month", "day"]),
    earliest: dayShape.describe("The first day that the date can mean."),
    latest: dayShape.describe("The last day that the date can mean."),
  })
  .meta({
    id: "PartialDate",
    description:
      "A date as precise as its source. A year or a month is a range of days, never silently its first.",
  });
export type DateJson = z.infer<typeof dateShape>;

export function makeDate(date: PartialDate): DateJson {
  return {
    date,
    precision: precisionOf(date),
    earliest: firstDay(date),
    latest: lastDay(date),
  };
}

export function makeDateOrNull(date: PartialDate | undefined): DateJson | null {
  return date === undefined ? null : makeDate(date);
}

export const runsShape = z
  .array(
    z.strictObject({
      kind: z.enum(["same", "removed", "added"]),
      text: z.string(),
    }),
  )
  .meta({
    id: "Redline",
    description:
      "Words struck through and inserted, in order: what is same or removed reads as the earlier text, what is same or added as the later one.",
  });

export function makeRuns(runs: Run[]): z.infer<typeof runsShape> {
  return runs.map(({ kind, text }) => ({ kind, text }));
}

export const sourceRefsShape = z
  .array(
    z.strictObject({
      source_id: idShape,
      locator: z
        .string()
        .nullable()
        .describe(
          "At most six words of the source, by which its passage is found.",
        ),
    }),
  )
  .meta({ id: "Sources", description: "The documents that it rests on." });

export function makeSourceRefs(
  refs: SourceRef[],
): z.infer<typeof sourceRefsShape> {
  return refs.map(({ id, locator }) => ({
    source_id: id,
    locator: locator ?? null,
  }));
}

export const statusShape = z
  .strictObject({
    kind: z.enum(["current", "historical", "reported", "neutral"]),
    label: z.string(),
    text: z.string(),
  })
  .meta({
    id: "Status",
    description:
      "The line under the page's title: whether it shows what holds.",
  });

/** The start of the fields of every item. */
export const headShape = {
  id: idShape,
  url: addressShape.describe(
    "Where it stands: its page or its place on one; where it has none, this record of it.",
  ),
  json_url: addressShape.describe("This record of it, with what is derived."),
};
