import { id } from "../model/id.ts";
import type { AgreementRecord } from "../model/index.ts";
import {
  askChangeDate,
  askReason,
  askSummary,
  waitingChanges,
} from "./new-change.ts";
import { freeId, slug } from "./propose-id.ts";
import type { Answers, Question } from "./question.ts";

const isNew = (record: AgreementRecord, { change }: Answers) =>
  Boolean(change) && !record.byId.changes.has(change!);

/**
 * The entry of the record's own history that a new claim needs once an edition is accepted: one that waits takes
 * the claim in, so that what comes together is told together.
 */
export const TELL_QUESTIONS: readonly Question[] = [
  {
    key: "change",
    words: `the entry of data/changes.yaml that tells of it: one that waits, or a new id`,
    schema: id,
    when: (record) => record.ledger !== undefined,
    fallback(record, answers) {
      if (!record.ledger) return "";
      const own = record.byId.versions.get(answers["version"] ?? "");
      return (
        waitingChanges(record).at(-1) ??
        freeId(record.byId.changes, slug(own?.title ?? answers["value"] ?? ""))
      );
    },
  },
  { ...askReason, when: isNew },
  { ...askChangeDate, when: isNew },
  { ...askSummary, when: isNew },
];
