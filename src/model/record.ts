import type { Change } from "./change.ts";
import type { Claim } from "./claim.ts";
import type { Explainer } from "./explainer.ts";
import type { Ledger } from "./ledger.ts";
import { compareDates } from "./partial-date.ts";
import type { Pin } from "./pin.ts";
import type { Noun, NounName, Nouns } from "./nouns.ts";
import { NOUNS } from "./nouns.ts";
import type { Site } from "./site.ts";
import type { TableSpec } from "./table-spec.ts";
import type { Version } from "./version.ts";

/** All that is authored, as plain values. */
export type Authored = Nouns & {
  site: Site;
  tables: TableSpec[];
  explainers: Explainer[];
  /** Undefined before the first edition was accepted. */
  ledger?: Ledger | undefined;
  /** What frames that are pinned to an accepted edition say, in the order of acceptance. */
  pins?: Pin[] | undefined;
};

type ByIds = { [N in NounName]: ReadonlyMap<string, Noun<N>> } & {
  tables: ReadonlyMap<string, TableSpec>;
  explainers: ReadonlyMap<string, Explainer>;
};

/** The record: one checked value of which every page and file is a pure function. */
export interface AgreementRecord extends Authored {
  byId: ByIds;
  /** Versions, oldest first. */
  timeline: Version[];
  /** Term id → its leading claims in the order of their versions, without those that were withdrawn. */
  leading: ReadonlyMap<string, Claim[]>;
  /** Claim id → the claims that name it under `supersedes`. */
  successors: ReadonlyMap<string, Claim[]>;
  /** Claim id → the change that withdrew it. */
  withdrawals: ReadonlyMap<string, Change>;
  /** Claim id → the changes that name it or withdrew it, in their order. */
  tellings: ReadonlyMap<string, Change[]>;
  /**
   * Where somebody watches what is read of the record: derives, and answers with what gives the value again and counts
   * as reading all that it was derived from (`scripts/watch-record.ts`).
   */
  remember?: (<T>(derive: () => T) => () => T) | undefined;
}

function indexById<T extends { id: string }>(
  items: T[],
): ReadonlyMap<string, T> {
  return new Map(items.map((item) => [item.id, item]));
}

/** Adds look-ups to the authored values. Does not change them, and trusts nothing: ids may still be wrong. */
export function indexRecord(authored: Authored): AgreementRecord {
  const names = Object.keys(NOUNS) as NounName[];
  const entries = [...names, "tables" as const, "explainers" as const].map(
    (name) => [name, indexById(authored[name] as { id: string }[])] as const,
  );
  const byId = Object.fromEntries(entries) as unknown as ByIds;
  const timeline = [...authored.versions].sort((a, b) =>
    compareDates(a.date, b.date),
  );
  const order = new Map(timeline.map((version, index) => [version.id, index]));
  const withdrawals = new Map(
    authored.changes.flatMap((change) =>
      (change.withdraws ?? []).map((id) => [id, change] as const),
    ),
  );
  const tellings = new Map<string, Change[]>(
    authored.claims.map((claim) => [claim.id, []]),
  );
  for (const change of authored.changes)
    for (const id of new Set([...change.claims, ...(change.withdraws ?? [])]))
      tellings.get(id)?.push(change);
  const leading = new Map<string, Claim[]>(
    authored.terms.map((term) => [term.id, []]),
  );
  for (const claim of authored.claims) {
    if (withdrawals.has(claim.id)) continue;
    if (claim.term && claim.version && order.has(claim.version))
      leading.get(claim.term)?.push(claim);
  }
  for (const claims of leading.values()) {
    claims.sort((a, b) => order.get(a.version!)! - order.get(b.version!)!);
  }
  const successors = new Map<string, Claim[]>();
  for (const claim of authored.claims) {
    for (const id of claim.supersedes ?? []) {
      const others = successors.get(id);
      if (others) others.push(claim);
      else successors.set(id, [claim]);
    }
  }
  return {
    ...authored,
    byId,
    timeline,
    leading,
    successors,
    withdrawals,
    tellings,
  };
}
