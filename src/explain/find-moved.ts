import { createSuccessors } from "../ledger/successors.ts";
import { idOfAddress } from "../model/move.ts";
import type { Move } from "../model/move.ts";
import type { AgreementRecord } from "../model/record.ts";

/** Where an address went that stood once. */
export interface Moved {
  address: string;
  /** Several where it was split, none where it was retired. */
  to: string[];
  /** What an editor said of it; undefined where only the ledger knows. */
  move: Move | undefined;
}

/**
 * The move that speaks of an address: of itself, of its page, or, of one that was published, of an item from whose
 * id it is made. What leads to itself still stands for the same under other words, and is none.
 */
export function findMove(
  { moves, ledger }: AgreementRecord,
  path: string,
  id: string | undefined,
): Move | undefined {
  const address = id === undefined ? path : `${path}#${id}`;
  const parts = new Set(address.split(/\.\.|[/.#]/));
  const page = ledger?.pages.find((one) => one.page === path);
  const ids = [page?.gone ?? {}, page?.ids ?? {}].flatMap((known) => [
    ...Object.keys(known),
    ...Object.values(known).flat(),
  ]);
  const published = page && (id === undefined || ids.includes(id));
  const gone = moves.filter(({ from, to }) => !to.includes(from));
  return (
    gone.find(({ from }) => from === address) ??
    gone.find(({ from }) => from === path) ??
    (published
      ? gone.find(({ from }) => parts.has(idOfAddress(from)))
      : undefined)
  );
}

/**
 * Where an address went, by the ledger, or by a move that nobody accepted yet; undefined where neither knows it.
 * `exists` says whether the record makes an address.
 */
export function findMoved(
  record: AgreementRecord,
  { path, id }: { path: string; id: string | undefined },
  exists: (address: string) => boolean,
): Moved | undefined {
  const address = id === undefined ? path : `${path}#${id}`;
  const move = findMove(record, path, id);
  const page = record.ledger?.pages.find((one) => one.page === path);
  const to =
    (id === undefined ? page?.to : (page?.gone?.[id] ?? page?.to)) ??
    (move && createSuccessors([move], exists)(path, id));
  return to && { address, to, move };
}

/** One sentence on where an address went, and why. */
export function formatMoved({ address, to, move }: Moved): string {
  const went = to.length > 0 ? `went to ${to.join(", ")}` : "was retired";
  return `${address} ${went}${move ? ` (move ${move.id}, ${move.date}): ${move.why}` : "."}`;
}
