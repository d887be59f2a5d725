import type { LedgerItem } from "../../model/ledger.ts";
import type { AgreementRecord } from "../../model/record.ts";

/** What the ledger holds of the record's items, by the address that each has now. */
export interface ItemPasts {
  /** The lines of an item, its first name first. None before it was accepted. */
  of: (home: string) => LedgerItem[];
  /** The lines of items that are gone, and that no other item carries on. */
  gone: (homes: Iterable<string>) => LedgerItem[];
}

/** Reads the ledger along renamings. What was split or retired has no one to carry it on. */
export function readItemPasts(record: AgreementRecord): ItemPasts {
  const lines = new Map(record.ledger?.items.map((line) => [line.item, line]));
  const moves = new Map(record.moves.map(({ from, to }) => [from, to]));
  const former = new Map<string, LedgerItem>();
  for (const line of lines.values()) {
    const [home, ...others] = moves.get(line.item) ?? line.to ?? [];
    if (home === undefined || others.length > 0 || home === line.item) continue;
    if (!former.has(home)) former.set(home, line);
  }
  const of = (home: string): LedgerItem[] => {
    const found: LedgerItem[] = [];
    const seen = new Set<string>();
    for (
      let line = lines.get(home) ?? former.get(home);
      line && !seen.has(line.item);
      line = former.get(line.item)
    ) {
      seen.add(line.item);
      found.unshift(line);
    }
    return found;
  };
  return {
    of,
    gone: (homes) => {
      const live = [...homes];
      const carried = new Set([
        ...live,
        ...live.flatMap((home) => of(home).map(({ item }) => item)),
      ]);
      return [...lines.values()].filter(({ item }) => !carried.has(item));
    },
  };
}
