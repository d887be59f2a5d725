import { crc32 } from "node:zlib";
import { deflateSync, strToU8, Zip } from "fflate";
import type { ZipInputFile } from "fflate";
import { deriveEdition } from "../../derive/edition.ts";
import { formatDate } from "../../derive/format-date.ts";
import type { AgreementRecord } from "../../model/record.ts";
import { LICENCE } from "../licence.ts";
import { LIST_SEPARATOR } from "./csv-file.ts";

const FOLDER = "data/";

export const ZIP_PATH = `${FOLDER}record.zip`;

/**
 * Of every file in the archive, as its format wants a time. It has no zone, and midday exists in each: the same
 * bytes anywhere. The day the record speaks for stands in the README.
 */
const TIME = "1980-01-01T12:00:00";

/** What the archive says of itself: what is in it, and the few rules by which its files are read. */
function formatReadme(record: AgreementRecord, files: number): string {
  const { site } = record;
  return `# ${site.name}

${site.tagline}. All data of ${site.address}/ in ${files} files.

- Edition: \`${deriveEdition(record).name}\`; it speaks for ${formatDate(site.as_of)}.
- Publisher: ${site.publisher}
- Licence: ${LICENCE.name}, ${LICENCE.url}

The folders are those below ${site.address}/data/, so that each file has its address there.

## JSON

\`record.json\` is all of it in one file; \`openapi.json\` says what the other files are, \`schema/\` what is in them.

## Sheets (CSV)

- \`tables/<id>.csv\` is a table as its page shows it; \`tables/<id>.cells.csv\` has a line for each cell with its
  address, its state, and the claims and sources it rests on. \`<noun>/index.csv\` has a line for each entry.
- \`<sheet>-metadata.json\` beside each says what its columns hold (CSV on the Web).
- RFC 4180: commas, quotes, CRLF. UTF-8 with its mark (BOM) at the beginning; in Python read it as \`utf-8-sig\`.
- A cell that could run as a formula, or begins with an apostrophe, has an apostrophe in front. Drop one apostrophe
  from each cell that begins with one, and you have the words.
- \`${LIST_SEPARATOR}\` stands between the entries of a list; within an entry it is written \`\\${LIST_SEPARATOR}\`, and a backslash \`\\\\\`.
- Dates are as precise as their sources: 2024, 2024-05 or 2024-05-01. The column \`…_precision\` says which.
- An empty cell of a noun means that the field was left out. No cell of a table is empty.
`;
}

/** A file as it lies in the archive. */
export interface PackedFile {
  /** Below the site. */
  path: string;
  bytes: Uint8Array<ArrayBuffer>;
  crc: number;
  /** Of the file itself, in bytes. */
  size: number;
}

/** Whether a file of the site belongs in the archive. */
export function isArchived(path: string): boolean {
  return path.startsWith(FOLDER) && path !== ZIP_PATH;
}

/** Packs a file of the site. */
export function packFile(path: string, bytes: Uint8Array): PackedFile {
  return {
    path,
    bytes: deflateSync(bytes, { level: 6 }),
    crc: crc32(bytes),
    size: bytes.length,
  };
}

const DEFLATE = 8;

/** What follows each file in a zip that is written as it comes. */
const DESCRIPTOR_BYTES = 16;

/** An archive, and where each file lies in it, so that the next archive can take over what did not change. */
export interface RecordZip {
  bytes: Uint8Array;
  files: (Omit<PackedFile, "bytes"> & { start: number; length: number })[];
}

/** All that lies below `/data/` in one archive: names in order, times fixed, the same bytes each time. */
export function formatRecordZip(
  record: AgreementRecord,
  files: PackedFile[],
): RecordZip {
  const inside = files.toSorted((a, b) => (a.path < b.path ? -1 : 1));
  const readme = packFile(
    `${FOLDER}README.md`,
    strToU8(formatReadme(record, inside.length)),
  );
  const chunks: Uint8Array[] = [];
  const placed: RecordZip["files"] = [];
  let end = 0;
  const zip = new Zip((_, chunk) => {
    chunks.push(chunk);
    end += chunk.length;
  });
  for (const { bytes, ...file } of [readme, ...inside]) {
    const entry: ZipInputFile = {
      filename: file.path.slice(FOLDER.length),
      compression: DEFLATE,
      crc: file.crc,
      size: file.size,
      mtime: TIME,
    };
    zip.add(entry);
    entry.ondata!(null, bytes, true);
    const { length } = bytes;
    placed.push({ ...file, start: end - DESCRIPTOR_BYTES - length, length });
  }
  zip.end();
  return { bytes: Buffer.concat(chunks), files: placed };
}
