import { scaleLinear } from "d3-scale";
import { firstDay, lastDay } from "../model/partial-date.ts";
import type { PartialDate } from "../model/partial-date.ts";
import { dayNumber } from "./day-number.ts";
import { formatDate } from "./format-date.ts";

/** Places along a picture are percentages of its width, so that one drawing fits any width. */
export type Percent = number;

export interface Year {
  label: string;
  x: Percent;
  width: Percent;
  /** How many times wider than a quiet year a full year is drawn. */
  times: number;
  /** Whether there is room for the label in the wide and in the narrow drawing. */
  named: { wide: boolean; narrow: boolean };
  /** Beginnings of its later quarters, where even the smallest wide drawing has room to name them. */
  quarters: { x: Percent; label: string }[];
}

/** A time axis: years in their own widths up to the record's day, then a break, then days to come in even steps. */
export interface Axis {
  years: Year[];
  asOf: { x: Percent; date: PartialDate; label: string };
  /** Where dates stop being to scale; only with days to come. */
  breakAt: Percent | undefined;
  coming: {
    date: PartialDate;
    label: string;
    x: Percent;
    /** Whether there is room for its year. */
    named: boolean;
  }[];
  /** What a reader must know to read it: which years are wider, and where the scale ends. */
  note: string;
}

/** The smallest widths, in pixels, at which the two drawings are shown. */
export const LEAST_WIDTH = { wide: 520, narrow: 290 };

/** Two decimals are finer than a pixel, and keep the page small. */
export function round(x: number): Percent {
  return Math.round(x * 100) / 100;
}

/** Quiet years are equal; a year with two or more dates grows with their number, up to eightfold. */
function timesFor(dates: number): number {
  return dates < 2 ? 1 : Math.min(8, dates + 2);
}

type BareYear = Omit<Year, "named" | "quarters">;

/** Which years can be named without touching another; the wider ones, in which more happened, go first. */
function nameYears(years: BareYear[], pixels: number, end: Percent): boolean[] {
  const taken: number[] = [];
  for (const wider of [true, false]) {
    for (const { x, times } of years) {
      const start = (x / 100) * pixels;
      const free = taken.every((other) => Math.abs(other - start) >= 34);
      if (times > 1 === wider && free && start + 30 <= (end / 100) * pixels)
        taken.push(start);
    }
  }
  return years.map(({ x }) => taken.includes((x / 100) * pixels));
}

const QUARTERS = [
  ["04-01", "Apr"],
  ["07-01", "July"],
  ["10-01", "Oct"],
] as const;

function list(words: string[]): string {
  return words.length > 1
    ? `${words.slice(0, -1).join(", ")} and ${words.at(-1)!}`
    : (words[0] ?? "");
}

function noteOf(years: BareYear[], coming: boolean): string {
  const wider = years.filter(({ times }) => times > 1);
  return [
    wider.length > 0 && wider.length < years.length
      ? `The scale changes: ${list(wider.map(({ label }) => label))}, in which more happened, ${wider.length > 1 ? "are" : "is"} drawn wider.`
      : "",
    coming
      ? "Dates after the break on the right are fixed in advance and not to scale."
      : "",
  ]
    .filter(Boolean)
    .join(" ");
}

/**
 * The axis from the first of `dates` to `asOf`, and where a day lies on it. `dates` decide how wide each year is;
 * `coming` are the dates after `asOf`, in any order.
 */
export function makeAxis(
  dates: PartialDate[],
  asOf: PartialDate,
  coming: PartialDate[],
): { axis: Axis; place: (day: number) => Percent } {
  const last = dayNumber(lastDay(asOf));
  const past = dates.filter((date) => dayNumber(firstDay(date)) <= last);
  const first = Math.min(
    last - 1,
    ...past.map((date) => dayNumber(firstDay(date))),
  );
  const slots = [...new Set(coming)].sort();
  const room = slots.length === 0 ? 3 : Math.min(34, 6 + 11 * slots.length);
  const end = 100 - room;

  const yearOf = (day: number) => {
    let year = Math.floor(day / 365.2425) + 1970;
    while (dayNumber(`${year + 1}-01-01`) <= day) year += 1;
    while (dayNumber(`${year}-01-01`) > day) year -= 1;
    return year;
  };
  const bands: { year: number; from: number; to: number; times: number }[] = [];
  for (let year = yearOf(first); year <= yearOf(last); year += 1) {
    const own = new Set(past.filter((date) => date.startsWith(String(year))));
    const from = Math.max(first, dayNumber(`${year}-01-01`));
    const to = Math.min(last, dayNumber(`${year + 1}-01-01`));
    bands.push({ year, from, to, times: timesFor(own.size) });
  }
  const units = bands.map(({ from, to, times }) => (to - from) * times);
  const total = units.reduce((sum, unit) => sum + unit, 0);
  let run = 0;
  const ends = units.map((unit) => (run += unit));
  const scale = scaleLinear()
    .domain([first, ...bands.map(({ to }) => to)])
    .range([0, ...ends.map((unit) => (unit / total) * end)])
    .clamp(true);
  const place = (day: number) => round(scale(day));

  const bare = bands.map(({ year, from, to, times }) => ({
    label: String(year),
    x: place(from),
    width: round(place(to) - place(from)),
    times,
  }));
  const wide = nameYears(bare, LEAST_WIDTH.wide, end);
  const narrow = nameYears(bare, LEAST_WIDTH.narrow, end);
  const step = (room - 6) / Math.max(1, slots.length);
  return {
    place,
    axis: {
      years: bare.map((year, index) => ({
        ...year,
        named: { wide: wide[index]!, narrow: narrow[index]! },
        quarters: QUARTERS.flatMap(([day, label]) => {
          const at = dayNumber(`${year.label}-${day}`);
          const { from, to } = bands[index]!;
          const roomy = (year.width / 100) * LEAST_WIDTH.wide >= 110;
          return roomy && at > from && at < to - 20
            ? [{ x: place(at), label }]
            : [];
        }),
      })),
      asOf: { x: round(end), date: asOf, label: formatDate(asOf) },
      breakAt: slots.length > 0 ? round(end + 3) : undefined,
      coming: slots.map((date, index) => ({
        date,
        label: formatDate(date),
        x: round(end + 6 + step * (index + 0.5)),
        named:
          index % Math.ceil(27 / ((step / 100) * LEAST_WIDTH.narrow)) === 0,
      })),
      note: noteOf(bare, slots.length > 0),
    },
  };
}
