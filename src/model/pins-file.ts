import { createHash } from "node:crypto";
import { hashSnapshot, pin } from "./pin.ts";
import type { Pin } from "./pin.ts";
import { placeAt, placeOfFile } from "./place.ts";
import type { Place, SourceText } from "./place.ts";

/** What the ledger knows of the pins: so many lines, and what seals them. */
export interface PinsSeal {
  count: number;
  sum: string;
}

/** A fault of the file of pins: what is wrong, and where. */
export interface PinsFault {
  place: Place;
  message: string;
}

const RESTORE =
  "expected it as `npm run ledger accept` wrote it: restore it from version control";

function formatPin({ pin, since, says }: Pin): string {
  return `${JSON.stringify({ pin, since, says })}\n`;
}

/** The pins as their file holds them: one line each, in the order in which they were accepted. */
export function formatPins(pins: Pin[]): string {
  return pins.map(formatPin).join("");
}

/** What a ledger keeps of the lines that it knows, so that none is lost or changed; undefined where there are none. */
export function sealPins(lines: string): PinsSeal | undefined {
  const count = lines.split("\n").length - 1;
  if (count === 0) return undefined;
  return { count, sum: createHash("sha256").update(lines).digest("hex") };
}

/** Reads the file of pins; every line that is not as it was written is a fault. */
export function parsePins(source: SourceText): {
  pins: Pin[];
  faults: PinsFault[];
} {
  const { text, lineStarts } = source;
  const rows = text.split("\n");
  const cut = rows.pop() !== "";
  const pins: Pin[] = [];
  const faults: PinsFault[] = [];
  const known = new Map<string, number>();
  const fail = (line: number, what: string) => {
    const start = lineStarts[line] ?? text.length;
    faults.push({
      place: placeAt(source, start, start + 1),
      message: `Unexpected ${what}, ${RESTORE}`,
    });
  };
  for (const [line, row] of rows.entries()) {
    let value: unknown;
    try {
      value = JSON.parse(row);
    } catch {
      fail(line, "line that is not JSON");
      continue;
    }
    const read = pin.safeParse(value);
    if (!read.success) {
      fail(line, "line of another form");
      continue;
    }
    const { pin: hash, says } = read.data;
    const before = known.get(hash);
    const real = hashSnapshot(says);
    if (hash !== real)
      fail(line, `words of pin \`${hash}\`, whose hash would be \`${real}\``);
    else if (before !== undefined)
      fail(line, `second pin \`${hash}\` (the first is in line ${before + 1})`);
    else pins.push(read.data);
    known.set(hash, before ?? line);
  }
  if (cut) fail(rows.length, "end of the file in the middle of a line");
  return { pins, faults };
}

/**
 * Finds what is wrong with the lines that the ledger knows, which come first in the file. Lines after them are those of
 * an acceptance that was cut short. `file`: how it is called in reports.
 */
export function checkSeal(
  source: SourceText | undefined,
  seal: PinsSeal | undefined,
  file: string,
): PinsFault[] {
  if (!seal) return [];
  const place = placeOfFile(file);
  const lines = source ? source.lineStarts.length - 1 : 0;
  if (!source || lines < seal.count)
    return [
      {
        place,
        message: `Unexpected loss of ${seal.count - lines} of ${seal.count} pins that were published, ${RESTORE}`,
      },
    ];
  const found = sealPins(source.text.slice(0, source.lineStarts[seal.count]));
  if (found?.sum === seal.sum) return [];
  return [
    {
      place,
      message: `Unexpected change among the first ${seal.count} pins, which were published, ${RESTORE}`,
    },
  ];
}
