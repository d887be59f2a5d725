import { createHash } from "node:crypto";
import { z } from "zod";
import type { PinsSeal } from "./pins-file.ts";
import { placeAt } from "./place.ts";
import type { Place, SourceText } from "./place.ts";

/** What an address points at. */
export const ADDRESS_KINDS = [
  "section",
  "row",
  "column",
  "cell",
  "item",
] as const;
export type AddressKind = (typeof ADDRESS_KINDS)[number];

const head = z.strictObject({
  /** The form of the file. */
  ledger: z.literal(1),
  /** The edition that was accepted last. */
  edition: z.string(),
  /** How many pins were accepted, and what seals their lines. */
  pins: z.strictObject({ count: z.int(), sum: z.string() }).optional(),
});

const item = z.strictObject({
  item: z.string(),
  is: z.string(),
  says: z.string(),
  /** The edition in which it was first accepted. */
  since: z.string(),
  /** What it said before, oldest first, and the entry of the record's history that tells why it changed. */
  was: z
    .array(z.strictObject({ says: z.string(), change: z.string() }))
    .optional(),
  /** The dates that a calendar gave for it, oldest first; an empty one where it gave none any more. */
  dates: z.array(z.string()).optional(),
  /** Where it went: one address (renamed), several (split), none (retired). */
  to: z.array(z.string()).optional(),
});

const page = z.strictObject({
  /** A path below the site and nowhere else: what is gone gets a file there. */
  page: z.string().regex(/^\/(?:(?!\.+\/)[\w.-]+\/)*(?:[\w-]+\.html)?$/),
  since: z.string(),
  /** Every id on the page that can be linked to, by kind. */
  ids: z.partialRecord(z.enum(ADDRESS_KINDS), z.array(z.string())).optional(),
  /** The words of its section headings. */
  sections: z.record(z.string(), z.string()).optional(),
  /** Ids that came in a later edition than the page. */
  later: z.record(z.string(), z.string()).optional(),
  /** Ids that no longer stand on the page, and where they went. */
  gone: z.record(z.string(), z.array(z.string())).optional(),
  /** Where the page itself went. */
  to: z.array(z.string()).optional(),
});

const sum = z.strictObject({ sum: z.string() });

export type LedgerItem = z.infer<typeof item>;
export type LedgerPage = z.infer<typeof page>;

/** Every address ever published, as of the edition accepted last. */
export interface Ledger {
  edition: string;
  /** The pins that were accepted by then. */
  pins?: PinsSeal | undefined;
  items: LedgerItem[];
  pages: LedgerPage[];
}

/** A fault of the ledger's file: what is wrong, and where. */
export interface LedgerFault {
  place: Place;
  message: string;
}

function checksum(body: string): string {
  return createHash("sha256").update(body).digest("hex");
}

/** The ledger as its file holds it: one line a value, in the order given, and a last line that seals the others. */
export function formatLedger(ledger: Ledger): string {
  const { edition, pins, items, pages } = ledger;
  const body = [{ ledger: 1, edition, pins }, ...items, ...pages]
    .map((line) => `${JSON.stringify(line)}\n`)
    .join("");
  return `${body}${JSON.stringify({ sum: checksum(body) })}\n`;
}

const RESTORE =
  "expected the file as `npm run ledger accept` wrote it: restore it from version control";

/** Reads the ledger, or says on which line it is not as it was written. Nothing in it is guessed. */
export function parseLedger(
  source: SourceText,
): { ledger: Ledger; lines: Map<object, Place> } | LedgerFault {
  const { text, lineStarts } = source;
  const at = (line: number) =>
    placeAt(
      source,
      lineStarts[line] ?? text.length,
      (lineStarts[line + 1] ?? text.length + 1) - 1,
    );
  const fault = (line: number, what: string): LedgerFault => ({
    place: at(line),
    message: `Unexpected ${what}, ${RESTORE}`,
  });
  const rows = text.split("\n");
  if (rows.pop() !== "")
    return fault(rows.length, "end of the file in the middle of a line");
  const ledger: Ledger = { edition: "", items: [], pages: [] };
  const lines = new Map<object, Place>();
  const last = rows.length - 1;
  for (const [line, row] of rows.entries()) {
    let value: unknown;
    try {
      value = JSON.parse(row);
    } catch {
      return fault(line, "line that is not JSON");
    }
    const schema =
      line === 0
        ? head
        : line === last
          ? sum
          : typeof value === "object" && value !== null && "item" in value
            ? item
            : page;
    const read = schema.safeParse(value);
    if (!read.success)
      return fault(
        line,
        line === last ? "end without its seal" : "line of another form",
      );
    const found: unknown = read.data;
    if (line === 0) {
      const { edition, pins } = found as z.infer<typeof head>;
      Object.assign(ledger, { edition, pins });
    } else if (line === last) {
      const body = text.slice(0, lineStarts[line]);
      if ((found as z.infer<typeof sum>).sum !== checksum(body))
        return fault(line, "seal that does not fit the lines above");
    } else {
      if (schema === item) ledger.items.push(found as LedgerItem);
      else ledger.pages.push(found as LedgerPage);
      lines.set(found as object, at(line));
    }
  }
  if (rows.length < 2) return fault(0, "file without lines");
  return { ledger, lines };
}
