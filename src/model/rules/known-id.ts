import { didYouMean } from "../did-you-mean.ts";
import type { NounName } from "../nouns.ts";
import type { AgreementRecord } from "../record.ts";
import type { Finding, Rule } from "../rule.ts";
import type { Path } from "../yaml-file.ts";

type Reference = {
  on: { id?: string };
  path: Path;
  to: NounName | "tables" | "explainers";
  id: string;
};

function* each(
  on: { id?: string },
  to: Reference["to"],
  key: string,
  ids: readonly (string | { id: string })[] | string | undefined,
): Generator<Reference> {
  if (typeof ids === "string") yield { on, path: [key], to, id: ids };
  else {
    for (const [index, entry] of (ids ?? []).entries()) {
      const nested = typeof entry !== "string";
      yield {
        on,
        path: nested ? [key, index, "id"] : [key, index],
        to,
        id: nested ? entry.id : entry,
      };
    }
  }
}

function* references(record: AgreementRecord): Generator<Reference> {
  for (const item of record.versions) {
    yield* each(item, "parties", "parties", item.parties);
    yield* each(item, "sources", "sources", item.sources);
  }
  for (const item of record.terms)
    yield* each(item, "topics", "topic", item.topic);
  for (const item of record.claims) {
    yield* each(item, "terms", "term", item.term);
    yield* each(item, "versions", "version", item.version);
    yield* each(item, "parties", "parties", item.parties);
    yield* each(item, "sources", "sources", item.sources);
    yield* each(item, "claims", "supersedes", item.supersedes);
    yield* each(item, "claims", "disputes", item.disputes);
  }
  for (const item of record.sources)
    yield* each(item, "sources", "via", item.via);
  for (const item of record.channels)
    yield* each(item, "parties", "party", item.party);
  for (const item of record.offerings) {
    yield* each(item, "products", "products", item.products);
    yield* each(item, "channels", "channel", item.channel);
    yield* each(item, "sources", "sources", item.sources);
  }
  for (const item of record.deals) {
    yield* each(item, "parties", "from", item.from);
    yield* each(item, "parties", "to", item.to);
    yield* each(item, "sources", "sources", item.sources);
  }
  for (const item of record.coverage) {
    yield* each(item, "sources", "article", item.article);
    yield* each(item, "claims", "claims", item.claims);
  }
  for (const item of record.impacts) {
    yield* each(item, "topics", "topic", item.topic);
    yield* each(item, "claims", "claims", item.claims);
  }
  for (const item of record.glossary)
    yield* each(item, "terms", "see", item.see);
  for (const item of record.openQuestions)
    yield* each(item, "terms", "terms", item.terms);
  for (const item of record.changes) {
    yield* each(item, "claims", "claims", item.claims);
    yield* each(item, "claims", "withdraws", item.withdraws);
  }
  for (const item of record.verifications)
    yield* each(item, "sources", "id", item.id);
  for (const item of record.explainers)
    yield* each(item, "topics", "topic", item.topic);
  const site = record.site as typeof record.site & { id?: string };
  yield* each(site, "terms", "headline_terms", record.site.headline_terms);
}

const FILES: { [noun: string]: string } = {
  openQuestions: "open-questions.yaml",
  claims: "claims/",
  tables: "tables/",
  explainers: "explainers/",
};

/** Every reference leads somewhere. Wrong: `term: cloud-exclusivty`. */
export const knownId: Rule = (record) => {
  const findings: Finding[] = [];
  for (const { on, path, to, id } of references(record)) {
    if (record.byId[to].has(id)) continue;
    const near = didYouMean(id, record.byId[to].keys());
    findings.push({
      on,
      path,
      message: `Unexpected id \`${id}\`, expected one from ${FILES[to] ?? `${to}.yaml`}`,
      hint: near ? `did you mean \`${near}\`?` : undefined,
    });
  }
  return findings;
};
