import { createHash } from "node:crypto";
import { canonicalJson } from "../model/canonical-json.ts";
import { NOUNS } from "../model/nouns.ts";
import type { NounName } from "../model/nouns.ts";
import { oncePerRecord } from "./once.ts";

/** One state of the record, named by its content: the same content gives the same edition anywhere, at any time. */
export interface Edition {
  /**
   * The record's day and the first 12 digits of the hash, e.g. `2026-11-06-0123456789ab`: what the ledger calls this
   * state once it is accepted.
   */
  id: string;
  /**
   * What pages, files and citations call it (decision 0022): the id of an accepted edition. Content that nobody
   * accepted yet is a draft, named after the last accepted edition, e.g. `2026-11-06-0123456789ab-draft`, or after its
   * day where there was none.
   */
  name: string;
  /** The name in a sentence's words, e.g. `Edition 2026-11-06-0123456789ab`. */
  words: string;
  /** The day the record speaks for. */
  date: string;
  /** SHA-256 of all that is authored. */
  sha256: string;
}

/** The day an edition speaks for, from its id. */
export function dateOfEdition(id: string): string {
  return id.replace(/-[^-]*$/, "");
}

const DRAFT = "-draft";

/** Whether what an edition is called says that nobody accepted it. */
export function isDraft(name: string): boolean {
  return name.endsWith(DRAFT);
}

function nameState(
  id: string,
  accepted: string | undefined,
  day: string,
): Pick<Edition, "name" | "words"> {
  if (id === accepted) return { name: id, words: `Edition ${id}` };
  return {
    name: `${accepted ?? day}${DRAFT}`,
    words: accepted
      ? `Draft after edition ${accepted}`
      : `Draft of ${day}, before any edition`,
  };
}

export const deriveEdition = oncePerRecord((record): Edition => {
  const nouns = (Object.keys(NOUNS) as NounName[])
    .sort()
    .map((name) => [name, record[name]]);
  const { site, tables } = record;
  // Their links and headings, and what follows a run of prose, stand in their text: all that editions knew of them
  // before the model listed them.
  const explainers = record.explainers.map(
    ({ links, headings, markdownTables, ...rest }) => ({
      ...rest,
      prose: rest.prose.map(({ intoFact, ...run }) => run),
    }),
  );
  const sha256 = createHash("sha256")
    .update(canonicalJson([nouns, site, tables, explainers]))
    .digest("hex");
  const id = `${site.as_of}-${sha256.slice(0, 12)}`;
  return {
    id,
    ...nameState(id, record.ledger?.edition, site.as_of),
    date: site.as_of,
    sha256,
  };
});
