import { oncePerRecord } from "../../derive/once.ts";
import { EMBEDS } from "../../model/embed.ts";
import type { Explainer } from "../../model/explainer.ts";
import type { Nouns } from "../../model/nouns.ts";
import type { AgreementRecord } from "../../model/record.ts";

type Listed = Nouns & Pick<AgreementRecord, "tables" | "explainers">;
/** What can be referred to, as the record calls it. */
export type Referred = keyof Listed;

/** A way in which entries of one noun name those of another. */
interface Reference {
  to: Referred;
  /** The field, at what is referred to, that lists who does. */
  as: string;
  /** Who refers, and to which ids. */
  read: (record: AgreementRecord) => [from: string, to: string[]][];
}

function refers<N extends Referred>(
  from: N,
  as: string,
  to: Referred,
  idsOf: (entry: Listed[N][number]) => (string | undefined)[],
): Reference {
  return {
    to,
    as,
    read: (record) =>
      (record[from] as Listed[N][number][]).map((entry) => [
        entry.id,
        [...new Set(idsOf(entry).filter((id) => id !== undefined))],
      ]),
  };
}

/** The ids of one noun that the embeds of an explainer name. */
export function idsInEmbeds(
  { embeds }: Pick<Explainer, "embeds">,
  noun: Referred,
): string[] {
  const found = embeds.flatMap(({ name, attributes }) =>
    Object.entries(EMBEDS[name]?.attributes ?? {})
      .filter(([, kind]) => kind === noun)
      .map(([attribute]) => attributes[attribute.replace("?", "")]),
  );
  return [...new Set(found.filter((id) => id !== undefined))];
}

const ids = (refs: { id: string }[] | undefined) =>
  (refs ?? []).map(({ id }) => id);

const EMBEDDED: Referred[] = [
  "claims",
  "terms",
  "versions",
  "sources",
  "deals",
  "glossary",
  "openQuestions",
];

/** Every reference that an entry can make, in the order in which they are listed at their ends. */
const REFERENCES: Reference[] = [
  refers("terms", "term_ids", "topics", ({ topic }) => [topic]),
  refers("impacts", "impact_ids", "topics", ({ topic }) => [topic]),
  refers("explainers", "explainer_ids", "topics", ({ topic }) => [topic]),
  refers("versions", "version_ids", "parties", ({ parties }) => parties),
  refers("versions", "version_ids", "sources", ({ sources }) => ids(sources)),
  refers("claims", "claim_ids", "parties", ({ parties }) => parties),
  refers("claims", "claim_ids", "versions", ({ version }) => [version]),
  refers("claims", "claim_ids", "terms", ({ term }) => [term]),
  refers("claims", "claim_ids", "sources", ({ sources }) => ids(sources)),
  refers(
    "claims",
    "superseded_by_claim_ids",
    "claims",
    ({ supersedes = [] }) => supersedes,
  ),
  refers("claims", "disputed_by_claim_ids", "claims", ({ disputes }) =>
    ids(disputes),
  ),
  refers("sources", "carried_source_ids", "sources", ({ via = [] }) => via),
  refers("channels", "channel_ids", "parties", ({ party }) => [party]),
  refers("offerings", "offering_ids", "products", ({ products }) => products),
  refers("offerings", "offering_ids", "channels", ({ channel }) => [channel]),
  refers("offerings", "offering_ids", "sources", ({ sources }) => ids(sources)),
  refers("deals", "deal_ids", "parties", ({ from, to }) => [from, to]),
  refers("deals", "deal_ids", "sources", ({ sources }) => ids(sources)),
  refers("coverage", "statement_ids", "sources", ({ article }) => [article]),
  refers("coverage", "statement_ids", "claims", ({ claims }) => claims),
  refers("impacts", "impact_ids", "claims", ({ claims }) => claims),
  refers("glossary", "glossary_ids", "terms", ({ see }) => see),
  refers("openQuestions", "open_question_ids", "terms", ({ terms }) => terms),
  refers("changes", "change_ids", "claims", ({ claims, withdraws = [] }) => [
    ...claims,
    ...withdraws,
  ]),
  ...EMBEDDED.map((noun) =>
    refers("explainers", "explainer_ids", noun, (explainer) =>
      idsInEmbeds(explainer, noun),
    ),
  ),
];

/** The fields that list who refers to entries of a noun; none where nothing can. */
export function fieldsOfReferences(noun: Referred): string[] {
  const fields = REFERENCES.filter(({ to }) => to === noun);
  return [...new Set(fields.map(({ as }) => as))];
}

/** Noun and id → field → the ids of those who refer to it, each list in the order of the record. */
export type References = ReadonlyMap<string, ReadonlyMap<string, string[]>>;

const keyOf = (noun: Referred, id: string) => `${noun} ${id}`;

export const deriveReferences = oncePerRecord((record): References => {
  const found = new Map<string, Map<string, string[]>>();
  for (const { to, as, read } of REFERENCES)
    for (const [from, targets] of read(record))
      for (const target of targets) {
        const key = keyOf(to, target);
        const fields = found.get(key) ?? new Map<string, string[]>();
        found.set(key, fields);
        const list = fields.get(as);
        if (list) list.push(from);
        else fields.set(as, [from]);
      }
  return found;
});

/** Who refers to an entry: every field of its noun, empty where nobody does. */
export function referencesTo(
  references: References,
  noun: Referred,
  id: string,
): { [field: string]: string[] } {
  const found = references.get(keyOf(noun, id));
  return Object.fromEntries(
    fieldsOfReferences(noun).map((field) => [field, found?.get(field) ?? []]),
  );
}
