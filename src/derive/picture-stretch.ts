import type { Claim } from "../model/claim.ts";
import { surelyBefore } from "../model/partial-date.ts";
import type { PartialDate } from "../model/partial-date.ts";
import type { AgreementRecord } from "../model/record.ts";
import { deriveInterval } from "../model/interval.ts";
import type { Fill } from "./picture-lanes.ts";
import { setsState } from "../model/claim.ts";

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

/** Where a setting claim was left out by a text, and where a later one let it stand: each begins a stretch. */
function turnsOf(between: Claim[], to: PartialDate | undefined): Claim[] {
  const turns: Claim[] = [];
  for (const later of between) {
    if (to && !surelyBefore(later.valid_from, to)) continue;
    const silent = turns.at(-1)?.effect === "not-restated";
    if (later.effect === (silent ? "unchanged" : "not-restated"))
      turns.push(later);
  }
  return turns;
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
  const between = leading.slice(
    leading.indexOf(claim) + 1,
    next && leading.indexOf(next),
  );
  const turns = turnsOf(between, to);
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
      to: turns[0]?.valid_from ?? to,
      says: said,
    },
  ];
  for (const [index, turn] of turns.entries()) {
    const silent = turn.effect === "not-restated";
    stretches.push({
      claim: turn,
      fill,
      silent,
      from: turn.valid_from,
      to: turns[index + 1]?.valid_from ?? to,
      says: `${silent ? "not restated; last known" : "unchanged"}: ${said}`,
    });
  }
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
