import type { Claim } from "../model/claim.ts";
import type { AgreementRecord } from "../model/record.ts";
import { CHANGING } from "../model/version.ts";
import type { Version } from "../model/version.ts";
import { setsState } from "./standing.ts";
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

/** True when the first to speak of a term is a document that sets terms, and not only a report of one. */
function isSetFirst(record: AgreementRecord, termId: string): boolean {
  const first = (record.leading.get(termId) ?? []).find(setsState);
  const version = record.byId.versions.get(first?.version ?? "");
  return (
    version !== undefined &&
    CHANGING.has(version.kind) &&
    first?.confidence !== "reported"
  );
}

function kindOf(
  record: AgreementRecord,
  termId: string,
  before: TermState,
  after: TermState,
  later: TermState,
): RedlineKind {
  if (sameState(before, after))
    return later.silent && later.kind !== "ended"
      ? "not-restated"
      : "unchanged";
  if (before.kind === "not-disclosed" || after.kind === "not-disclosed")
    return "unknown";
  // A term that came and went in between ended; the other way round it is added.
  if (before.kind === "ended")
    return after.kind === "ended" ? "changed" : "added";
  if (after.kind === "ended") return "removed";
  const set = isSetFirst(record, termId);
  if (before.kind === "none") return set ? "added" : "unknown";
  if (after.kind === "none") return set ? "removed" : "unknown";
  return "changed";
}

/** Compares two states of one term, known to be those of the given versions. */
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
  return { kind: kindOf(record, termId, before, after, later), causes };
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
  const items = record.terms.flatMap(({ id: termId }): RedlineItem[] => {
    const before = deriveTermState(record, termId, from);
    const after = deriveTermState(record, termId, to);
    const compared = compareStates(record, termId, before, after);
    return compared ? [{ termId, before, after, ...compared }] : [];
  });
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
