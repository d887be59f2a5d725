import {
  linkSync,
  mkdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { hashOf } from "./hash-files.ts";
import { openList, readData } from "./last-site.ts";
import { isCompressed } from "./site-files.ts";
import {
  isSameFile,
  makeFolder,
  noteFile,
  readSound,
  removeOthers,
} from "./site-folder.ts";
import type { SiteFile } from "./site-folder.ts";

/** What one step of a build made: from what, and which files. */
export interface Made {
  /** A hash of everything the step was made from, but the code. */
  key: string;
  files: string[];
  /** As it is in the list, with what the step told those after it. */
  line: Buffer;
}

/** What is remembered of the last site: enough to build the next one from it. */
export interface LastSite {
  folder: string;
  /** A hash of the code that built it. */
  code: string;
  /** By their paths below the site; those that are others in compressed form, too. */
  files: Map<string, SiteFile>;
  /** Step → what it made; let go of as soon as it was asked for. */
  made: Map<string, Made>;
}

type WriteFile = (name: string, content: string | Uint8Array) => void;

/** A site while it is written. Names are paths below it, with `/` between their parts. */
export interface SiteWriter {
  /** Whether the same code wrote the last site, so that most of it may be taken over. */
  isRebuilt: boolean;
  /** Writes a file, or writes it anew. A file that the last site has with the same bytes is taken over from it. */
  write: WriteFile;
  /**
   * Makes what depends on nothing but `key` and the code, or takes it over from the last site: the files that `make`
   * writes, which nothing else may write, and its answer, which must be the same after JSON. Where a file was lost or
   * damaged, all is made anew.
   */
  make<T>(
    step: string,
    key: string,
    make: (write: WriteFile) => T | Promise<T>,
  ): Promise<T>;
  /** Keeps something for the next build. */
  remember(step: string, data: unknown): void;
  /** What the last build remembered, if the same code did. */
  recall(step: string): unknown;
  /** Of a file of the last site, as it is remembered. */
  lastSha256(name: string): string | undefined;
  /** Whether a file is as in the last site, and so is, by the same code, what was made of it alone. */
  isUnchanged(name: string): boolean;
  /** Takes a file over from the last site as it is remembered; false where it is not there or is damaged. */
  keep(name: string): boolean;
  read(name: string): string;
  readBytes(name: string): Buffer<ArrayBuffer>;
  /** A file of the last site as it is remembered; undefined where it is not there or is damaged. */
  readLast(name: string): Buffer<ArrayBuffer> | undefined;
  /** Where a file of the site lies on the disk. */
  place(name: string): string;
  has(name: string): boolean;
  /** The names of all files, sorted; not those that are others in compressed form. */
  names(): string[];
  bytes(name: string): number;
  sha256(name: string): string;
  /** How many files were taken over, and how many are new. */
  counts(): { kept: number; written: number };
  /** Ends what is remembered of the site, which is complete now. */
  seal(): void;
}

/**
 * Begins to write a site into a folder. An earlier site may lie there; files that it shares with the last one stay. Of
 * others nothing is left once the list is sealed.
 */
export function createSiteWriter(
  folder: string,
  code: string,
  last: LastSite | undefined,
): SiteWriter {
  if (!last) {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
  }
  const files = new Map<string, SiteFile & { kept: boolean }>();
  const list = openList(folder, code);
  const folders = new Set<string>();

  const placeOf = (name: string): string => {
    const place = join(folder, name);
    const parent = dirname(place);
    if (!folders.has(parent)) makeFolder(parent);
    folders.add(parent);
    // The old file may be the last site's, too: it is let go of, never written to.
    if (last || files.has(name))
      rmSync(place, { recursive: true, force: true });
    return place;
  };

  /** Notes what lies at a place of the site now. */
  const note = (name: string, sha256: string, kept: boolean) => {
    files.set(name, { ...noteFile(join(folder, name), sha256), kept });
  };

  const placeOfLast = (name: string) => join(last!.folder, name);

  /** Takes a file over from the last site, unless it lies here already. */
  const keep = (name: string): boolean => {
    const before = last?.files.get(name);
    if (!before) return false;
    if (isSameFile(join(folder, name), before)) {
      files.set(name, { ...before, kept: true });
      return true;
    }
    const place = placeOfLast(name);
    if (!isSameFile(place, before) && !readSound(place, before)) return false;
    try {
      linkSync(place, placeOf(name));
    } catch {
      return false;
    }
    note(name, before.sha256, true);
    return true;
  };

  const write: WriteFile = (name, content) => {
    const bytes = typeof content === "string" ? Buffer.from(content) : content;
    const sha256 = hashOf(bytes);
    if (last?.files.get(name)?.sha256 === sha256 && keep(name)) return;
    writeFileSync(placeOf(name), bytes, { flag: "wx" });
    note(name, sha256, false);
  };

  /** Each step asks once. */
  const madeLast = (step: string): Made | undefined => {
    const before = last?.made.get(step);
    last?.made.delete(step);
    return last?.code === code ? before : undefined;
  };

  /** What a step made last time, with its files taken over; undefined where it has to be made anew. */
  const takeOver = (step: string, key: string): Made | undefined => {
    const before = madeLast(step);
    if (before?.key !== key || !before.files.every((name) => keep(name)))
      return undefined;
    list.addAgain(before);
    return before;
  };

  return {
    isRebuilt: last?.code === code,
    write,
    async make<T>(
      step: string,
      key: string,
      make: (write: WriteFile) => T | Promise<T>,
    ): Promise<T> {
      const before = takeOver(step, key);
      if (before) return readData(before) as T;
      const written: string[] = [];
      const data = await make((name, content) => {
        written.push(name);
        write(name, content);
      });
      list.add(step, { key, files: written }, data);
      return data;
    },
    remember: (step, data) => list.add(step, { key: "", files: [] }, data),
    recall(step) {
      const before = madeLast(step);
      return before && readData(before);
    },
    lastSha256: (name) => last?.files.get(name)?.sha256,
    isUnchanged: (name) =>
      last?.code === code &&
      last.files.get(name)?.sha256 === files.get(name)?.sha256,
    keep,
    read: (name) => readFileSync(join(folder, name), "utf8"),
    readBytes: (name) => readFileSync(join(folder, name)),
    readLast(name) {
      const before = last?.files.get(name);
      return before && readSound(placeOfLast(name), before);
    },
    place: (name) => join(folder, name),
    has: (name) => files.has(name),
    names: () => [...files.keys()].filter((name) => !isCompressed(name)).sort(),
    bytes: (name) => files.get(name)!.bytes,
    sha256: (name) => files.get(name)!.sha256,
    counts() {
      const kept = [...files.values()].filter((file) => file.kept).length;
      return { kept, written: files.size - kept };
    },
    seal() {
      removeOthers(folder, files);
      list.seal(files);
    },
  };
}
