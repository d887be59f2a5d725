import { deriveAppearances } from "./derive/appearance.ts";
import { listChangeDays } from "./derive/change-days.ts";
import { dateOfEdition } from "./derive/edition.ts";
import { deriveExplainerNotes } from "./derive/explainer-notes.ts";
import { listKnownSpans } from "./derive/known-days.ts";
import type { Note } from "./derive/note.ts";
import { deriveOutstanding } from "./derive/outstanding.ts";
import type { OutstandingChange } from "./derive/outstanding.ts";
import { deriveTable } from "./derive/table.ts";
import type { Reference } from "./exports/cite-files.ts";
import { formatReport, loadDraft } from "./model/index.ts";
import type { AgreementRecord } from "./model/index.ts";

function loadEdited(folder: string, shownAs: string): AgreementRecord {
  const { record, problems } = loadDraft(folder, shownAs);
  if (!record)
    throw new Error(`The record has problems.\n\n${formatReport(problems)}`);
  return record;
}

/** The record, the same for the whole site. */
export const record =
  "record" in __CONTENT__
    ? __CONTENT__.record
    : loadEdited(__CONTENT__.folder, __CONTENT__.shownAs);

/** A page's references, where they were made before the pages. */
export function referencesOf(path: string): Reference[] | undefined {
  return "references" in __CONTENT__
    ? __CONTENT__.references.get(path)
    : undefined;
}

const since = new Map(
  record.ledger?.pages.map(({ page, since }) => [page, dateOfEdition(since)]),
);

/** The day of the edition that first promised a page's address; undefined before one did. */
export function permanentSince(path: string): string | undefined {
  return since.get(path);
}

/** The tables of one kind, in order. */
export function tablesOf(kind: (typeof record.tables)[number]["kind"]) {
  return record.tables
    .filter((spec) => spec.kind === kind)
    .map((spec) => deriveTable(record, spec));
}

/** The days on which something began or ended, and those on which something became public. */
export const changeDays = listChangeDays(record);
export const knownDays = listKnownSpans(record);

/** Claim id → where it is used. */
export const appearances = deriveAppearances(record);

/** A note's number on an explainer's page. */
export function numberOf(page: string, key: string): number | undefined {
  return notesOf(page).find((note) => note.key === key)?.number;
}

const notes = new Map<string, Note[]>();

/** The footnotes of an explainer, in order. */
export function notesOf(page: string): Note[] {
  const known = notes.get(page);
  if (known) return known;
  const explainer = record.byId.explainers.get(page);
  if (!explainer) throw new Error(`no explainer ${page}`);
  const derived = deriveExplainerNotes(record, explainer);
  notes.set(page, derived);
  return derived;
}

const outstanding = new Map(
  record.explainers.map((explainer) => [
    explainer.id,
    deriveOutstanding(record, explainer),
  ]),
);

/** The sentences of an explainer that rest on claims which no longer hold, and that nobody marked as history. */
export function outstandingOn(page: string): OutstandingChange[] {
  return outstanding.get(page) ?? [];
}

/** What there is to say beside the embed at a place of the page's embeds. */
export function outstandingAt(
  page: string,
  at: string,
): OutstandingChange | undefined {
  return outstandingOn(page).find((change) => String(change.at) === at);
}
