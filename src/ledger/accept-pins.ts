import type { Pin } from "../model/pin.ts";

const byPage = (a: Pin, b: Pin) =>
  a.says.page < b.says.page ? -1 : a.says.page > b.says.page ? 1 : 0;

/**
 * The pins of the edition that is accepted now: those kept, as they are and where they are, then those of the present
 * content that are not among them, by page. Nothing is ever dropped.
 */
export function acceptPins(kept: Pin[], present: Pin[]): Pin[] {
  const known = new Set(kept.map(({ pin }) => pin));
  return [
    ...kept,
    ...present.filter(({ pin }) => !known.has(pin)).sort(byPage),
  ];
}
