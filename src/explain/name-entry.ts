import type { Claim } from "../model/claim.ts";
import { listItems } from "../model/item.ts";
import { NOUNS } from "../model/nouns.ts";
import type { NounName } from "../model/nouns.ts";
import type { AgreementRecord } from "../model/record.ts";
import type { Part } from "./explanation.ts";

/** One entry of each noun, as reports call it. */
const SINGULAR: { [noun in NounName]: string } = {
  topics: "topic",
  parties: "party",
  versions: "version",
  terms: "term",
  sources: "source",
  claims: "claim",
  products: "product",
  channels: "channel",
  offerings: "offering",
  deals: "deal",
  coverage: "statement",
  impacts: "impact",
  glossary: "glossary entry",
  openQuestions: "open question",
  changes: "change",
  verifications: "verification",
  moves: "move",
  exceptions: "exception",
};

type Noun = NounName | "tables" | "explainers";

/** A part of an address, by noun and id; nothing where the record holds no such entry. */
export function partOf(
  record: AgreementRecord,
  role: string,
  noun: Noun,
  id: string | undefined,
): Part[] {
  const on: { id: string } | undefined = record.byId[noun].get(id ?? "");
  if (!on) return [];
  const singular =
    noun === "tables"
      ? "table"
      : noun === "explainers"
        ? "explainer"
        : SINGULAR[noun];
  return [{ role, what: `${singular} ${on.id}`, on }];
}

/** Parts without those that name an entry again. */
export function eachOnce(parts: Part[]): Part[] {
  const seen = new Set<object>();
  return parts.filter(({ on }) => !seen.has(on) && seen.add(on));
}

/** The noun an entry belongs to. */
export function nounOf(
  record: AgreementRecord,
  entry: { id: string },
): Noun | undefined {
  const nouns = [...Object.keys(NOUNS), "tables", "explainers"] as Noun[];
  return nouns.find((noun) => {
    const found: object | undefined = record.byId[noun].get(entry.id);
    return found === entry;
  });
}

/** The parts that claims bring: each claim, then the sources they rest on. */
export function partsOfClaims(
  record: AgreementRecord,
  claims: { id: string; role: string }[],
): Part[] {
  const entries = claims.flatMap(({ id }) => record.byId.claims.get(id) ?? []);
  return [
    ...claims.flatMap(({ id, role }) => partOf(record, role, "claims", id)),
    ...partsOfSources(record, entries),
  ];
}

/** The sources that entries rest on, each once. */
export function partsOfSources(
  record: AgreementRecord,
  entries: Pick<Claim, "sources">[],
): Part[] {
  const ids = entries.flatMap(({ sources }) => sources.map(({ id }) => id));
  return [...new Set(ids)].flatMap((id) =>
    partOf(record, "is the source", "sources", id),
  );
}

/** The entry whose own address this is: a page, or an entry in a list. */
export function partsAtHome(record: AgreementRecord, address: string): Part[] {
  const item = listItems(record).find(({ home }) => home === address);
  const noun = item && nounOf(record, item.entry);
  if (!item || !noun) return [];
  const { sources = [] } = item.entry as Partial<Claim>;
  return [
    ...partOf(record, "is the entry", noun, item.id),
    ...partsOfSources(record, [{ sources }]),
  ];
}
