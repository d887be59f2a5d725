import { createHash } from "node:crypto";
import {
  closeSync,
  existsSync,
  openSync,
  readFileSync,
  writeFileSync,
} from "node:fs";
import { hashOf } from "./site-writer.ts";
import type { BuiltSite, LastSite, Made } from "./site-writer.ts";

/** What is remembered of a site lies beside its folder, and goes with it. */
export function listOf(folder: string): string {
  return `${folder}.list`;
}

/**
 * A line of JSON for the code, the files and each step; the last line is the hash of all before it. One text of all
 * would be longer than a text may be, from some ten thousand pages on.
 */
function* linesOf({ code, files, made }: BuiltSite): Iterable<string> {
  yield JSON.stringify([code]);
  for (const [step, { key, files, data }] of made)
    yield JSON.stringify([step, key, files, data]);
  for (const file of files) yield JSON.stringify(file);
}

const CHUNK = 1 << 20;

/** Remembers a site beside its folder. */
export function rememberSite(folder: string, built: BuiltSite): void {
  const list = openSync(listOf(folder), "w");
  try {
    const hash = createHash("sha256");
    let chunk = "";
    const flush = () => {
      hash.update(chunk);
      writeFileSync(list, chunk);
      chunk = "";
    };
    for (const line of linesOf(built)) {
      chunk += `${line}\n`;
      if (chunk.length > CHUNK) flush();
    }
    flush();
    writeFileSync(list, hash.digest("hex"));
  } finally {
    closeSync(list);
  }
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
  | [file: string, sha256: string]
  | [step: string, key: string, files: string[], data: unknown];

function readSite(bytes: Buffer): BuiltSite {
  let code = "";
  const files = new Map<string, string>();
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
