import type { Claim } from "./claim.ts";
import type { AgreementRecord, Authored } from "./record.ts";

/** An entry of the record that has an address of its own. */
export interface Item {
  /** Where everything about it stands; readers rely on it for years. */
  home: string;
  id: string;
  /** What makes it the same item, whatever it is called: it changes only when the address means another thing. */
  is: string;
  /** What it says to readers, as one text. */
  says: string;
  /** The date that a calendar gives for it: of a version its own, of others the one by which to look at it again. */
  dated: string | undefined;
  /** The authored entry. */
  entry: { id: string };
}

function joined(...parts: (string | readonly string[] | undefined)[]): string {
  return parts.flat().filter(Boolean).join(" · ");
}

/** What a claim says, in full: any other text is another meaning, which the record's own history must tell of. */
export function claimMeaning(claim: Claim): string {
  const { value, statement, effect, valid_from, valid_to } = claim;
  const dates = `${claim.date_kind} ${valid_from}${valid_to ? ` to ${valid_to}` : ""}`;
  return joined(value, statement, effect, dates, claim.confidence);
}

const below = (folder: string) => (item: { id: string }) =>
  `/${folder}/${item.id}/`;
const on = (page: string) => (item: { id: string }) => `/${page}/#${item.id}`;

/** Where everything about an entry stands, by noun; entries of other nouns have no address of their own. */
const HOMES = {
  versions: below("versions"),
  terms: below("terms"),
  claims: below("claims"),
  sources: below("sources"),
  tables: below("tables"),
  explainers: (e: { id: string }) => `/${e.id}/`,
  offerings: on("availability"),
  deals: on("deals"),
  glossary: on("glossary"),
  coverage: (c: { id: string; article: string }) =>
    `/was-it-true/${c.article}/#${c.id}`,
  changes: on("changes"),
  openQuestions: on("open-questions"),
};

/** The address of an entry; undefined where its noun gives it none. */
export function homeOf(
  noun: keyof Authored,
  entry: { id: string },
): string | undefined {
  const homes: { [noun: string]: (entry: never) => string } = HOMES;
  return homes[noun]?.(entry as never);
}

/** Every item with an address of its own, in the order of the record. */
export function listItems(record: Authored): Item[] {
  const make = <T extends { id: string }>(
    items: T[],
    home: (item: T) => string,
    is: (item: T) => string,
    says: (item: T) => string = is,
    dated: (item: T) => string | undefined = () => undefined,
  ): Item[] =>
    items.map((item) => ({
      home: home(item),
      id: item.id,
      is: is(item),
      says: says(item),
      dated: dated(item),
      entry: item,
    }));
  return [
    ...make(
      record.versions,
      HOMES.versions,
      (v) => joined(v.date, v.kind),
      (v) => joined(v.title, v.summary),
      (v) => v.date,
    ),
    ...make(
      record.terms,
      HOMES.terms,
      (t) => t.title,
      (t) => joined(t.title, t.question),
    ),
    ...make(
      record.claims,
      HOMES.claims,
      (c) => joined(c.term, c.version, c.valid_from, c.term ? [] : c.parties),
      claimMeaning,
      (c) => c.review_by,
    ),
    ...make(
      record.sources,
      HOMES.sources,
      (s) => s.url,
      (s) => joined(s.publisher, s.title),
    ),
    ...make(
      record.tables,
      HOMES.tables,
      (t) => joined(t.kind, t.title),
      (t) => t.title,
    ),
    ...make(record.explainers, HOMES.explainers, (e) => e.title),
    ...make(
      record.offerings,
      HOMES.offerings,
      (o) => joined(o.products, o.channel, o.form, o.since),
      (o) => joined(o.title, o.form, o.status, o.since),
    ),
    ...make(record.deals, HOMES.deals, (d) =>
      joined(d.from, d.to, d.kind, d.announced),
    ),
    ...make(
      record.glossary,
      HOMES.glossary,
      (g) => g.term,
      (g) => joined(g.term, g.meaning),
    ),
    ...make(
      record.coverage,
      HOMES.coverage,
      (c) => joined(c.article, c.published),
      (c) => joined(c.statement, c.judged),
    ),
    ...make(
      record.changes,
      HOMES.changes,
      (c) => joined(c.date, c.reason),
      (c) => c.summary,
    ),
    ...make(
      record.openQuestions,
      HOMES.openQuestions,
      (q) => q.question,
      (q) => q.question,
      (q) => q.review_by,
    ),
  ];
}

/** The items of a record by the id that addresses are made from; an id may belong to several. */
export function itemsById(record: AgreementRecord): Map<string, Item[]> {
  const byId = new Map<string, Item[]>();
  for (const item of listItems(record))
    byId.set(item.id, [...(byId.get(item.id) ?? []), item]);
  return byId;
}
