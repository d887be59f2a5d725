import type { Change } from "./change.ts";
import type { Authored } from "./record.ts";

/** The entries of the record's own history that no accepted edition holds yet, in the order of their file. */
export function waitingChanges(record: Authored): Change[] {
  const accepted = new Set(record.ledger?.items.map(({ item }) => item));
  return record.changes.filter(({ id }) => !accepted.has(`/changes/#${id}`));
}
