import type { Change } from "../model/change.ts";
import { compareDates, firstDay } from "../model/partial-date.ts";
import type { PartialDate } from "../model/partial-date.ts";
import type { AgreementRecord } from "../model/record.ts";
import { createClaimHistories } from "./claim-history.ts";
import type { ClaimHistories } from "./claim-history.ts";
import { formatDate } from "./format-date.ts";
import { deriveMeaningRedline, deriveWholeMeaning } from "./meaning-redline.ts";
import type { MeaningStep } from "./meaning-redline.ts";
import { oncePerKey, oncePerRecord } from "./once.ts";
import { reasonLabel } from "./reason.ts";
import type { ReasonLabel } from "./reason.ts";

/** What a change did to a claim it names. `named`: nothing in its meaning, such as another locator or note. */
export type ClaimChangeKind = "added" | "changed" | "withdrawn" | "named";

export interface ClaimChange {
  id: string;
  href: string;
  /** The term and the version's date; a claim on neither is context. */
  about: string;
  kind: ClaimChangeKind;
  word: string;
  steps: MeaningStep[];
}

/** An entry of the record's own history, as readers see it. */
export interface ChangeEntry {
  id: string;
  href: string;
  authored: PartialDate;
  /** In words. */
  date: string;
  year: string;
  reason: ReasonLabel;
  summary: string;
  claims: ClaimChange[];
  /** The topics of the terms whose claims it names. */
  topics: string[];
}

const WORDS: { [kind in ClaimChangeKind]: string } = {
  added: "added",
  changed: "changed",
  withdrawn: "withdrawn",
  named: "means the same as before",
};

function describeSubject(record: AgreementRecord, id: string): string {
  const claim = record.byId.claims.get(id)!;
  const term = record.byId.terms.get(claim.term ?? "");
  const version = record.byId.versions.get(claim.version ?? "");
  return [term?.title ?? "Context", version && formatDate(version.date)]
    .filter(Boolean)
    .join(", ");
}

/**
 * What became of a claim with the edition that brought the change. All changes of one edition tell the same of a
 * claim that they share, since between two editions there is one difference.
 */
function deriveClaimChange(
  record: AgreementRecord,
  { editionOf, statesOf }: ClaimHistories,
  change: Change,
  id: string,
): ClaimChange {
  const edition = editionOf(change.id);
  const states = statesOf(id);
  const at = states.findLastIndex((state) => state.edition === edition);
  const before = states[at - 1]?.says;
  const after = states[at]?.says;
  const about = describeSubject(record, id);
  const made = (kind: ClaimChangeKind, steps: MeaningStep[]): ClaimChange => ({
    id,
    href: `/claims/${id}/`,
    about,
    kind,
    word: WORDS[kind],
    steps,
  });
  if (change.withdraws?.includes(id)) {
    // What was withdrawn stays as it was, so that the newest state is what it said.
    const said = before ?? after ?? states.at(-1)!.says;
    return made("withdrawn", [deriveWholeMeaning("removed", said)]);
  }
  if (after === undefined) return made("named", []);
  if (before === undefined)
    return made("added", [deriveWholeMeaning("added", after)]);
  return made("changed", deriveMeaningRedline(before, after));
}

function topicsOf(record: AgreementRecord, claims: ClaimChange[]): string[] {
  const topics = claims.flatMap(({ id }) => {
    const term = record.byId.claims.get(id)?.term;
    return record.byId.terms.get(term ?? "")?.topic ?? [];
  });
  return [...new Set(topics)];
}

const historiesOf = oncePerRecord(createClaimHistories);
const once = oncePerKey<ChangeEntry>();

function deriveChange(record: AgreementRecord, change: Change): ChangeEntry {
  return once(record, change.id, () => {
    const histories = historiesOf(record);
    const ids = new Set([...(change.withdraws ?? []), ...change.claims]);
    const claims = [...ids].map((id) =>
      deriveClaimChange(record, histories, change, id),
    );
    return {
      id: change.id,
      href: `/changes/#${change.id}`,
      authored: change.date,
      date: formatDate(change.date),
      year: firstDay(change.date).slice(0, 4),
      reason: reasonLabel(change.reason),
      summary: change.summary,
      claims,
      topics: topicsOf(record, claims),
    };
  });
}

function deriveNewestFirst(
  record: AgreementRecord,
  changes: Change[],
): ChangeEntry[] {
  return changes
    .toReversed()
    .sort((a, b) => compareDates(b.date, a.date))
    .map((change) => deriveChange(record, change));
}

/** The record's own history, newest first; of one day, what stands later in the file comes first. */
export function deriveChanges(record: AgreementRecord): ChangeEntry[] {
  return deriveNewestFirst(record, record.changes);
}

/** The entries that say the record had been wrong, or that took a claim back. */
export function listCorrections(record: AgreementRecord): ChangeEntry[] {
  return deriveChanges(record).filter(
    ({ reason, claims }) =>
      reason.id === "we-corrected" ||
      claims.some(({ kind }) => kind === "withdrawn"),
  );
}

/** The entries that tell of a claim, newest first. */
export function changesOfClaim(
  record: AgreementRecord,
  claim: string,
): ChangeEntry[] {
  return deriveNewestFirst(record, record.tellings.get(claim) ?? []);
}
