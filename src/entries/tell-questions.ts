import { id } from "../model/id.ts";
import type { AgreementRecord } from "../model/index.ts";
import { waitingChanges } from "../model/waiting-changes.ts";
import { askChangeDate, askReason, askSummary } from "./new-change.ts";
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
    words: "the entry of data/changes.yaml that tells readers of it",
    schema: id,
    when: (record) => record.ledger !== undefined,
    examples: (record) => waitingChanges(record).map((change) => change.id),
    fallback(record, answers) {
      if (!record.ledger) return "";
      const version = record.byId.versions.get(answers["version"] ?? "");
      // What came with one version is told in one entry.
      const begun = waitingChanges(record).findLast(({ claims }) =>
        claims.some(
          (own) =>
            version && record.byId.claims.get(own)?.version === version.id,
        ),
      );
      const words = version?.title ?? answers["value"] ?? answers["id"]!;
      return begun?.id ?? freeId(record.byId.changes, slug(words));
    },
  },
  { ...askReason, when: isNew },
  { ...askChangeDate, when: isNew },
  { ...askSummary, when: isNew },
];
