import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { deriveEdition } from "../src/derive/edition.ts";
import type { AgreementRecord } from "../src/model/index.ts";
import { listFiles } from "./site-files.ts";

/** What a build consists of, so that anybody can prove that a copy is that build. */
export interface EditionList {
  edition: string;
  /** The day the record speaks for. */
  as_of: string;
  /** SHA-256 of the authored content. */
  content_sha256: string;
  /** Path below the site → SHA-256 of the file, in the order of the paths. This list and files in compressed form are not in it. */
  files: { [path: string]: string };
}

export const EDITION_FILE = "edition.json";

export function listEdition(
  record: AgreementRecord,
  folder: string,
): EditionList {
  const { id, date, sha256 } = deriveEdition(record);
  const files: EditionList["files"] = {};
  for (const name of listFiles(folder)) {
    if (name === EDITION_FILE) continue;
    files[name] = createHash("sha256")
      .update(readFileSync(join(folder, name)))
      .digest("hex");
  }
  return { edition: id, as_of: date, content_sha256: sha256, files };
}

/** Writes `edition.json` into a built site, last of all. */
export function writeEdition(record: AgreementRecord, folder: string): void {
  const list = listEdition(record, folder);
  writeFileSync(
    join(folder, EDITION_FILE),
    `${JSON.stringify(list, null, 1)}\n`,
  );
}
