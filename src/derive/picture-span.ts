import { firstDay, precisionOf } from "../model/partial-date.ts";
import type { PartialDate } from "../model/partial-date.ts";
import { dayAfter, dayNumber } from "./day-number.ts";
import { round } from "./picture-axis.ts";
import type { Percent } from "./picture-axis.ts";

/**
 * A part of a bar. `whole`: it surely held. `lower`: it began somewhere in here; `upper`: it ended somewhere in
 * here. A change in a known month or year is so drawn as a step, never as its first day.
 */
export interface Piece {
  part: "whole" | "lower" | "upper";
  x: Percent;
  width: Percent;
}

/** So that a thing of one day can still be seen and pointed at. */
const LEAST: Percent = 0.5;

/**
 * The parts of a bar from `from` up to, but not including, `to`, none of it past the day `until`. An open end runs
 * up to `until`. Empty where it begins after `until`.
 */
export function derivePieces(
  place: (day: number) => Percent,
  from: PartialDate,
  to: PartialDate | undefined,
  until: number,
): Piece[] {
  const ended = (day: number) => Math.min(day, until);
  const exact = (date: PartialDate) => precisionOf(date) === "day";
  const start = dayNumber(firstDay(from));
  if (start > until) return [];
  const begun = ended(exact(from) ? start : dayAfter(from));
  const ending = to ? ended(dayNumber(firstDay(to))) : until;
  const end = to ? (exact(to) ? ending : ended(dayAfter(to))) : until;
  const bounds = [
    { part: "lower", a: start, b: Math.min(begun, Math.max(end, start)) },
    { part: "whole", a: begun, b: ending },
    { part: "upper", a: Math.max(ending, begun), b: end },
  ] as const;
  const pieces = bounds
    .filter(({ a, b }) => a < b)
    .map(({ part, a, b }) => ({
      part,
      x: place(a),
      width: Math.max(LEAST, round(place(b) - place(a))),
    }));
  return pieces.length > 0
    ? pieces
    : [{ part: "whole", x: round(place(start) - LEAST / 2), width: LEAST }];
}
