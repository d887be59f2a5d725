import type { Offering, OfferingStatus } from "../model/offering.ts";
import { compareDates, lastDay, surelyBefore } from "../model/partial-date.ts";
import type { AgreementRecord } from "../model/record.ts";
import { formatPeriod } from "./format-date.ts";
import { dayNumber } from "./day-number.ts";
import { makeAxis } from "./picture-axis.ts";
import { deriveLanesPicture } from "./picture-lanes.ts";
import type { Fill, LanesPicture, Segment } from "./picture-lanes.ts";
import { derivePieces } from "./picture-span.ts";
import { offeringHref, STAGES } from "./table-offerings.ts";

const FILL: { [status in OfferingStatus]: Fill } = {
  ga: "general",
  preview: "preview",
  "limited-preview": "limited",
  "private-preview": "limited",
  announced: "announced",
  "not-offered": "not-offered",
  unknown: "unknown",
};

const FILLS: [fill: LanesPicture["legend"][number]["fill"], word: string][] = [
  ["general", "generally available"],
  ["preview", "public preview"],
  ["limited", "limited or private preview"],
  ["announced", "announced; sale not known"],
  ["unknown", "stage not known"],
  ["not-offered", "not offered"],
  ["step", "day not known: began or ended within"],
];

/** Offers of the same thing on one channel, which follow each other on one lane. */
function laneKey(offering: Offering): string {
  return `${offering.channel}\n${offering.title}`;
}

/** Every offer over time: a lane for each thing on sale, grouped by channel, in the order in which they began. */
export function deriveOfferingsPicture(record: AgreementRecord): LanesPicture {
  const asOf = record.site.as_of;
  const until = dayNumber(lastDay(asOf));
  const offerings = record.offerings
    .filter(({ since }) => !surelyBefore(asOf, since))
    .toSorted((a, b) => compareDates(a.since, b.since));
  const ends = offerings.flatMap(({ until: end }) =>
    end && surelyBefore(asOf, end) ? [end] : [],
  );
  const { axis, place } = makeAxis(
    offerings.map(({ since }) => since),
    asOf,
    ends,
  );
  const slots = new Map(axis.coming.map(({ date, x }) => [date, x]));
  const channels = new Map(record.channels.map(({ id, name }) => [id, name]));

  const segmentOf = (offering: Offering): Segment => ({
    href: offeringHref(offering),
    label: `${offering.title}, ${channels.get(offering.channel) ?? ""}: ${STAGES[offering.status]}, ${formatPeriod(offering.since, offering.until)}`,
    fill: FILL[offering.status],
    silent: false,
    reported: false,
    pieces: derivePieces(place, offering.since, offering.until, until),
  });
  const groups = record.channels
    .map((channel) => {
      const own = offerings.filter(
        (offering) => offering.channel === channel.id,
      );
      const keys = [...new Set(own.map(laneKey))];
      return {
        id: channel.id,
        label: channel.name,
        href: undefined,
        lanes: keys.map((key) => {
          const offers = own.filter((offering) => laneKey(offering) === key);
          return {
            id: offers[0]!.id,
            label: offers[0]!.title,
            href: undefined,
            segments: offers.map(segmentOf),
            marks: offers.flatMap((offering) => {
              const x = slots.get(offering.until ?? "");
              return x === undefined
                ? []
                : [
                    {
                      href: offeringHref(offering),
                      label: segmentOf(offering).label,
                      x,
                    },
                  ];
            }),
          };
        }),
      };
    })
    .filter(({ lanes }) => lanes.length > 0);
  const segments = groups.flatMap(({ lanes }) =>
    lanes.flatMap((lane) => lane.segments),
  );
  const used = new Set<string>(segments.map(({ fill }) => fill));
  if (segments.some(({ pieces }) => pieces.some((p) => p.part !== "whole")))
    used.add("step");
  return deriveLanesPicture({
    title: "Where it could be bought, over time",
    description:
      `One lane for each thing on sale, by channel. Patterns show the stage. ${axis.note}`.trim(),
    axis,
    lines: [],
    groups,
    legend: FILLS.filter(([fill]) => used.has(fill)).map(([fill, word]) => ({
      fill,
      word,
    })),
  });
}
