import type { Change } from "../model/change.ts";
import type { Claim } from "../model/claim.ts";
import { firstDay, lastDay } from "../model/partial-date.ts";
import type { PartialDate } from "../model/partial-date.ts";
import { indexRecord } from "../model/record.ts";
import type { AgreementRecord } from "../model/record.ts";
import type { Source } from "../model/source.ts";
import { dayNumber } from "./day-number.ts";

/** When the public could know a claim: from its first source on, until a correction withdrew it. */
export interface Knowledge {
  /** The source that is surely the first: of all, the one whose last possible day comes earliest. */
  source: Source;
  /** The date of that source, as precise as it is. */
  from: PartialDate;
  /** The day by which it was surely public, as `YYYY-MM-DD`. */
  by: string;
  withdrawn: Change | undefined;
}

/** The day by which a source was surely public: the last it can be dated, but no later than it was read. */
export function surelyPublished(
  record: AgreementRecord,
  source: Source,
): string {
  let first = lastDay(record.site.as_of);
  for (const date of [source.published, source.read]) {
    const day = date === undefined ? first : lastDay(date);
    if (day < first) first = day;
  }
  return first;
}

/**
 * When the public could know a claim. What was announced or reported on a day was not known before it: of its
 * sources, an older one bears out only a part. A claim has at least one source (rule claim-source).
 */
export function deriveKnowledge(
  record: AgreementRecord,
  claim: Claim,
): Knowledge {
  const told =
    claim.date_kind === "announced" || claim.date_kind === "reported";
  const all = claim.sources
    .map(({ id }) => record.byId.sources.get(id)!)
    .map((source) => ({ source, by: surelyPublished(record, source) }));
  const whole = all.filter(
    ({ by }) => !told || by >= firstDay(claim.valid_from),
  );
  const first = (whole.length > 0 ? whole : all).reduce((a, b) =>
    b.by < a.by ? b : a,
  );
  return {
    ...first,
    from: first.source.published,
    withdrawn: record.withdrawals.get(claim.id),
  };
}

/** Whether a correction had withdrawn the claim by the end of a day. */
function withdrawnBy(
  record: AgreementRecord,
  claim: Claim,
  day: string,
): boolean {
  const change = record.withdrawals.get(claim.id);
  return change !== undefined && firstDay(change.date) <= day;
}

/**
 * The day by which the end of a claim was surely public: an end fixed in advance with the claim itself; any other
 * with the first source of its own, or of a later claim on its term, that is not older than the end.
 */
function endKnownBy(
  record: AgreementRecord,
  claim: Claim,
  end: PartialDate,
): string {
  const asOf = lastDay(record.site.as_of);
  if (claim.date_kind === "expires" || firstDay(end) > asOf)
    return deriveKnowledge(record, claim).by;
  const own = claim.sources
    .map(({ id }) => surelyPublished(record, record.byId.sources.get(id)!))
    .filter((day) => day >= firstDay(end));
  const later = record.claims
    .filter(
      (other) =>
        claim.term !== undefined &&
        other.term === claim.term &&
        firstDay(other.valid_from) >= firstDay(end),
    )
    .map((other) => deriveKnowledge(record, other).by);
  return [...own, ...later, asOf].sort()[0]!;
}

/** An entry with those of its sources that are public; the entry itself where all are. */
function withPublic<T extends { sources: { id: string }[] }>(
  entry: T,
  isPublic: (source: { id: string }) => boolean,
): T {
  const sources = entry.sources.filter(isPublic);
  return sources.length === entry.sources.length
    ? entry
    : { ...entry, sources };
}

function withoutEnd({ valid_to, ...claim }: Claim): Claim {
  return claim;
}

/** The claims of a record as known on a day, with the sources that were public then. */
function claimsKnownOn(record: AgreementRecord, day: string): Claim[] {
  const isPublic = ({ id }: { id: string }) =>
    surelyPublished(record, record.byId.sources.get(id)!) <= day;
  const known = record.claims
    .filter((claim) => deriveKnowledge(record, claim).by <= day)
    .filter((claim) => !withdrawnBy(record, claim, day))
    .map((claim) => {
      const { valid_to } = claim;
      const open = valid_to && endKnownBy(record, claim, valid_to) > day;
      return withPublic(open ? withoutEnd(claim) : claim, isPublic);
    });
  // A claim that was withdrawn later was then believed in the place of those that correct it.
  const believed = new Map<string, Claim>();
  const pairOf = ({ term, version }: Claim) => `${term} ${version}`;
  const until = ({ id }: Claim) => firstDay(record.withdrawals.get(id)!.date);
  for (const claim of known) {
    if (!claim.version || !record.withdrawals.has(claim.id)) continue;
    const other = believed.get(pairOf(claim));
    if (!other || until(claim) < until(other))
      believed.set(pairOf(claim), claim);
  }
  return known.filter(
    (claim) => (believed.get(pairOf(claim)) ?? claim) === claim,
  );
}

/**
 * The record as outsiders could have written it at the end of a day: only what was surely public by then, without
 * the corrections that came later. Every derivation of a record works on it; `as_of` is the day.
 */
export function deriveRecordKnownOn(
  record: AgreementRecord,
  day: string,
): AgreementRecord {
  const isPublic = (source: Source) => surelyPublished(record, source) <= day;
  const sources = record.sources.filter(isPublic);
  const ids = new Set(sources.map(({ id }) => id));
  const isKnown = ({ id }: { id: string }) => ids.has(id);
  const trimmed = <T extends { sources: { id: string }[] }>(items: T[]): T[] =>
    items
      .map((item) => withPublic(item, isKnown))
      .filter((item) => item.sources.length > 0);
  const claims = claimsKnownOn(record, day);
  // A version of which a claim was public is known, even before its own documents were.
  const spoken = new Set(claims.map(({ version }) => version));
  const versions = record.versions
    .map((version) => withPublic(version, isKnown))
    .filter(({ id, sources }) => sources.length > 0 || spoken.has(id));
  return indexRecord({
    ...record,
    site: { ...record.site, as_of: day },
    sources,
    versions,
    claims,
    offerings: trimmed(record.offerings),
    deals: trimmed(record.deals),
    coverage: record.coverage.filter(({ article }) => ids.has(article)),
    changes: record.changes.filter(({ date }) => firstDay(date) <= day),
  });
}

/** Every day on which a claim surely became public or was withdrawn, oldest first, up to the record's day. */
export function listKnownDays(record: AgreementRecord): string[] {
  const days = record.claims.map((claim) => deriveKnowledge(record, claim).by);
  const withdrawn = [...record.withdrawals.values()].map(({ date }) =>
    firstDay(date),
  );
  return [...new Set([...days, ...withdrawn])].sort();
}

/** The days between the beginning of a claim and its first public source; a range where a date is one. */
export interface Lag {
  least: number;
  most: number;
}

/** How long a claim held before the public could know it; undefined unless it surely held before. */
export function deriveLag(
  record: AgreementRecord,
  claim: Claim,
): Lag | undefined {
  const { from } = deriveKnowledge(record, claim);
  const least =
    dayNumber(firstDay(from)) - dayNumber(lastDay(claim.valid_from));
  if (least <= 0) return undefined;
  const most = dayNumber(lastDay(from)) - dayNumber(firstDay(claim.valid_from));
  return { least, most };
}
