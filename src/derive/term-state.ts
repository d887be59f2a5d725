import type { Claim } from "../model/claim.ts";
import type { PartialDate } from "../model/partial-date.ts";
import type { AgreementRecord } from "../model/record.ts";
import type { Version } from "../model/version.ts";
import { oncePerKey } from "./once.ts";
import { deriveStandingAt } from "./standing.ts";

/** How a term stands with one version in force. */
export interface TermState {
  /** The place of the version in the timeline. */
  at: number;
  kind: "none" | "holds" | "ended" | "not-disclosed";
  /** The claim that set the state; undefined when nothing is known yet. */
  claim: Claim | undefined;
  since: PartialDate | undefined;
  /** What the state says; where a term ended by running out, nothing. */
  value: string;
  /** The leading claim that speaks in this very version, whatever it says. */
  own: Claim | undefined;
  /** True when the version's own document says nothing about the term. */
  silent: boolean;
}

const once = oncePerKey<TermState>();

/** Every redline of a version asks for its states again, so each is derived once. */
export function deriveTermState(
  record: AgreementRecord,
  termId: string,
  version: Version,
): TermState {
  return once(record, `${termId} ${version.id}`, () =>
    stateAt(record, termId, version),
  );
}

function stateAt(
  record: AgreementRecord,
  termId: string,
  version: Version,
): TermState {
  const { claim, since, ended } = deriveStandingAt(record, termId, version.id);
  const own = record.leading
    .get(termId)
    ?.find((leading) => leading.version === version.id);
  const ranOut = ended && claim?.effect !== "ends";
  const kind = !claim
    ? "none"
    : ended
      ? "ended"
      : claim.effect === "not-disclosed"
        ? "not-disclosed"
        : "holds";
  return {
    at: record.timeline.indexOf(version),
    kind,
    claim,
    since,
    value: ranOut ? "" : (claim?.value ?? ""),
    own,
    silent: own === undefined || own.effect === "not-restated",
  };
}

/** True when two states say the same, whoever says it and when. */
export function sameState(a: TermState, b: TermState): boolean {
  return a.kind === b.kind && a.value === b.value;
}
