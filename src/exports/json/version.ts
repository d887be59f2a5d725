import { z } from "zod";
import { versionStatus } from "../../derive/status.ts";
import { deriveVersionPage } from "../../derive/version-page.ts";
import type { TermStep } from "../../derive/version-page.ts";
import { dateKind } from "../../model/date-kind.ts";
import { version } from "../../model/version.ts";
import { defineNoun } from "./noun.ts";
import {
  addressShape,
  dateShape,
  idShape,
  idsShape,
  makeDate,
  makeSourceRefs,
  sourceRefsShape,
  statusShape,
} from "./parts.ts";

const { kind, binding } = version.shape;

const idsOf = (steps: TermStep[]) => steps.map(({ claimId }) => claimId);

export const versionJson = defineNoun({
  name: "versions",
  folder: "versions",
  one: "version",
  about:
    "One dated state of the agreement, or a document that clarifies or discloses it.",
  entry: {
    title: z.string(),
    kind,
    date: dateShape,
    date_kind: dateKind.describe("Which clock its date is read from."),
    binding,
    party_ids: idsShape,
    summary: z.string(),
    sources: sourceRefsShape,
  },
  makeEntry: (item) => ({
    title: item.title,
    kind: item.kind,
    date: makeDate(item.date),
    date_kind: item.date_kind,
    binding: item.binding,
    party_ids: item.parties,
    summary: item.summary,
    sources: makeSourceRefs(item.sources),
  }),
  derived: {
    status: statusShape,
    sentence: z.string().describe("What it set, described and left unsaid."),
    changes_agreement: z
      .boolean()
      .describe("Whether it changes the agreement or only tells of it."),
    previous_version_id: idShape.nullable(),
    next_version_id: idShape.nullable(),
    compare: z.array(z.strictObject({ label: z.string(), url: addressShape })),
    setting_claim_ids: idsShape.describe("Claims that set a term or end it."),
    restating_claim_ids: idsShape.describe("Describe what already held."),
    unchanged_claim_ids: idsShape.describe(
      "Of terms covered by a general sentence that nothing changes.",
    ),
    not_restated_claim_ids: idsShape.describe(
      "Of terms that it passes over, as a claim says.",
    ),
    silent_term_ids: idsShape.describe(
      "Terms known before that it does not mention, and no claim speaks of.",
    ),
  },
  derive: (item, site) => {
    const { record } = site;
    const page = deriveVersionPage(record, item);
    const words = `${page.kind}, ${page.binding}`;
    return {
      status: versionStatus(record, item, words),
      sentence: page.summary,
      changes_agreement: page.sets,
      previous_version_id: page.previous?.id ?? null,
      next_version_id: page.next?.id ?? null,
      compare: page.compared.map(({ label, href }) => ({
        label,
        url: site.absolute(href),
      })),
      setting_claim_ids: idsOf(page.changed),
      restating_claim_ids: idsOf(page.described),
      unchanged_claim_ids: idsOf(page.unchanged),
      not_restated_claim_ids: idsOf(page.notRestated),
      silent_term_ids: page.silent.map(({ id }) => id),
    };
  },
});
