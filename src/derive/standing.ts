import { setsState } from "../model/claim.ts";
import type { Claim } from "../model/claim.ts";
import { compareDates } from "../model/partial-date.ts";
import type { PartialDate } from "../model/partial-date.ts";
import type { AgreementRecord } from "../model/record.ts";

/** What is known about a term at one point: the last claim that set its state, and what came after it. */
export interface Standing {
  /** The claim whose value holds, or held last. Undefined before the first. */
  claim: Claim | undefined;
  /** Since when this very value has held: the start of the run of claims with the same value. */
  since: PartialDate | undefined;
  /** The claim before `since`: the last one with another value. */
  earlier: Claim | undefined;
  /** The last leading claim after `claim` that describes it in other words. */
  restated: Claim | undefined;
  /** The last leading claim after `claim` that says the version's text is silent; none where a later one leaves all as it was. */
  unrestated: Claim | undefined;
  /** True when the claim ended the term, or its own end has come and nothing followed. */
  ended: boolean;
}

/** Where the unbroken run of equal values begins that ends with the last claim. */
function startOfRun(setting: Claim[]): number {
  return (
    setting.findLastIndex(({ value }) => value !== setting.at(-1)!.value) + 1
  );
}

/** How a term stood after the given leading claims, which must be in version order and cut off at `date`. */
function standingOf(leading: Claim[], date: PartialDate): Standing {
  const setting = leading.filter(setsState);
  const claim = setting.at(-1);
  const after = claim ? leading.slice(leading.indexOf(claim) + 1) : [];
  const confirmed = after.findLastIndex(({ effect }) => effect === "unchanged");
  const start = startOfRun(setting);
  const over =
    claim?.valid_to !== undefined && compareDates(claim.valid_to, date) <= 0;
  return {
    claim,
    since: setting[start]?.valid_from,
    earlier: setting[start - 1],
    restated: after.filter((later) => later.effect === "restates").at(-1),
    unrestated: after
      .slice(confirmed + 1)
      .filter((later) => later.effect === "not-restated")
      .at(-1),
    ended: claim !== undefined && (claim.effect === "ends" || over),
  };
}

/** How a term stood on a date: claims count from the day on which they begin. */
export function deriveStanding(
  record: AgreementRecord,
  termId: string,
  date: PartialDate,
): Standing {
  const leading = record.leading.get(termId) ?? [];
  return standingOf(
    leading.filter((claim) => compareDates(claim.valid_from, date) <= 0),
    date,
  );
}

/** How a term stood by the claims of the versions up to the given place in the timeline, whatever their dates. */
function standingThrough(
  record: AgreementRecord,
  termId: string,
  count: number,
  date: PartialDate,
): Standing {
  const versions = new Set(
    record.timeline.slice(0, count).map((version) => version.id),
  );
  const leading = record.leading.get(termId) ?? [];
  return standingOf(
    leading.filter((claim) => versions.has(claim.version!)),
    date,
  );
}

/** How a term stood just before a version: by the versions that came earlier, whatever their claims' dates. */
export function deriveStandingBefore(
  record: AgreementRecord,
  termId: string,
  versionId: string,
): Standing {
  const at = record.timeline.findIndex((version) => version.id === versionId);
  return standingThrough(record, termId, at, record.timeline[at]!.date);
}

/** How a term stood with a version: by it and the versions that came earlier, whatever their claims' dates. */
export function deriveStandingAt(
  record: AgreementRecord,
  termId: string,
  versionId: string,
): Standing {
  const at = record.timeline.findIndex((version) => version.id === versionId);
  return standingThrough(record, termId, at + 1, record.timeline[at]!.date);
}
