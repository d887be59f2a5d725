import {
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
} from "node:fs";
import type { Stats } from "node:fs";
import { dirname, join } from "node:path";
import { hashOf } from "./hash-files.ts";

/** What is remembered of a file. */
export interface SiteFile {
  sha256: string;
  bytes: number;
  /** Its number on the disk. */
  ino: number;
  /** When it was last written to, renamed, linked or unlinked: a time that no program can set. */
  changed: number;
}

/** What the system notes of a file, and what changes whenever that is written to. */
function notesOf({ ino, size, ctimeMs }: Stats): Omit<SiteFile, "sha256"> {
  return { bytes: size, ino, changed: ctimeMs };
}

/** What lies at a place; undefined where nothing does that could be looked at. */
function lookAt(place: string): Stats | undefined {
  try {
    return lstatSync(place, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}

/** What is to be remembered of a file that was just put there. */
export function noteFile(place: string, sha256: string): SiteFile {
  return { sha256, ...notesOf(lookAt(place)!) };
}

/** Whether a file is the one that is remembered, without reading it. Git, too, goes by this. */
export function isSameFile(place: string, file: SiteFile): boolean {
  const stats = lookAt(place);
  if (!stats) return false;
  const { bytes, ino, changed } = notesOf(stats);
  return bytes === file.bytes && ino === file.ino && changed === file.changed;
}

/** A file with the bytes that are remembered; undefined where it is not there, damaged or cannot be read. */
export function readSound(
  place: string,
  file: SiteFile,
): Buffer<ArrayBuffer> | undefined {
  try {
    const same = isSameFile(place, file);
    const bytes = readFileSync(place);
    return same || hashOf(bytes) === file.sha256 ? bytes : undefined;
  } catch {
    return undefined;
  }
}

/** Makes a folder, also where a file of an earlier site lies in the way. */
export function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "EEXIST") rmSync(folder);
    else if (code === "ENOTDIR") makeFolder(dirname(folder));
    else throw error;
    mkdirSync(folder, { recursive: true });
  }
}

/** Every folder that holds some of the files, as paths with `/`. */
function foldersOf(names: Iterable<string>): Set<string> {
  const folders = new Set<string>();
  for (const name of names)
    for (
      let parent = dirname(name);
      parent !== "." && !folders.has(parent);
      parent = dirname(parent)
    )
      folders.add(parent);
  return folders;
}

/**
 * Removes from a folder what is not among the files. Throws where one of them is not there under its name: two that
 * cannot lie beside each other, such as `a` and `a/b`, or a folder that is a link.
 */
export function removeOthers(
  folder: string,
  files: ReadonlyMap<string, unknown>,
): void {
  const folders = foldersOf(files.keys());
  let met = 0;
  const removeIn = (below: string) => {
    for (const entry of readdirSync(join(folder, below), {
      withFileTypes: true,
    })) {
      const name = `${below}${entry.name}`;
      if (entry.isDirectory() && folders.has(name)) removeIn(`${name}/`);
      else if (entry.isFile() && files.has(name)) met += 1;
      else rmSync(join(folder, name), { recursive: true });
    }
  };
  removeIn("");
  if (met !== files.size)
    throw new Error(
      `Unexpected absence of ${files.size - met} of ${files.size} files of the site, expected each in a place of its own. Nothing was published.\n  hint: build with --no-cache`,
    );
}
