import { firstDay, lastDay, surelyBefore } from "../model/partial-date.ts";
import type { AgreementRecord } from "../model/record.ts";
import { CHANGING } from "../model/version.ts";
import type { Term } from "../model/term.ts";
import { claimHref } from "./cell.ts";
import { formatDate, formatPeriod } from "./format-date.ts";
import { dayAfter, dayNumber } from "./day-number.ts";
import { makeAxis } from "./picture-axis.ts";
import { deriveLanesPicture } from "./picture-lanes.ts";
import type {
  Fill,
  LaneContent,
  LanesPicture,
  Segment,
} from "./picture-lanes.ts";
import { derivePieces } from "./picture-span.ts";
import { deriveStretches } from "./picture-stretch.ts";
import { shortDate } from "./short-date.ts";

const DEGREES = ["exclusive", "preferential", "open"];

/** What a bar without a degree is, beside some that have one. */
const NO_DEGREE = "stated; says nothing of exclusivity";

/** Every fill of the picture in words, in the order of the legend. */
const FILLS: [fill: LanesPicture["legend"][number]["fill"], word: string][] = [
  ["exclusive", "exclusive to one side"],
  ["preferential", "first, but not alone"],
  ["open", "open to others"],
  ["stated", "stated"],
  ["undisclosed", "not disclosed"],
  ["silent", "not restated: last known"],
  ["ended", "ended"],
  ["reported", "reported only"],
  ["step", "day not known: began or ended within"],
];

/** Fills in the order of the legend. */
function inOrder(fills: Set<Fill>): Fill[] {
  return FILLS.map(([fill]) => fill as Fill).filter((fill) => fills.has(fill));
}

/** The claims on a term that speak of a day after the record's: when they end, or begin. */
function comingOf(record: AgreementRecord, term: Term) {
  const asOf = record.site.as_of;
  return record.claims
    .filter((claim) => claim.term === term.id)
    .flatMap((claim) => {
      const begins = surelyBefore(asOf, claim.valid_from);
      const date = begins ? claim.valid_from : claim.valid_to;
      if (!date || !surelyBefore(asOf, date)) return [];
      const word = begins ? "from" : "until";
      return [
        {
          claim,
          date,
          says: `${claim.value ?? ""}: ${word} ${formatDate(date)}`,
        },
      ];
    })
    .filter(
      ({ date }, index, all) =>
        all.findIndex((other) => other.date === date) === index,
    );
}

/**
 * All terms over time, or those named: a lane for each, grouped by topic, from the first version to the record's
 * day, and beyond it only the days that are fixed in advance.
 */
export function deriveTermsPicture(
  record: AgreementRecord,
  only?: string[],
): LanesPicture {
  const terms = record.terms.filter((term) => only?.includes(term.id) ?? true);
  const asOf = record.site.as_of;
  const coming = new Map(terms.map((term) => [term, comingOf(record, term)]));
  const versions = record.timeline.filter(
    (version) => !surelyBefore(asOf, version.date),
  );
  const { axis, place } = makeAxis(
    versions.map((version) => version.date),
    asOf,
    [...coming.values()].flat().map(({ date }) => date),
  );
  const slots = new Map(axis.coming.map(({ date, x }) => [date, x]));
  const until = dayNumber(lastDay(asOf));

  const laneOf = (term: Term): LaneContent => ({
    id: term.id,
    label: term.title,
    href: `/terms/${term.id}/`,
    segments: deriveStretches(record, term.id).flatMap((stretch): Segment[] => {
      const { claim, fill, silent, from, to, says } = stretch;
      const pieces = derivePieces(place, from, to, until);
      if (pieces.length === 0) return [];
      return [
        {
          href: claimHref(claim.id),
          label: `${term.title}, ${formatPeriod(from, to)}: ${says}`,
          fill,
          silent,
          reported: claim.confidence === "reported" && fill !== "ended",
          pieces,
        },
      ];
    }),
    marks: coming.get(term)!.map(({ claim, date, says }) => ({
      href: claimHref(claim.id),
      label: `${term.title}, ${says}`,
      x: slots.get(date)!,
    })),
  });
  const groups = record.topics
    .map((topic) => ({
      id: topic.id,
      label: topic.title,
      href: `/${topic.id}/`,
      lanes: terms.filter((term) => term.topic === topic.id).map(laneOf),
    }))
    .filter(({ lanes }) => lanes.length > 0);
  const lines = versions.map((version) => {
    const x = place(dayNumber(firstDay(version.date)));
    return {
      href: `/versions/${version.id}/`,
      title: `${formatDate(version.date)}: ${version.title}`,
      label: shortDate(version.date),
      x,
      width: version.date.length === 10 ? 0 : place(dayAfter(version.date)) - x,
      kind: CHANGING.has(version.kind)
        ? ("firm" as const)
        : ("telling" as const),
    };
  });
  const segments = groups.flatMap(({ lanes }) =>
    lanes.flatMap((lane) => lane.segments),
  );
  const used = new Set<string>(segments.map(({ fill }) => fill));
  const silent = new Set(segments.filter((s) => s.silent).map((s) => s.fill));
  if (silent.size > 0) used.add("silent");
  if (segments.some(({ reported }) => reported)) used.add("reported");
  if (segments.some(({ pieces }) => pieces.some((p) => p.part !== "whole")))
    used.add("step");
  const graded = DEGREES.some((degree) => used.has(degree));
  const one = terms.length === 1 ? terms[0] : undefined;
  return deriveLanesPicture({
    title: one ? `${one.title} over time` : "All terms over time",
    description:
      `${one ? "One lane" : `One lane for each of ${terms.length} terms`} from ${axis.years[0]?.label ?? ""} to ${formatDate(asOf)}. Bars show what held, from which day to which; thin lines mark the versions. ${axis.note}`.trim(),
    axis,
    lines,
    groups,
    legend: FILLS.filter(([fill]) => used.has(fill)).map(([fill, word]) => ({
      fill,
      word: fill === "stated" && graded ? NO_DEGREE : word,
      ...(fill === "silent" && { over: inOrder(silent) }),
    })),
  });
}
