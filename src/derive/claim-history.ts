import { claimMeaning } from "../model/item.ts";
import type { LedgerItem } from "../model/ledger.ts";
import type { AgreementRecord } from "../model/record.ts";

/** What a claim said from an edition on. */
export interface ClaimState {
  says: string;
  /** The edition it came with; undefined while no edition with it was accepted. */
  edition: string | undefined;
}

export interface ClaimHistories {
  /** The edition that brought a change; undefined while it was not accepted. */
  editionOf: (change: string) => string | undefined;
  /** What a claim said, oldest first; the last is what it says. Two that follow each other always differ. */
  statesOf: (claim: string) => ClaimState[];
}

/** Reads the ledger for what claims said before. A renamed claim brings along what it said under its old address. */
export function createClaimHistories(record: AgreementRecord): ClaimHistories {
  const lines = new Map(record.ledger?.items.map((line) => [line.item, line]));
  const moves = new Map(record.moves.map(({ from, to }) => [from, to]));
  const editionOf = (change: string) => lines.get(`/changes/#${change}`)?.since;
  const former = new Map<string, LedgerItem>();
  for (const line of lines.values())
    for (const home of moves.get(line.item) ?? line.to ?? [])
      if (home !== line.item && !former.has(home)) former.set(home, line);

  const published = (home: string, seen: Set<string>): ClaimState[] => {
    if (seen.has(home)) return [];
    seen.add(home);
    const before = former.get(home);
    const earlier = before ? published(before.item, seen) : [];
    const line = lines.get(home);
    if (!line) return earlier;
    const was = line.was ?? [];
    const editions = [
      line.since,
      ...was.map(({ change }) => editionOf(change)),
    ];
    const own = editions.map((edition, at) => ({
      says: was[at]?.says ?? line.says,
      edition,
    }));
    return [...earlier, ...own];
  };

  return {
    editionOf,
    statesOf: (id) => {
      const says = claimMeaning(record.byId.claims.get(id)!);
      return [
        ...published(`/claims/${id}/`, new Set()),
        { says, edition: undefined },
      ].filter((state, at, all) => state.says !== all[at - 1]?.says);
    },
  };
}
