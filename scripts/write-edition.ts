import { deriveEdition } from "../src/derive/edition.ts";
import type { AgreementRecord } from "../src/model/index.ts";
import type { SiteWriter } from "./site-writer.ts";

/** What a build consists of, so that anybody can prove that a copy is that build. */
export interface EditionList {
  /** What the pages call it; a draft has a name, too. */
  edition: string;
  /** The day the record speaks for. */
  as_of: string;
  /** SHA-256 of the authored content. */
  content_sha256: string;
  /** Path below the site → SHA-256 of the file, in the order of the paths. This list and files in compressed form are not in it. */
  files: { [path: string]: string };
}

export const EDITION_FILE = "edition.json";

/** `files` are told by name, with their SHA-256. */
export function formatEdition(
  record: AgreementRecord,
  files: Iterable<[name: string, sha256: string]>,
): EditionList {
  const { name: edition, date, sha256 } = deriveEdition(record);
  return {
    edition,
    as_of: date,
    content_sha256: sha256,
    files: Object.fromEntries(
      [...files].filter(([name]) => name !== EDITION_FILE),
    ),
  };
}

/** Writes `edition.json` into a site, last of all. */
export function writeEdition(record: AgreementRecord, site: SiteWriter): void {
  const files = site
    .names()
    .map((name): [string, string] => [name, site.sha256(name)]);
  const list = formatEdition(record, files);
  site.write(EDITION_FILE, `${JSON.stringify(list, null, 1)}\n`);
}
