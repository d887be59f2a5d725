import { listCorrections } from "../derive/changes.ts";
import { findSitePage } from "../exports/site-page.ts";
import type { AgreementRecord } from "../model/record.ts";
import { listTables } from "./list-tables.ts";

type Entries = readonly { id: string }[];

const idsOf = (entries: Entries) => entries.map(({ id }) => id);

/** What names the parts of a page without an item of its own. */
const NAMED: { [folder: string]: (record: AgreementRecord) => string[] } = {
  claims: ({ terms, claims }) =>
    idsOf(terms).filter((id) => claims.some(({ term }) => term === id)),
  compare: ({ versions }) =>
    versions.flatMap(({ id }) => [
      id,
      ...versions.map((other) => `${id}.${other.id}`),
    ]),
  corrections: (record) => idsOf(listCorrections(record)),
  sources: ({ sources }) => idsOf(sources),
  tables: ({ tables }) => idsOf(tables),
  terms: ({ topics, terms }) => [
    ...idsOf(topics).filter((id) => terms.some(({ topic }) => topic === id)),
    ...idsOf(terms),
  ],
  timeline: ({ versions }) => versions.flatMap(({ id }) => [id, `${id}.set`]),
  versions: ({ versions }) => idsOf(versions),
  "was-it-true": ({ coverage }) =>
    coverage.flatMap(({ id, article }) => [id, article]),
};

/** The ids on a page that are named after entries: of its lists, or of the topics that have a table on its day. */
export function listNamedParts(
  record: AgreementRecord,
  path: string,
): Set<string> {
  const page = findSitePage(record, path);
  switch (page.kind) {
    case "home":
      return new Set(record.site.headline_terms);
    case "as-of":
    case "known": {
      const plain = listTables(record, path).filter(
        ({ idPrefix }) => idPrefix === "",
      );
      return new Set(plain.map(({ table }) => table.id));
    }
    case "other": {
      const [folder = "", ...rest] = page.parts;
      return new Set(rest.length === 0 ? NAMED[folder]?.(record) : []);
    }
    default:
      return new Set();
  }
}
