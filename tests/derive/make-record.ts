import type { Claim } from "../../src/model/claim.ts";
import { indexRecord } from "../../src/model/record.ts";
import type { AgreementRecord, Authored } from "../../src/model/record.ts";
import type { Version } from "../../src/model/version.ts";

type Some<T> = Partial<T> & { id: string };

function makeVersion(version: Some<Version>): Version {
  return {
    title: `Version ${version.id}`,
    kind: "agreement",
    date: version.id,
    date_kind: "announced",
    binding: "yes",
    parties: [],
    summary: "A version.",
    sources: [{ id: "paper" }],
    ...version,
  };
}

function makeClaim(claim: Some<Claim>): Claim {
  return {
    parties: [],
    statement: "A statement.",
    valid_from: claim.version ?? "2020-01-01",
    date_kind: "announced",
    confidence: "primary",
    sources: [{ id: "paper" }],
    ...(claim.effect === "unchanged" || claim.effect === "not-restated"
      ? {}
      : { value: claim.id }),
    ...claim,
  };
}

/**
 * A record about one term, `rent`, with the given versions (ids are their dates) and claims. Claims with a
 * version lead that cell; their value is their id unless given.
 */
export function makeRecord(
  versions: string[],
  claims: Some<Claim>[],
  rest: Partial<Authored> = {},
): AgreementRecord {
  return indexRecord({
    site: {
      name: "Site",
      tagline: "Tagline",
      subject: "a lease",
      address: "https://site.example",
      language: "en",
      as_of: "2024-01-01",
      publisher: "Site",
      navigation: [],
      headline_terms: ["rent"],
      audiences: [],
    },
    topics: [
      { id: "money", title: "Money", question: "How much?", summary: "Rent." },
    ],
    parties: [],
    versions: versions.map((id) => makeVersion({ id })),
    terms: [
      {
        id: "rent",
        topic: "money",
        title: "Rent",
        question: "How much is it?",
        why_it_matters: "It is paid.",
      },
    ],
    sources: [
      {
        id: "paper",
        title: "A paper",
        publisher: "Press",
        url: "https://press.example/paper",
        published: "2020-02-02",
        kind: "press",
        access: "direct",
      },
    ],
    claims: claims.map((claim) => makeClaim({ term: "rent", ...claim })),
    products: [],
    channels: [],
    offerings: [],
    deals: [],
    coverage: [],
    impacts: [],
    glossary: [],
    openQuestions: [],
    changes: [],
    verifications: [],
    moves: [],
    exceptions: [],
    tables: [],
    explainers: [],
    ...rest,
  });
}
