import {
  formatRecordZip,
  isArchived,
  packFile,
  ZIP_PATH,
} from "../src/exports/csv/record-zip.ts";
import type { PackedFile, RecordZip } from "../src/exports/csv/record-zip.ts";
import type { AgreementRecord } from "../src/model/index.ts";
import type { SiteWriter } from "./site-writer.ts";

/** The archive of what lies below `/data/`. */
export interface Archive {
  /**
   * Packs a file of the site as soon as it is there: all of them together would fill the memory. `content` may be left
   * out where the file was taken over.
   */
  add(name: string, content: Uint8Array | undefined): void;
  /** Writes the archive, and lets go of what was packed. */
  write(record: AgreementRecord): void;
}

const STEP = "archive";

/** The files of the last archive, packed, by their names in the site; none where it was damaged. */
function readLast(site: SiteWriter): Map<string, PackedFile> {
  const files = site.recall(STEP) as RecordZip["files"] | undefined;
  const bytes = files && site.readLast(ZIP_PATH);
  if (!bytes) return new Map();
  return new Map(
    files.map(({ start, length, ...file }) => [
      file.path,
      { ...file, bytes: bytes.subarray(start, start + length) },
    ]),
  );
}

/** Begins the archive of a site. What is as it was in the last site is not packed again. */
export function openArchive(site: SiteWriter): Archive {
  const last = readLast(site);
  const packed = new Map<string, PackedFile>();
  return {
    add(name, content) {
      if (!isArchived(name)) return;
      const before = site.isUnchanged(name) ? last.get(name) : undefined;
      packed.set(
        name,
        before ?? packFile(name, content ?? site.readBytes(name)),
      );
    },
    write(record) {
      const { bytes, files } = formatRecordZip(record, [...packed.values()]);
      site.write(ZIP_PATH, bytes);
      site.remember(STEP, files);
      for (const files of [last, packed]) files.clear();
    },
  };
}
