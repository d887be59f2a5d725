import { join } from "node:path";
import { ContentError } from "./content-error.ts";
import type { Appearance } from "./derive/appearance.ts";
import { deriveAppearances } from "./derive/appearance.ts";
import { dateOfEdition, deriveEdition } from "./derive/edition.ts";
import { deriveExplainerNotes } from "./derive/explainer-notes.ts";
import type { Note } from "./derive/note.ts";
import { oncePerKey, oncePerRecord } from "./derive/once.ts";
import { deriveOutstanding } from "./derive/outstanding.ts";
import type { OutstandingChange } from "./derive/outstanding.ts";
import { deriveTable } from "./derive/table.ts";
import { listCalendars } from "./exports/calendar/calendars.ts";
import type { Reference } from "./exports/cite-files.ts";
import { loadDraft } from "./model/index.ts";
import type { Explainer } from "./model/explainer.ts";
import type { AgreementRecord } from "./model/index.ts";

function loadEdited(content: EditedContent): AgreementRecord {
  const { folder, shownAs, kept } = content;
  const { record, problems } = loadDraft(folder, shownAs, kept);
  if (record) return record;
  throw new ContentError(problems, (file) =>
    join(folder, file.slice(shownAs.length)),
  );
}

/** What the build tells pages, and what makes the same from an edited record. */
const told = "record" in __CONTENT__ ? __CONTENT__ : undefined;

/** The record, the same for the whole site. */
export const record =
  "record" in __CONTENT__ ? __CONTENT__.record : loadEdited(__CONTENT__);

if (told) {
  deriveEdition.know(record, told.edition);
  listCalendars.know(record, told.calendars);
  deriveAppearances.know(record, () => told.appearances);
}

/** A page's references, where they were made before the pages. */
export function referencesOf(path: string): Reference[] | undefined {
  return told?.references.get(path);
}

const since = oncePerRecord(
  ({ ledger }) =>
    new Map(ledger?.pages.map(({ page, since }) => [page, since])),
);

/** The day of the edition that first promised a page's address; undefined before one did. */
export function permanentSince(path: string): string | undefined {
  const edition = since(record).get(path);
  return edition && dateOfEdition(edition);
}

/** The tables of one kind, in order. */
export function tablesOf(kind: (typeof record.tables)[number]["kind"]) {
  return record.tables
    .filter((spec) => spec.kind === kind)
    .map((spec) => deriveTable(record, spec));
}

/** Where a claim is used. */
export function appearancesOf(claim: string): Appearance[] {
  return deriveAppearances(record).get(claim)!;
}

function explainerAt(page: string): Explainer {
  const explainer = record.byId.explainers.get(page);
  if (!explainer) throw new Error(`no explainer ${page}`);
  return explainer;
}

const notes = oncePerKey<Note[]>();

/** The footnotes of an explainer, in order. */
export function notesOf(page: string): Note[] {
  return notes(record, page, () =>
    deriveExplainerNotes(record, explainerAt(page)),
  );
}

/** A note's number on an explainer's page. */
export function numberOf(page: string, key: string): number | undefined {
  return notesOf(page).find((note) => note.key === key)?.number;
}

const outstanding = oncePerKey<OutstandingChange[]>();

/** The sentences of an explainer that rest on claims which no longer hold, and that nobody marked as history. */
export function outstandingOn(page: string): OutstandingChange[] {
  return outstanding(record, page, () =>
    deriveOutstanding(record, explainerAt(page)),
  );
}

/** What there is to say beside the embed at a place of the page's embeds. */
export function outstandingAt(
  page: string,
  at: string,
): OutstandingChange | undefined {
  return outstandingOn(page).find((change) => String(change.at) === at);
}
