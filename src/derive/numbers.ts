import type { Note } from "./note.ts";

/** Note key → its number on the page: what a component needs to set a footnote mark. */
export type NoteNumbers = { [key: string]: number };

export function deriveNumbers(notes: Note[]): NoteNumbers {
  return Object.fromEntries(notes.map((note) => [note.key, note.number]));
}
