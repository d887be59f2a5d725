import { deflateRawSync, inflateRawSync } from "node:zlib";
import type { Part } from "./watch-record.ts";

/** Which parts a page read, by their numbers in the list of all: small enough to be kept for each page. */
export type PackedReads = string;

export function packReads(read: Iterable<number>, parts: number): PackedReads {
  const bits = new Uint8Array(Math.ceil(parts / 8));
  for (const part of read) bits[part >> 3]! |= 1 << (part & 7);
  return deflateRawSync(bits).toString("base64");
}

export function unpackReads(packed: PackedReads): number[] {
  const bits = inflateRawSync(Buffer.from(packed, "base64"));
  const read: number[] = [];
  for (const [at, byte] of bits.entries())
    for (let bit = 0; byte >> bit; bit += 1)
      if ((byte >> bit) & 1) read.push(at * 8 + bit);
  return read;
}

/**
 * Tells what a page that was rendered from `before` read, by the numbers of `now`; undefined where one of those parts
 * is gone or says something else now.
 */
export function createComparison(
  before: Part[],
  now: Part[],
): (reads: PackedReads) => PackedReads | undefined {
  const numbers = new Map(now.map(([name], at) => [name, at]));
  const moved = before.map(([name, hash]) => {
    const at = numbers.get(name);
    return at === undefined || now[at]![1] !== hash ? undefined : at;
  });
  const inPlace =
    before.length === now.length &&
    before.every(([name], at) => now[at]![0] === name);
  return (reads) => {
    const read = unpackReads(reads).map((part) => moved[part]);
    if (!read.every((part) => part !== undefined)) return undefined;
    return inPlace ? reads : packReads(read, now.length);
  };
}
