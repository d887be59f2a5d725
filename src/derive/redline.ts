import type { Claim } from "../model/claim.ts";
import type { AgreementRecord } from "../model/record.ts";
import { CHANGING } from "../model/version.ts";
import type { Version } from "../model/version.ts";
import { setsState } from "../model/claim.ts";
import { deriveTermState, sameState } from "./term-state.ts";
import type { TermState } from "./term-state.ts";

/**
 * How a term differs between two versions. `unknown`: on one side it was not disclosed, or the other side is the
 * first to tell of it without setting it. `not-restated`: nothing says that it changed, and the later version's
 * document is silent.
 */
export type RedlineKind =
  "changed" | "added" | "removed" | "unknown" | "not-restated" | "unchanged";

/** The kinds in the order in which a reader needs them. */
export const REDLINE_KINDS: RedlineKind[] = [
  "changed",
  "added",
  "removed",
  "unknown",
  "not-restated",
  "unchanged",
];

/** One term between two versions: its state at both, and what happened in between. */
export interface RedlineItem {
  termId: string;
  kind: RedlineKind;
  before: TermState;
  after: TermState;
  /** The claims that set the term in versions after the earlier one, up to the later one, in order. */
  causes: Claim[];
}

export interface Redline {
  from: Version;
  to: Version;
  /** Terms that are known at one of the versions at least, in the order of the record. */
  items: RedlineItem[];
}

/** True when a document that sets terms says so itself, and it is not only reported. */
function isSet(record: AgreementRecord, claim: Claim | undefined): boolean {
  const version = record.byId.versions.get(claim?.version ?? "");
  return (
    version !== undefined &&
    CHANGING.has(version.kind) &&
    claim?.confidence !== "reported"
  );
}

/** True where the term is known to exist, but not what holds: not disclosed, or what held ran out. */
function isBlank({ kind, value }: TermState): boolean {
  return kind === "not-disclosed" || (kind === "ended" && value === "");
}

/** What happened between an earlier and a later state of a term, of which one at least is known. */
function kindOf(
  record: AgreementRecord,
  termId: string,
  earlier: TermState,
  later: TermState,
): RedlineKind {
  if (sameState(earlier, later))
    return later.silent && later.kind !== "ended"
      ? "not-restated"
      : "unchanged";
  if ([earlier, later].some(isBlank)) return "unknown";
  const both = earlier.kind === "ended" && later.kind === "ended";
  // A term that came and went in between ended too.
  if (later.kind === "ended") return both ? "changed" : "removed";
  const first = (record.leading.get(termId) ?? []).find(setsState);
  if (earlier.kind === "none")
    return isSet(record, first) ? "added" : "unknown";
  return earlier.kind === "ended" ? "added" : "changed";
}

/** Each kind, read the other way round. */
const MIRROR: { [kind in RedlineKind]: RedlineKind } = {
  changed: "changed",
  added: "removed",
  removed: "added",
  unknown: "unknown",
  "not-restated": "not-restated",
  unchanged: "unchanged",
};

/** Compares two states of one term; undefined where nothing is known at either. */
export function compareStates(
  record: AgreementRecord,
  termId: string,
  before: TermState,
  after: TermState,
): Pick<RedlineItem, "kind" | "causes"> | undefined {
  if (before.kind === "none" && after.kind === "none") return undefined;
  const forward = before.at <= after.at;
  const [earlier, later] = forward ? [before, after] : [after, before];
  const order = new Map(
    record.timeline.map((version, index) => [version.id, index]),
  );
  const causes = (record.leading.get(termId) ?? []).filter((claim) => {
    const at = order.get(claim.version!)!;
    return setsState(claim) && at > earlier.at && at <= later.at;
  });
  const kind = kindOf(record, termId, earlier, later);
  return { kind: forward ? kind : MIRROR[kind], causes };
}

/** One term between two versions; undefined where nothing is known of it at either. */
export function deriveRedlineItem(
  record: AgreementRecord,
  termId: string,
  from: Version,
  to: Version,
): RedlineItem | undefined {
  const before = deriveTermState(record, termId, from);
  const after = deriveTermState(record, termId, to);
  const compared = compareStates(record, termId, before, after);
  return compared && { termId, before, after, ...compared };
}

/**
 * What differs between two versions, term by term. A version with itself differs in nothing; the two the other way
 * round give the mirror image.
 */
export function deriveRedline(
  record: AgreementRecord,
  from: Version,
  to: Version,
): Redline {
  const items = record.terms.flatMap(
    ({ id }) => deriveRedlineItem(record, id, from, to) ?? [],
  );
  return { from, to, items };
}

/** Every pair of versions, the earlier one first. */
export function listPairs(record: AgreementRecord): [Version, Version][] {
  return record.timeline.flatMap((from, at) =>
    record.timeline.slice(at + 1).map((to): [Version, Version] => [from, to]),
  );
}

/** The address of two versions compared; the earlier one comes first whichever is asked for. */
export function comparePath(
  record: AgreementRecord,
  a: Version,
  b: Version,
): string {
  const [from, to] =
    record.timeline.indexOf(a) <= record.timeline.indexOf(b) ? [a, b] : [b, a];
  return `/compare/${from.id}..${to.id}/`;
}
