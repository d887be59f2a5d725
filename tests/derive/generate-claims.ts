import fc from "fast-check";
import type { Change } from "../../src/model/change.ts";
import type { Claim, Effect } from "../../src/model/claim.ts";
import {
  compareDates,
  firstDay,
  lastDay,
} from "../../src/model/partial-date.ts";

/** A date as precise as a year, a month or a day; never after the last of `years`. */
export function partialDates(
  years: { min: number; max: number } = { min: 2018, max: 2024 },
): fc.Arbitrary<string> {
  const pad = (number: number) => String(number).padStart(2, "0");
  return fc
    .tuple(
      fc.integer(years),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 1, max: 28 }),
      fc.constantFrom(4, 7, 10, 10, 10),
    )
    .map(([year, month, day, length]) =>
      `${year}-${pad(month)}-${pad(day)}`.slice(0, length),
    );
}

const EFFECTS: (Effect | undefined)[] = [
  undefined,
  undefined,
  undefined,
  "ends",
  "restates",
  "unchanged",
  "not-restated",
  "not-disclosed",
];

/** Drawn for each term and version: what its leading claim is, if there is one. */
export const slots = fc.record({
  present: fc.boolean(),
  effect: fc.constantFrom(...EFFECTS),
  value: fc.constantFrom("one", "two", "three words long", "four"),
  from: fc.option(partialDates({ min: 2018, max: 2025 }), {
    nil: undefined,
    freq: 2,
  }),
  to: fc.option(partialDates({ min: 2019, max: 2025 }), {
    nil: undefined,
    freq: 4,
  }),
  confidence: fc.constantFrom("primary" as const, "reported", "analysis"),
  kind: fc.constantFrom("announced" as const, "effective", "reported"),
  sources: fc.array(fc.nat(), { minLength: 1, maxLength: 3 }),
  withdrawn: fc.option(partialDates({ min: 2018, max: 2024 }), {
    nil: undefined,
    freq: 6,
  }),
  corrected: fc.boolean(),
});
export type Slot = typeof slots extends fc.Arbitrary<infer T> ? T : never;

/** The dates of the sources: `source-1`, `source-2`, … */
interface Published {
  published: string[];
}

export const sourceId = (place: number, { published }: Published) =>
  `source-${(place % published.length) + 1}`;

const isWordless = ({ effect }: Slot) =>
  effect === "unchanged" || effect === "not-restated";

function makeClaim(
  id: string,
  slot: Slot,
  date: string,
  all: Published,
  rest: Partial<Claim>,
): Claim {
  return {
    id,
    parties: [],
    statement: `What ${id} says.`,
    valid_from: date,
    date_kind: slot.kind,
    confidence: slot.confidence,
    sources: [...new Set(slot.sources.map((at) => sourceId(at, all)))].map(
      (id) => ({ id }),
    ),
    ...rest,
  };
}

/** The day by which the claim was surely public. */
function publicBy(claim: Claim, { published }: Published): string {
  const days = claim.sources.map(({ id }) =>
    lastDay(published[Number(id.slice("source-".length)) - 1]!),
  );
  return days.sort()[0]!;
}

/** The later of two dates. */
const later = (a: string, b: string) => (compareDates(a, b) < 0 ? b : a);

/** The leading claims of one term, in the order of the versions, as the rule leading-overlap wants them. */
export function makeLeading(
  termId: string,
  leading: Slot[],
  versions: string[],
  all: Published,
): { claims: Claim[]; changes: Change[] } {
  const present = versions.flatMap((version, at) => {
    const slot = leading[at]!;
    return slot.present ? [{ version, slot }] : [];
  });
  const starts: string[] = [];
  for (const { version, slot } of present)
    starts.push(later(slot.from ?? version, starts.at(-1) ?? "2000"));
  const claims: Claim[] = [];
  const changes: Change[] = [];
  for (const [at, { version, slot }] of present.entries()) {
    const [from, next] = [starts[at]!, starts[at + 1]];
    const fits =
      slot.to !== undefined &&
      firstDay(slot.to) >= firstDay(from) &&
      (next === undefined || compareDates(slot.to, next) <= 0);
    const id = `${termId}-${version}`;
    const rest: Partial<Claim> = {
      term: termId,
      version,
      ...(slot.effect ? { effect: slot.effect } : {}),
      ...(isWordless(slot) ? {} : { value: slot.value }),
      ...(fits ? { valid_to: slot.to! } : {}),
    };
    if (slot.withdrawn === undefined) {
      claims.push(makeClaim(id, slot, from, all, rest));
      continue;
    }
    const believed = `${id}-believed`;
    const { valid_to: _, ...open } = rest;
    const wrong = makeClaim(believed, slot, from, all, {
      ...open,
      ...(isWordless(slot) ? {} : { value: `wrongly ${slot.value}` }),
    });
    claims.push(wrong);
    if (slot.corrected) claims.push(makeClaim(id, slot, from, all, rest));
    changes.push({
      id: `correct-${id}`,
      date: later(slot.withdrawn, publicBy(wrong, all)),
      reason: "we-corrected",
      summary: `${believed} was wrong.`,
      claims: slot.corrected ? [id] : [],
      withdraws: [believed],
    });
  }
  return { claims, changes };
}

export function makeSupporting(
  termId: string,
  slot: Slot,
  at: number,
  all: Published,
) {
  const date = slot.from ?? "2020";
  return makeClaim(`${termId}-side-${at}`, slot, date, all, {
    term: termId,
    value: slot.value,
    ...(slot.to && firstDay(slot.to) >= firstDay(date)
      ? { valid_to: slot.to }
      : {}),
  });
}
