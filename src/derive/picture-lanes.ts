import { LEAST_WIDTH } from "./picture-axis.ts";
import type { Axis, Percent } from "./picture-axis.ts";
import type { Piece } from "./picture-span.ts";
import { shortDate } from "./short-date.ts";
import { wrapLabel } from "./wrap-label.ts";

/** How a bar is filled; each has a pattern of its own, so that none is told by colour alone. */
export type Fill =
  | "exclusive"
  | "preferential"
  | "open"
  | "stated"
  | "undisclosed"
  | "ended"
  | "general"
  | "preview"
  | "limited"
  | "announced"
  | "not-offered"
  | "unknown";

export interface Segment {
  href: string;
  /** All that the bar says, as words. */
  label: string;
  fill: Fill;
  /** The texts have fallen silent: the bar is broken. */
  silent: boolean;
  /** Known from reports only: the outline is broken. */
  reported: boolean;
  pieces: Piece[];
}

/** A day to come, on its lane. */
export interface Mark {
  href: string;
  label: string;
  x: Percent;
}

export interface LaneContent {
  id: string;
  label: string;
  href: string | undefined;
  segments: Segment[];
  marks: Mark[];
}

export interface GroupContent {
  id: string;
  label: string;
  href: string | undefined;
  lanes: LaneContent[];
}

/** A day that runs through all lanes. */
export interface Line {
  href: string | undefined;
  /** What the line is, for its link. */
  title: string;
  label: string;
  x: Percent;
  /** More than none where only the month or year is known. */
  width: Percent;
  /** Changes things, only tells of them, or is the day that the record speaks for. */
  kind: "firm" | "telling" | "as-of";
}

interface At {
  y: number;
  lines: string[];
  bar: number;
}

export type Lane = LaneContent & { at: { wide: At; narrow: At } };

export interface LanesPicture {
  title: string;
  description: string;
  axis: Axis;
  lines: (Line & { row: number; anchor: "start" | "end" })[];
  groups: (Omit<GroupContent, "lanes"> & {
    lanes: Lane[];
    /** The lines of the heading in the wide drawing, where it stands beside the lanes. */
    lines: string[];
    /** Top of the heading; undefined where a single lane needs none. */
    at: { wide: number; narrow: number } | undefined;
  })[];
  /** Rows of labels above the years, in the wide drawing. */
  rows: number;
  height: { wide: number; narrow: number };
  legend: {
    fill: Fill | "silent" | "reported" | "step";
    word: string;
    /** For what is drawn over other fills: which of them occur below it. */
    over?: Fill[];
  }[];
  /** What stands behind all lanes, in words. Days and their bands are in the wide drawing only. */
  behind: { id: Behind; word: string }[];
}

export type Behind = Exclude<Line["kind"], "as-of"> | "within" | "wider";

const BEHIND: [Behind, string][] = [
  ["firm", "a version that changes terms"],
  ["telling", "a document that only tells of them"],
  ["within", "a version whose day is not known"],
  ["wider", "years drawn wider"],
];

/** Height of one row of labels, of the years, and of what else the drawings share, in pixels. */
export const ROW = 16;
const YEARS = 20;
const HEADING = { wide: 32, narrow: 50 };
const BAR = { wide: 16, narrow: 22 };

function behindOf(axis: Axis, lines: Line[]): LanesPicture["behind"] {
  const used = new Set<Behind | "as-of">(lines.map(({ kind }) => kind));
  if (lines.some(({ width }) => width > 0)) used.add("within");
  if (axis.years.some(({ times }) => times > 1)) used.add("wider");
  return BEHIND.filter(([id]) => used.has(id)).map(([id, word]) => ({
    id,
    word,
  }));
}

/** How many letters of a heading stand beside the lanes. */
const HEADING_LETTERS = 27;
const HEADING_LINE = 17;

/** The first row in which a label does not touch the one before it. */
function stackLabels(lines: Line[]): LanesPicture["lines"] {
  const free: number[] = [];
  return lines.map((line) => {
    const width = ((line.label.length * 6.2 + 12) / LEAST_WIDTH.wide) * 100;
    const anchor = line.x + width > 100 ? "end" : "start";
    const [from, to] =
      anchor === "end" ? [line.x - width, line.x] : [line.x, line.x + width];
    let row = free.findIndex((end) => end <= from);
    if (row < 0) row = free.length;
    free[row] = to;
    return { ...line, row, anchor };
  });
}

function headingLines({ label }: GroupContent): string[] {
  return wrapLabel(label, HEADING_LETTERS, 2);
}

function layOut(
  groups: GroupContent[],
  mode: "wide" | "narrow",
  top: number,
): { height: number; headings: number[]; lanes: Map<LaneContent, At> } {
  const single = groups.length === 1 && groups[0]!.lanes.length === 1;
  const lanes = new Map<LaneContent, At>();
  let y = top;
  const headings = groups.map((group) => {
    const heading = y;
    const more = mode === "wide" ? headingLines(group).length - 1 : 0;
    y += single
      ? mode === "narrow"
        ? YEARS
        : 4
      : HEADING[mode] + more * HEADING_LINE;
    for (const lane of group.lanes) {
      const lines = wrapLabel(lane.label, mode === "wide" ? 31 : 44, 2);
      if (mode === "wide") {
        const room = Math.max(BAR.wide + 8, lines.length * 15 + 8);
        const first = y + room / 2 - (lines.length - 1) * 7.5 + 4;
        lanes.set(lane, { y: first, lines, bar: y + (room - BAR.wide) / 2 });
        y += room;
      } else {
        const bar = y + lines.length * 16 + 4;
        lanes.set(lane, { y: y + 13, lines, bar });
        y = bar + BAR.narrow + 10;
      }
    }
    return heading;
  });
  return { height: y + (mode === "wide" ? YEARS : 4), headings, lanes };
}

/** Puts lanes and labels where nothing covers anything, once for wide and once for narrow screens. */
export function deriveLanesPicture(
  content: Pick<LanesPicture, "title" | "description" | "axis" | "legend"> & {
    lines: Line[];
    groups: GroupContent[];
  },
): LanesPicture {
  const { asOf } = content.axis;
  const today: Line = {
    href: undefined,
    title: "",
    label: `as of ${shortDate(asOf.date)}`,
    x: asOf.x,
    width: 0,
    kind: "as-of",
  };
  const lines = stackLabels([...content.lines, today]);
  const rows = Math.max(0, ...lines.map(({ row }) => row + 1));
  const wide = layOut(content.groups, "wide", rows * ROW + YEARS + 4);
  const narrow = layOut(content.groups, "narrow", 0);
  const single =
    content.groups.length === 1 && content.groups[0]!.lanes.length === 1;
  return {
    ...content,
    lines,
    rows,
    behind: behindOf(content.axis, content.lines),
    groups: content.groups.map((group, index) => ({
      ...group,
      lines: headingLines(group),
      at: single
        ? undefined
        : { wide: wide.headings[index]!, narrow: narrow.headings[index]! },
      lanes: group.lanes.map((lane) => ({
        ...lane,
        at: { wide: wide.lanes.get(lane)!, narrow: narrow.lanes.get(lane)! },
      })),
    })),
    height: { wide: wide.height, narrow: narrow.height },
  };
}
