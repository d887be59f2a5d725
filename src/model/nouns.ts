import type { z } from "zod";
import { change } from "./change.ts";
import { claim } from "./claim.ts";
import { coverage } from "./coverage.ts";
import { deal } from "./deal.ts";
import { exception } from "./exception.ts";
import { glossaryEntry } from "./glossary-entry.ts";
import { impact } from "./impact.ts";
import { channel, offering, product } from "./offering.ts";
import { move } from "./move.ts";
import { openQuestion } from "./open-question.ts";
import { party } from "./party.ts";
import { source } from "./source.ts";
import { term } from "./term.ts";
import { topic } from "./topic.ts";
import { verification } from "./verification.ts";
import { version } from "./version.ts";

/** Where each noun's entries are authored below `content/data/`, and the schema of one entry. */
export const NOUNS = {
  topics: { path: "topics.yaml", schema: topic, required: true },
  parties: { path: "parties.yaml", schema: party, required: true },
  versions: { path: "versions.yaml", schema: version, required: true },
  terms: { path: "terms.yaml", schema: term, required: true },
  sources: { path: "sources.yaml", schema: source, required: true },
  /** A folder: one file for each topic. */
  claims: { path: "claims", schema: claim, required: true },
  products: { path: "products.yaml", schema: product, required: false },
  channels: { path: "channels.yaml", schema: channel, required: false },
  offerings: { path: "offerings.yaml", schema: offering, required: false },
  deals: { path: "deals.yaml", schema: deal, required: false },
  coverage: { path: "coverage.yaml", schema: coverage, required: false },
  impacts: { path: "impacts.yaml", schema: impact, required: false },
  glossary: { path: "glossary.yaml", schema: glossaryEntry, required: false },
  openQuestions: {
    path: "open-questions.yaml",
    schema: openQuestion,
    required: false,
  },
  changes: { path: "changes.yaml", schema: change, required: false },
  verifications: {
    path: "verification.yaml",
    schema: verification,
    required: false,
  },
  moves: { path: "moves.yaml", schema: move, required: false },
  exceptions: { path: "exceptions.yaml", schema: exception, required: false },
} as const;

export type NounName = keyof typeof NOUNS;
export type Noun<N extends NounName> = z.infer<(typeof NOUNS)[N]["schema"]>;
export type Nouns = { [N in NounName]: Noun<N>[] };
