import { z } from "zod";
import { oncePerKey } from "../../derive/once.ts";
import { comparePath, listPairs, REDLINE_KINDS } from "../../derive/redline.ts";
import type { RedlineKind } from "../../derive/redline.ts";
import type { Version } from "../../model/version.ts";
import { deriveRedlineText } from "../../derive/redline-page.ts";
import type { TermState } from "../../derive/term-state.ts";
import { envelopeShape } from "./envelope.ts";
import type { JsonFile, JsonKind } from "./envelope.ts";
import type { JsonSite } from "./json-site.ts";
import {
  addressShape,
  dateShape,
  headShape,
  idShape,
  idsShape,
  makeDateOrNull,
  makeRuns,
  runsShape,
} from "./parts.ts";

const kindShape = z.enum(REDLINE_KINDS as [RedlineKind, ...RedlineKind[]]);

const stateShape = z
  .strictObject({
    kind: z
      .enum(["none", "holds", "ended", "not-disclosed"])
      .describe("`none`: nothing is known on it yet."),
    value: z.string().describe("Empty where nothing holds or is known."),
    since: dateShape.nullable(),
    claim_id: idShape.nullable().describe("The claim that set it."),
  })
  .meta({ id: "TermState", description: "How a term stands with a version." });

const pairShape = {
  id: z.string().describe("Both versions, joined by two full stops."),
  url: headShape.url,
  json_url: headShape.json_url,
  title: z.string(),
  from_version_id: idShape,
  to_version_id: idShape,
  totals: z.string().describe("How many terms changed, in words."),
};

const itemShape = z.strictObject({
  term_id: idShape,
  url: addressShape,
  kind: kindShape,
  sentence: z.string(),
  redline: runsShape,
  before: stateShape,
  after: stateShape,
  cause_claim_ids: idsShape.describe(
    "The claims that set the term in between, in order.",
  ),
  own_claim_id: idShape
    .nullable()
    .describe("What the later version itself says, if it speaks of the term."),
});

export const COMPARE_KINDS: JsonKind[] = [
  {
    name: "compare-index",
    about: "Every two versions that can be compared, the earlier one first",
    shape: z.strictObject({
      ...envelopeShape,
      items: z.array(z.strictObject(pairShape)),
    }),
  },
  {
    name: "compare",
    about: "Two versions, term by term",
    shape: z.strictObject({
      ...envelopeShape,
      item: z.strictObject(pairShape),
      terms: z
        .array(itemShape)
        .describe("What changed first, what stayed as it was last."),
    }),
  },
];

function makeState(state: TermState): z.infer<typeof stateShape> {
  return {
    kind: state.kind,
    value: state.value,
    since: makeDateOrNull(state.since),
    claim_id: state.claim?.id ?? null,
  };
}

const pairId = (from: Version, to: Version) => `${from.id}..${to.id}`;

const pairPath = (from: Version, to: Version) =>
  `/data/compare/${pairId(from, to)}.json`;

const pairs = oncePerKey<z.infer<z.ZodObject<typeof pairShape>>>();

/** The list of all asks again for what each pair's own file says. */
function makePair(site: JsonSite, from: Version, to: Version) {
  const { record } = site;
  const id = pairId(from, to);
  return pairs(record, id, () => {
    const { title, totals } = deriveRedlineText(record, from, to);
    return {
      id,
      url: site.absolute(comparePath(record, from, to)),
      json_url: site.absolute(pairPath(from, to)),
      title,
      from_version_id: from.id,
      to_version_id: to.id,
      totals,
    };
  });
}

function makeTerms(
  site: JsonSite,
  from: Version,
  to: Version,
): z.infer<typeof itemShape>[] {
  const { record } = site;
  const home = comparePath(record, from, to);
  return deriveRedlineText(record, from, to).sections.flatMap(
    ({ kind, rows }) =>
      rows.map(({ item, sentence, redline }) => ({
        term_id: item.termId,
        url: site.absolute(`${home}#${item.termId}`),
        kind,
        sentence,
        redline: makeRuns(redline),
        before: makeState(item.before),
        after: makeState(item.after),
        cause_claim_ids: item.causes.map((claim) => claim.id),
        own_claim_id: item.after.own?.id ?? null,
      })),
  );
}

/** Each pair of versions, and then the list of all. */
export function* listCompareFiles(site: JsonSite): Iterable<JsonFile> {
  const pairs = listPairs(site.record);
  for (const [from, to] of pairs)
    yield {
      path: pairPath(from, to),
      schema: "compare",
      make: () => ({
        item: makePair(site, from, to),
        terms: makeTerms(site, from, to),
      }),
    };
  yield {
    path: "/data/compare/index.json",
    schema: "compare-index",
    make: () => ({
      items: pairs.map(([from, to]) => makePair(site, from, to)),
    }),
  };
}
