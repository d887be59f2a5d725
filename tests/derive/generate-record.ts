import fc from "fast-check";
import type { Deal } from "../../src/model/deal.ts";
import type { Offering } from "../../src/model/offering.ts";
import { compareDates } from "../../src/model/partial-date.ts";
import { indexRecord } from "../../src/model/record.ts";
import type { AgreementRecord } from "../../src/model/record.ts";
import type { Source } from "../../src/model/source.ts";
import {
  makeLeading,
  makeSupporting,
  partialDates,
  slots,
  sourceId,
} from "./generate-claims.ts";
import { makeRecord } from "./make-record.ts";

/** The day every generated record speaks for. Claims may begin after it; nothing is published after it. */
export const AS_OF = "2024-12-31";

const drawn = fc.record({
  versions: fc.uniqueArray(partialDates({ min: 2018, max: 2023 }), {
    minLength: 1,
    maxLength: 5,
  }),
  published: fc.array(partialDates(), { minLength: 1, maxLength: 6 }),
  terms: fc.array(
    fc.record({
      leading: fc.array(slots, { minLength: 5, maxLength: 5 }),
      supporting: fc.array(slots, { maxLength: 2 }),
    }),
    { minLength: 1, maxLength: 4 },
  ),
  since: fc.array(fc.tuple(partialDates(), fc.nat()), { maxLength: 2 }),
  announced: fc.array(fc.tuple(partialDates(), fc.nat()), { maxLength: 2 }),
});
type Drawn = typeof drawn extends fc.Arbitrary<infer T> ? T : never;

function makeSources({ published }: Drawn): Source[] {
  return published.map((date, index) => ({
    id: `source-${index + 1}`,
    title: `Source ${index + 1}`,
    publisher: "Press",
    url: `https://press.example/${index + 1}`,
    published: date,
    kind: "press",
    // The first is read itself; each of the others may have been read through the next.
    ...(index > 0 && index % 2 === 0
      ? { access: "via", via: [`source-${index}`] }
      : { access: "direct" }),
  }));
}

function build(all: Drawn): AgreementRecord {
  const versions = [...all.versions].sort(compareDates);
  const base = makeRecord([], []);
  const terms = all.terms.map((_, at) => ({
    ...base.terms[0]!,
    id: `term-${at + 1}`,
    title: `Term ${at + 1}`,
  }));
  const parts = all.terms.map(({ leading, supporting }, at) => {
    const made = makeLeading(terms[at]!.id, leading, versions, all);
    const side = supporting.map((slot, index) =>
      makeSupporting(terms[at]!.id, slot, index + 1, all),
    );
    return { ...made, claims: [...made.claims, ...side] };
  });
  const party = (id: string) => ({ id, name: id, kind: "company" as const });
  const offerings = all.since.map(([since, source], at): Offering => ({
    id: `offering-${at + 1}`,
    title: `Offering ${at + 1}`,
    products: ["product"],
    channel: "channel",
    form: "by the day",
    status: "ga",
    since,
    sources: [{ id: sourceId(source, all) }],
  }));
  const deals = all.announced.map(([announced, source], at): Deal => ({
    id: `deal-${at + 1}`,
    from: "owner",
    to: "tenant",
    kind: "compute",
    amount_usd: at + 1,
    announced,
    status: "signed",
    confidence: "primary",
    sources: [{ id: sourceId(source, all) }],
  }));
  return indexRecord({
    ...base,
    site: { ...base.site, as_of: AS_OF, headline_terms: ["term-1"] },
    terms,
    parties: ["owner", "tenant"].map(party),
    products: [{ id: "product", name: "Product" }],
    channels: [{ id: "channel", name: "Channel", party: "owner" }],
    sources: makeSources(all),
    versions: versions.map((date, at) => ({
      id: date,
      title: `Version ${date}`,
      kind: "amendment",
      date,
      date_kind: "announced",
      binding: "yes",
      parties: ["owner", "tenant"],
      summary: "A version.",
      sources: [{ id: sourceId(at, all) }],
    })),
    claims: parts.flatMap((part) => part.claims),
    changes: parts.flatMap((part) => part.changes),
    offerings,
    deals,
  });
}

/**
 * A record of one to five versions (some dated only by month or year), one to four terms with leading claims of
 * every effect, sources older and newer than what they say, and claims that were withdrawn, with or without a
 * correction in their place. It keeps the rules on dates: beginnings follow the versions, and nothing overlaps.
 */
export function generateRecords(): fc.Arbitrary<AgreementRecord> {
  return drawn.map(build);
}
