import { createHash } from "node:crypto";
import { readFileSync, readdirSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { deriveEdition } from "../src/derive/edition.ts";
import type { AgreementRecord } from "../src/model/index.ts";

/** What a build consists of, so that anybody can prove that a copy is that build. */
export interface EditionList {
  edition: string;
  /** The day the record speaks for. */
  as_of: string;
  /** SHA-256 of the authored content. */
  content_sha256: string;
  /** Path below the site → SHA-256 of the file, in the order of the paths. This list itself is not in it. */
  files: { [path: string]: string };
}

export const EDITION_FILE = "edition.json";

export function listEdition(
  record: AgreementRecord,
  folder: string,
): EditionList {
  const { id, date, sha256 } = deriveEdition(record);
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .map((name) => name.split(sep).join("/"))
    .filter((name) => name !== EDITION_FILE)
    .sort();
  const files = Object.fromEntries(
    names.map((name) => [
      name,
      createHash("sha256")
        .update(readFileSync(join(folder, name)))
        .digest("hex"),
    ]),
  );
  return { edition: id, as_of: date, content_sha256: sha256, files };
}

/** Writes `edition.json` into a built site, last of all. */
export async function writeEdition(
  record: AgreementRecord,
  folder: string,
): Promise<void> {
  const list = listEdition(record, folder);
  await writeFile(
    join(folder, EDITION_FILE),
    `${JSON.stringify(list, null, 1)}\n`,
  );
}
