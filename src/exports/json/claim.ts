import { z } from "zod";
import { deriveAppearances } from "../../derive/appearance.ts";
import { deriveClaimPage } from "../../derive/claim-page.ts";
import { degree, effect } from "../../model/claim.ts";
import { confidence, dateKind } from "../../model/date-kind.ts";
import {
  intervalShape,
  knowledgeShape,
  makeInterval,
  makeKnowledge,
  makeStanding,
  standingShape,
} from "./claim-times.ts";
import { defineNoun } from "./noun.ts";
import {
  addressShape,
  dateShape,
  idShape,
  idsShape,
  makeDate,
  makeDateOrNull,
  makeRuns,
  makeSourceRefs,
  runsShape,
  sourceRefsShape,
  statusShape,
} from "./parts.ts";

const citationsShape = z
  .array(
    z.strictObject({
      source_id: idShape,
      locator: z.string().nullable(),
      document_url: z.string().describe("The document itself."),
      passage_url: z
        .string()
        .nullable()
        .describe("The document, opened at the passage where browsers can."),
      archive_url: z.string().describe("Copies of it from around its day."),
      checked: z
        .string()
        .nullable()
        .describe("What the last visit found; null where none looked."),
    }),
  )
  .describe("Where to find each passage.");

export const claimJson = defineNoun({
  name: "claims",
  folder: "claims",
  one: "claim",
  about:
    "The atom of the record: a dated, sourced statement. With a term and a version it leads the cell of that pair.",
  entry: {
    term_id: idShape.nullable(),
    version_id: idShape.nullable(),
    party_ids: idsShape,
    effect: effect
      .nullable()
      .describe("What it does to its term; null where it sets it."),
    degree: degree
      .nullable()
      .describe("How far the term binds one side to the other: our reading."),
    value: z.string().nullable().describe("The words of the cell."),
    statement: z.string(),
    valid_from: dateShape,
    valid_to: dateShape
      .nullable()
      .describe("An end of its own; see `derived.interval` for when it ended."),
    date_kind: dateKind.describe("Which clock its dates are read from."),
    confidence,
    sources: sourceRefsShape,
    supersedes_claim_ids: idsShape,
    disputes: z.array(z.strictObject({ claim_id: idShape, about: z.string() })),
    note: z.string().nullable(),
    review_by: dateShape.nullable(),
  },
  makeEntry: (item) => ({
    term_id: item.term ?? null,
    version_id: item.version ?? null,
    party_ids: item.parties,
    effect: item.effect ?? null,
    degree: item.degree ?? null,
    value: item.value ?? null,
    statement: item.statement,
    valid_from: makeDate(item.valid_from),
    valid_to: makeDateOrNull(item.valid_to),
    date_kind: item.date_kind,
    confidence: item.confidence,
    sources: makeSourceRefs(item.sources),
    supersedes_claim_ids: item.supersedes ?? [],
    disputes: (item.disputes ?? []).map(({ id, about }) => ({
      claim_id: id,
      about,
    })),
    note: item.note ?? null,
    review_by: makeDateOrNull(item.review_by),
  }),
  derived: {
    title: z.string(),
    words: z.string().describe("The short words it goes by in lists."),
    status: statusShape,
    standing: standingShape,
    interval: intervalShape,
    knowledge: knowledgeShape.describe("When the public could know it."),
    sentences: z.array(z.string()).describe("The same in words."),
    redline: runsShape.describe("Against the value before."),
    citations: citationsShape,
    appears_in: z.array(
      z.strictObject({
        kind: z.enum(["table", "explainer", "article"]),
        label: z.string(),
        url: addressShape,
      }),
    ),
  },
  derive: (item, site) => {
    const { record } = site;
    const places = deriveAppearances(record).get(item.id)!;
    const page = deriveClaimPage(record, item, places);
    return {
      title: page.title,
      words: page.words,
      status: page.status,
      standing: makeStanding(site, item),
      interval: makeInterval(site, item),
      knowledge: makeKnowledge(site, item),
      sentences: page.sentences,
      redline: makeRuns(page.redline),
      citations: page.citations.map((citation) => ({
        source_id: citation.sourceId,
        locator: citation.locator ?? null,
        document_url: citation.url,
        passage_url: citation.passage ?? null,
        archive_url: citation.archived,
        checked: citation.checked ?? null,
      })),
      appears_in: page.appearances.map(({ kind, label, href }) => ({
        kind,
        label,
        url: site.absolute(href),
      })),
    };
  },
});
