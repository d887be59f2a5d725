import { createHash } from "node:crypto";
import { appendFileSync, existsSync, readFileSync } from "node:fs";
import { hashOf } from "./hash-files.ts";
import type { SiteFile } from "./site-folder.ts";
import type { LastSite, Made } from "./site-writer.ts";

/** What is remembered of a site lies beside its folder, and goes with it. */
export function listOf(folder: string): string {
  return `${folder}.list`;
}

const CHUNK = 1 << 20;

/** What is remembered of a site while it is written. It is a list of what nobody needs any more but the next build. */
export interface SiteList {
  add(step: string, made: Made): void;
  /** Ends the list, without which it counts as damaged. */
  seal(files: ReadonlyMap<string, SiteFile>): void;
}

/**
 * Begins a list beside a site's folder: a line of JSON for the code, each step and each file; the last line is the
 * hash of all before it. What the steps made is written as it comes, since all of it would fill the memory.
 */
export function openList(folder: string, code: string): SiteList {
  const place = listOf(folder);
  const hash = createHash("sha256");
  let chunk = "";
  const flush = () => {
    hash.update(chunk);
    appendFileSync(place, chunk);
    chunk = "";
  };
  const add = (line: unknown[]) => {
    chunk += `${JSON.stringify(line)}\n`;
    if (chunk.length > CHUNK) flush();
  };
  add([code]);
  return {
    add: (step, { key, files, data }) => add([step, key, files, data]),
    seal(files) {
      for (const [name, { sha256, bytes, ino, changed }] of files)
        add([name, { sha256, bytes, ino, changed }]);
      flush();
      appendFileSync(place, hash.digest("hex"));
    },
  };
}

function* readLines(bytes: Buffer): Iterable<string> {
  for (let start = 0; start < bytes.length;) {
    const end = bytes.indexOf(10, start);
    yield bytes.toString("utf8", start, end);
    start = end + 1;
  }
}

type Line =
  | [code: string]
  | [name: string, file: SiteFile]
  | [step: string, key: string, files: string[], data: unknown];

function readSite(bytes: Buffer): Omit<LastSite, "folder"> {
  let code = "";
  const files = new Map<string, SiteFile>();
  const made = new Map<string, Made>();
  for (const text of readLines(bytes)) {
    const line = JSON.parse(text) as Line;
    if (line.length === 1) code = line[0];
    else if (line.length === 2) files.set(...line);
    else made.set(line[0], { key: line[1], files: line[2], data: line[3] });
  }
  return { code, files, made };
}

/** What is remembered of the site in a folder, or why nothing is. */
export function recallSite(
  folder: string | undefined,
): { last: LastSite } | { why: string } {
  if (folder === undefined || !existsSync(listOf(folder)))
    return { why: "nothing is known of a last build" };
  try {
    const list = readFileSync(listOf(folder));
    const end = list.lastIndexOf(10) + 1;
    const bytes = list.subarray(0, end);
    if (hashOf(bytes) === list.toString("utf8", end))
      return { last: { ...readSite(bytes), folder } };
  } catch {
    // The same to the build as one that is damaged.
  }
  return { why: "what is known of the last build is damaged" };
}
