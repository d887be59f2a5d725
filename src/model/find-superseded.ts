import type { Claim } from "./claim.ts";
import type { Embed } from "./embed.ts";
import { deriveInterval } from "./interval.ts";
import { compareDates } from "./partial-date.ts";
import type { PartialDate } from "./partial-date.ts";
import type { AgreementRecord } from "./record.ts";

/** Why a sentence may no longer rest on a claim as if it held. */
export interface Superseded {
  how: "superseded" | "withdrawn" | "ended";
  /** Since when, in the world; for a withdrawn claim, the day on which the record took it back. */
  since: PartialDate;
  /** The claim that took its place, where one did. */
  by: string | undefined;
}

/** How a claim stands on the day the record speaks for; undefined while it holds, or where nothing says it ended. */
export function findSuperseded(
  record: AgreementRecord,
  claim: Claim,
): Superseded | undefined {
  const change = record.withdrawals.get(claim.id);
  if (change) return { how: "withdrawn", since: change.date, by: undefined };
  const { to, successor } = deriveInterval(record, claim);
  if (to === undefined || compareDates(to, record.site.as_of) > 0)
    return undefined;
  const how = successor === undefined ? "ended" : "superseded";
  return { how, since: to, by: successor };
}

/** The claim an embed takes its words from; undefined for embeds that show history as such, or no claim. */
export function claimOf(
  record: AgreementRecord,
  { name, attributes }: Embed,
): Claim | undefined {
  if (name === "Claim") return record.byId.claims.get(attributes["id"] ?? "");
  if (name === "Value" || name === "Date")
    return record.byId.claims.get(attributes["of"] ?? "");
  return undefined;
}

/**
 * How the claim below an embed stands. A date is part of what happened, so it is out of date only when the claim
 * was withdrawn.
 */
export function findSupersededEmbed(
  record: AgreementRecord,
  embed: Embed,
): Superseded | undefined {
  const claim = claimOf(record, embed);
  const found = claim && findSuperseded(record, claim);
  return embed.name === "Date" && found?.how !== "withdrawn"
    ? undefined
    : found;
}

/** The embeds of a page that speak of what no longer holds without saying that they mean the past. */
export function listOutstanding(
  record: AgreementRecord,
  embeds: Embed[],
): Embed[] {
  return embeds.filter(
    (embed) =>
      !("historical" in embed.attributes) &&
      findSupersededEmbed(record, embed) !== undefined,
  );
}
