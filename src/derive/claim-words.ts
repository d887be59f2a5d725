import type { Claim, Effect } from "../model/claim.ts";
import type { Confidence, DateKind } from "../model/date-kind.ts";
import type { AgreementRecord } from "../model/record.ts";
import { formatDate } from "./format-date.ts";
import { deriveStandingBefore } from "./standing.ts";

export const CONFIDENCE: { [confidence in Confidence]: string } = {
  primary: "primary",
  reported: "reported only",
  analysis: "our reading",
};

export const DATE_KIND: { [kind in DateKind]: string } = {
  announced: "the day it was announced",
  effective: "the day it took effect, or that the document speaks of",
  reported: "the day it was reported",
  expires: "the end is a date fixed in advance",
};

export const EFFECT: { [effect in Effect | "sets"]: string } = {
  sets: "sets the term",
  ends: "ends the term",
  restates: "describes what already held",
  unchanged: "covered by a general sentence that nothing changes",
  "not-restated": "not mentioned",
  "not-disclosed": "exists, but not disclosed",
};

/** The short words a claim goes by: its value, or what its effect says about the value before. */
export function claimWords(record: AgreementRecord, claim: Claim): string {
  if (claim.value) return claim.value;
  const standing = deriveStandingBefore(record, claim.term!, claim.version!);
  const since = standing.since ? ` (since ${formatDate(standing.since)})` : "";
  const known = `${standing.claim?.value ?? "nothing known"}${since}`;
  return claim.effect === "unchanged"
    ? `unchanged: ${known}`
    : `not restated; status not disclosed. Last known: ${known}`;
}
