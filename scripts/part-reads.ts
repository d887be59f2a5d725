import type { Part, Watch } from "./watch-record.ts";

/**
 * Which parts were read, by their numbers in the list of all: in base 36 and by turns, how many were not read and how
 * many were. Small enough to be kept for each file, since what is read together lies together.
 */
export type PackedReads = string;

export function packReads(read: number[]): PackedReads {
  const runs: number[] = [];
  let end = 0;
  for (const part of Uint32Array.from(read).sort()) {
    if (part === end && runs.length > 0) runs[runs.length - 1]! += 1;
    else runs.push(part - end, 1);
    end = part + 1;
  }
  return runs.map((length) => length.toString(36)).join(" ");
}

export function unpackReads(packed: PackedReads): number[] {
  const runs = packed === "" ? [] : packed.split(" ");
  const read: number[] = [];
  let part = 0;
  for (let at = 0; at < runs.length; at += 2) {
    part += parseInt(runs[at]!, 36);
    const end = part + parseInt(runs[at + 1]!, 36);
    while (part < end) read.push(part++);
  }
  return read;
}

/**
 * Tells what a file that was made from the parts of `before` read, by the numbers of `now`; undefined where one of
 * those parts is gone or says something else now.
 */
export function createComparison(
  before: Part[],
  now: Watch,
): (reads: PackedReads) => PackedReads | undefined {
  const numbers = new Map<string, number>();
  for (const [at, part] of now.parts.entries())
    if ("name" in part) numbers.set(part.name, at);
  /** Number before → number now; what is missing was not asked for yet. */
  const moved = new Map<number, number | undefined>();

  const find = (part: Part): number | undefined => {
    if ("reads" in part) {
      const reads = compare(part.reads);
      return reads === undefined ? undefined : now.addDerived(reads);
    }
    const at = numbers.get(part.name);
    const same = at !== undefined && (now.parts[at] as typeof part);
    return same && same.hash === part.hash ? at : undefined;
  };
  const move = (at: number): number | undefined => {
    if (!moved.has(at)) moved.set(at, find(before[at]!));
    return moved.get(at);
  };
  const compare = (reads: PackedReads): PackedReads | undefined => {
    const read = unpackReads(reads);
    let same = true;
    for (const [index, part] of read.entries()) {
      const at = move(part);
      if (at === undefined) return undefined;
      same &&= at === part;
      read[index] = at;
    }
    return same ? reads : packReads(read);
  };
  return compare;
}
