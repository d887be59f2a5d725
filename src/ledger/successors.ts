import { idOfAddress } from "../model/move.ts";
import type { Move } from "../model/move.ts";

/** Where an address leads by the moves that editors declared; undefined where none speaks of it. */
export type FindSuccessors = (
  page: string,
  id: string | undefined,
) => string[] | undefined;

export function addressOf(page: string, id: string | undefined): string {
  return id === undefined ? page : `${page}#${id}`;
}

/** An address with another id in the place of one, wherever that is a whole part of it. */
function rewrite(address: string, from: string, to: string): string {
  return address
    .split(/(\.\.|[/.#])/)
    .map((part) => (part === from ? to : part))
    .join("");
}

/**
 * Makes the look-up of successors. A move of the very address comes first; then a move of its page; then the move of
 * an item from whose id the address is made. `exists` says whether an address stands in the built site.
 */
export function createSuccessors(
  moves: Move[],
  exists: (address: string) => boolean,
): FindSuccessors {
  const exact = new Map(moves.map((move) => [move.from, move.to]));
  const gone = moves.filter(({ from, to }) => !to.includes(from));
  return (page, id) => {
    const address = addressOf(page, id);
    const own = exact.get(address);
    if (own) return own.filter((to) => to !== address);
    const moved = id === undefined ? undefined : exact.get(page);
    if (moved)
      return moved.map((to) => {
        const whole = addressOf(to, id);
        return !to.includes("#") && exists(whole) ? whole : to;
      });
    for (const { from, to } of gone) {
      const old = idOfAddress(from);
      if (rewrite(address, old, "") === address) continue;
      return to.map((target) => {
        const whole = rewrite(address, old, idOfAddress(target));
        return exists(whole) ? whole : target;
      });
    }
    return undefined;
  };
}
