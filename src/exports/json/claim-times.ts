import { z } from "zod";
import { knownPath } from "../../derive/known-days.ts";
import { deriveKnowledge, deriveLag } from "../../derive/knowledge.ts";
import type { Claim } from "../../model/claim.ts";
import { findSuperseded } from "../../model/find-superseded.ts";
import { deriveInterval } from "../../model/interval.ts";
import type { JsonSite } from "./json-site.ts";
import {
  addressShape,
  dateShape,
  dayShape,
  idShape,
  makeDate,
  makeDateOrNull,
} from "./parts.ts";

export const intervalShape = z
  .strictObject({
    from: dateShape,
    to: dateShape.nullable().describe("Up to, but not including."),
    ended_by_claim_id: idShape.nullable(),
  })
  .describe("When it held in the world.");

export const standingShape = z.strictObject({
  state: z
    .enum(["not-ended", "superseded", "ended", "withdrawn"])
    .describe(
      "On the record's day. `not-ended`: no source read says that it ended, which is not the same as in force.",
    ),
  since: dateShape.nullable(),
  by_claim_id: idShape.nullable(),
  withdrawn_by_change_id: idShape.nullable(),
});

export const knowledgeShape = z.strictObject({
  from: dateShape.describe("The date of the first source that tells of it."),
  surely_by: dayShape.describe("The day by which it was surely public."),
  source_id: idShape.describe("The first source."),
  url: addressShape.describe("What the public knew on that day."),
  lag_days: z
    .strictObject({ least: z.int(), most: z.int() })
    .nullable()
    .describe("How long it held before; null unless it surely did."),
});

/** How a claim stands on the record's day. */
export function makeStanding(
  { record }: JsonSite,
  item: Claim,
): z.infer<typeof standingShape> {
  const found = findSuperseded(record, item);
  return {
    state: found?.how ?? "not-ended",
    since: makeDateOrNull(found?.since),
    by_claim_id: found?.by ?? null,
    withdrawn_by_change_id: record.withdrawals.get(item.id)?.id ?? null,
  };
}

export function makeInterval(
  { record }: JsonSite,
  item: Claim,
): z.infer<typeof intervalShape> {
  const { from, to, successor } = deriveInterval(record, item);
  return {
    from: makeDate(from),
    to: makeDateOrNull(to),
    ended_by_claim_id: successor ?? null,
  };
}

export function makeKnowledge(
  { record, absolute }: JsonSite,
  item: Claim,
): z.infer<typeof knowledgeShape> {
  const { from, by, source } = deriveKnowledge(record, item);
  return {
    from: makeDate(from),
    surely_by: by,
    source_id: source.id,
    url: absolute(knownPath(by)),
    lag_days: deriveLag(record, item) ?? null,
  };
}
