import type { Lag } from "./knowledge.ts";

const UNITS = [
  { upTo: 120, days: 1, word: "day" },
  { upTo: 730, days: 30.4375, word: "month" },
  { upTo: Infinity, days: 365.25, word: "year" },
];

/** A lag in words, no more precise than its dates: "114 days", "about 3 years", "between 2 and 3 years". */
export function formatLag({ least, most }: Lag): string {
  const { days, word } = UNITS.find(({ upTo }) => most <= upTo)!;
  const named = (number: number) =>
    `${number} ${word}${number === 1 ? "" : "s"}`;
  if (least === most)
    return days === 1
      ? named(least)
      : `about ${named(Math.round(least / days))}`;
  const [from, to] = [Math.floor(least / days), Math.ceil(most / days)];
  if (Math.round(least / days) === Math.round(most / days))
    return `about ${named(Math.round(least / days))}`;
  return from === 0 ? `up to ${named(to)}` : `between ${from} and ${named(to)}`;
}
