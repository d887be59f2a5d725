import { createHash } from "node:crypto";
import { canonicalJson } from "../model/canonical-json.ts";
import type { AgreementRecord } from "../model/record.ts";
import { NOUNS } from "../model/nouns.ts";
import type { NounName } from "../model/nouns.ts";

/** One state of the record, named by its content: the same content gives the same edition anywhere, at any time. */
export interface Edition {
  /** The record's day and the first 12 digits of the hash, e.g. `2026-11-06-0123456789ab`. */
  id: string;
  /** The day the record speaks for. */
  date: string;
  /** SHA-256 of all that is authored. */
  sha256: string;
}

/** The day an edition speaks for, from its id. */
export function dateOfEdition(id: string): string {
  return id.replace(/-[^-]*$/, "");
}

const known = new WeakMap<AgreementRecord, Edition>();

export function deriveEdition(record: AgreementRecord): Edition {
  const before = known.get(record);
  if (before) return before;
  const nouns = (Object.keys(NOUNS) as NounName[])
    .sort()
    .map((name) => [name, record[name]]);
  const { site, tables } = record;
  // Their links, and what follows a run of prose, stand in their text: all that editions knew of them before the
  // model listed them.
  const explainers = record.explainers.map(({ links, ...rest }) => ({
    ...rest,
    prose: rest.prose.map(({ intoFact, ...run }) => run),
  }));
  const sha256 = createHash("sha256")
    .update(canonicalJson([nouns, site, tables, explainers]))
    .digest("hex");
  const edition = {
    id: `${site.as_of}-${sha256.slice(0, 12)}`,
    date: site.as_of,
    sha256,
  };
  known.set(record, edition);
  return edition;
}
