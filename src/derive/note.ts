import type { PartialDate } from "../model/partial-date.ts";
import type { AgreementRecord } from "../model/record.ts";
import type { SourceRef } from "../model/source-ref.ts";
import type { Source } from "../model/source.ts";
import type { Entry } from "./cell.ts";
import { formatDate } from "./format-date.ts";
import type { Table } from "./table.ts";
import { formatCheck } from "./verification.ts";

const KINDS: { [kind in Source["kind"]]: string } = {
  primary: "by a party itself",
  filing: "filing",
  press: "press",
  trade: "trade press",
  aggregator: "copy or digest",
  analysis: "analysis",
};

/** One reference to a source, with everything a reader needs to judge and find it. */
export interface Citation {
  sourceId: string;
  title: string;
  publisher: string;
  published: string;
  kind: string;
  /** "read directly", or through which other document. */
  access: string;
  /** What the last visit by a program found; left out when none looked. */
  checked?: string | undefined;
  url: string;
  locator?: string | undefined;
  /** The source's address with the locator as a text fragment; only where a browser can go to it. */
  passage?: string | undefined;
  /** Where archived copies from around the day of publication can be looked up. */
  archived: string;
}

/** How a source is known, in words. Of the documents it was read through, those that the record holds are named. */
export function formatAccess(record: AgreementRecord, source: Source): string {
  if (source.access === "direct") return "read directly";
  const carriers = (source.via ?? []).flatMap(
    (id) => record.byId.sources.get(id)?.publisher ?? [],
  );
  return carriers.length > 0
    ? `read through ${[...new Set(carriers)].join(", ")}`
    : "read through a copy or quotation";
}

export function formatSourceKind(source: Source): string {
  return KINDS[source.kind];
}

/**
 * The address that opens a document at a passage (`#:~:text=`), for documents in HTML. Browsers ignore the
 * fragment in other kinds, and read `-`, `,` and `&` in it as signs, so those are encoded too.
 */
export function passageAddress(
  url: string,
  locator: string,
): string | undefined {
  if (/\.(?:pdf|json|xml|txt|csv)(?:[?#]|$)/i.test(url) || url.includes("#"))
    return undefined;
  return `${url}#:~:text=${encodeURIComponent(locator).replaceAll("-", "%2D")}`;
}

/**
 * The catalogue of an archive that anybody can ask for old copies of a page, and that publishers themselves
 * refer to. It is no source: it only shows what stood at the source's address around a day.
 */
const ARCHIVE = "https://web.archive.org/web";

/** Where an archive lists its copies of a page, opened around a date. Whether it has any is not known here. */
export function archiveAddress(url: string, near: PartialDate): string {
  return `${ARCHIVE}/${near.replaceAll("-", "")}*/${url.replace(/#.*$/, "")}`;
}

export function deriveCitation(
  record: AgreementRecord,
  ref: SourceRef,
): Citation {
  const source = record.byId.sources.get(ref.id)!;
  return {
    sourceId: source.id,
    title: source.title,
    publisher: source.publisher,
    published: formatDate(source.published),
    kind: formatSourceKind(source),
    access: formatAccess(record, source),
    checked: formatCheck(record, ref.id, ref.locator),
    url: source.url,
    locator: ref.locator,
    passage: ref.locator && passageAddress(source.url, ref.locator),
    archived: archiveAddress(source.url, source.published),
  };
}

/** A footnote: one item of the record and the sources it rests on. */
export interface Note {
  number: number;
  key: string;
  href?: string | undefined;
  citations: Citation[];
}

/** What asks for a footnote. Entries with the same key share one. */
export type Noted = Pick<Entry, "note" | "sources" | "href">;

/** Numbers footnotes in the order in which a page first needs them. */
export function deriveNotes(
  record: AgreementRecord,
  noted: Iterable<Noted>,
): Note[] {
  const notes = new Map<string, Note>();
  for (const { note, sources, href } of noted) {
    if (notes.has(note) || sources.length === 0) continue;
    const seen = new Map(
      sources.map((ref) => [`${ref.id} ${ref.locator ?? ""}`, ref]),
    );
    const citations = [...seen.values()].map((ref) =>
      deriveCitation(record, ref),
    );
    notes.set(note, { number: notes.size + 1, key: note, href, citations });
  }
  return [...notes.values()];
}

export function notedInTable(table: Table): Noted[] {
  return table.rows.flatMap((row) => row.cells.flatMap((cell) => cell.entries));
}
