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
const [TAB, END] = [9, 10];

/** What is remembered of a site while it is written. It is a list of what nobody needs any more but the next build. */
export interface SiteList {
  add(step: string, made: Omit<Made, "line">, data: unknown): void;
  /** Adds what was taken over, as it is in the last list. */
  addAgain(made: Made): void;
  /** Ends the list, without which it counts as damaged. */
  seal(files: ReadonlyMap<string, SiteFile>): void;
}

/**
 * Begins a list beside a site's folder: a line for the code, each step and each file, in JSON; what a step told comes
 * behind a tab, since most of it nobody reads again before it is written into the next list. The last line is the hash
 * of all before it. Lines are written as they come, since all of them would fill the memory.
 */
export function openList(folder: string, code: string): SiteList {
  const place = listOf(folder);
  const hash = createHash("sha256");
  let chunk: Uint8Array[] = [];
  let bytes = 0;
  const flush = () => {
    const all = Buffer.concat(chunk, bytes);
    hash.update(all);
    appendFileSync(place, all);
    chunk = [];
    bytes = 0;
  };
  const write = (part: Uint8Array) => {
    chunk.push(part);
    bytes += part.length;
    if (bytes > CHUNK) flush();
  };
  const addLine = (line: unknown[], told: string) =>
    write(Buffer.from(`${JSON.stringify(line)}${told}\n`));
  addLine([code], "");
  return {
    add(step, { key, files }, data) {
      const told = data === undefined ? "" : JSON.stringify(data);
      addLine([step, key, files], `\t${told}`);
    },
    addAgain: ({ line }) => write(line),
    seal(files) {
      for (const [name, { sha256, bytes, ino, changed }] of files)
        addLine([name, { sha256, bytes, ino, changed }], "");
      flush();
      appendFileSync(place, hash.digest("hex"));
    },
  };
}

type Line =
  | [code: string]
  | [name: string, file: SiteFile]
  | [step: string, key: string, files: string[]];

function readSite(bytes: Buffer): Omit<LastSite, "folder"> {
  let code = "";
  const files = new Map<string, SiteFile>();
  const made = new Map<string, Made>();
  for (let start = 0; start < bytes.length;) {
    const end = bytes.indexOf(END, start);
    const line = bytes.subarray(start, end + 1);
    start = end + 1;
    const tab = line.indexOf(TAB);
    const text = line.toString("utf8", 0, tab < 0 ? line.length : tab);
    const read = JSON.parse(text) as Line;
    if (read.length === 1) code = read[0];
    else if (read.length === 2) files.set(...read);
    else made.set(read[0], { key: read[1], files: read[2], line });
  }
  return { code, files, made };
}

/** What a step told the steps after it. */
export function readData({ line }: Made): unknown {
  const text = line.toString("utf8", line.indexOf(TAB) + 1, line.length - 1);
  return text === "" ? undefined : (JSON.parse(text) as unknown);
}

/** What is remembered of the site in a folder, or why nothing is. */
export function recallSite(
  folder: string | undefined,
): { last: LastSite } | { why: string } {
  if (folder === undefined || !existsSync(listOf(folder)))
    return { why: "nothing is known of a last build" };
  try {
    const list = readFileSync(listOf(folder));
    const end = list.lastIndexOf(END) + 1;
    const bytes = list.subarray(0, end);
    if (hashOf(bytes) === list.toString("utf8", end))
      return { last: { ...readSite(bytes), folder } };
  } catch {
    // The same to the build as one that is damaged.
  }
  return { why: "what is known of the last build is damaged" };
}
