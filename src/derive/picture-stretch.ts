import type { Claim } from "../model/claim.ts";
import { surelyBefore } from "../model/partial-date.ts";
import type { PartialDate } from "../model/partial-date.ts";
import type { AgreementRecord } from "../model/record.ts";
import { deriveInterval } from "./interval.ts";
import type { Fill } from "./picture-lanes.ts";
import { setsState } from "./standing.ts";

/** A span of days in which a term's lane looks the same. */
export interface Stretch {
  /** The claim to link to: where the lane is silent, the one that says so. */
  claim: Claim;
  fill: Fill;
  silent: boolean;
  from: PartialDate;
  to: PartialDate | undefined;
  says: string;
}

function fillOf(claim: Claim): Fill {
  if (claim.degree) return claim.degree;
  if (claim.effect === "ends") return "ended";
  return claim.effect === "not-disclosed" ? "undisclosed" : "stated";
}

/** A setting claim's stretches: while it is stated, after a text left it out, and after it ended without another. */
function stretchesOf(
  record: AgreementRecord,
  claim: Claim,
  leading: Claim[],
): Stretch[] {
  const { from, to } = deriveInterval(record, claim);
  const setting = leading.filter(setsState);
  const next = setting[setting.indexOf(claim) + 1];
  const silence = leading
    .slice(leading.indexOf(claim) + 1, next && leading.indexOf(next))
    .find(
      (later) =>
        later.effect === "not-restated" &&
        (!to || surelyBefore(later.valid_from, to)),
    );
  const fill = fillOf(claim);
  const value = claim.value ?? "";
  const words = claim.effect === "ends" ? `ended; now: ${value}` : value;
  const said = [
    words,
    claim.degree,
    claim.confidence === "reported" && "reported only",
  ]
    .filter(Boolean)
    .join("; ");
  const stretches: Stretch[] = [
    {
      claim,
      fill,
      silent: false,
      from,
      to: silence?.valid_from ?? to,
      says: said,
    },
  ];
  if (silence)
    stretches.push({
      claim: silence,
      fill,
      silent: true,
      from: silence.valid_from,
      to,
      says: `not restated; last known: ${said}`,
    });
  if (to && (!next || surelyBefore(to, next.valid_from)))
    stretches.push({
      claim,
      fill: "ended",
      silent: false,
      from: to,
      to: next?.valid_from,
      says: `ended; was: ${value}`,
    });
  return stretches;
}

/** All stretches of a term, oldest first. */
export function deriveStretches(
  record: AgreementRecord,
  termId: string,
): Stretch[] {
  const leading = record.leading.get(termId) ?? [];
  return leading
    .filter(setsState)
    .flatMap((claim) => stretchesOf(record, claim, leading));
}
