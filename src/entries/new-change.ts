import { change } from "../model/change.ts";
import type { Change } from "../model/change.ts";
import type { AgreementRecord } from "../model/index.ts";
import { entryLines, insertEntry, insertValue } from "./edit.ts";
import type { Edit } from "./edit.ts";
import type { Kind, Texts } from "./kind.ts";
import { placeLast } from "./kind.ts";
import { freeId, slug } from "./propose-id.ts";
import type { Answers } from "./question.ts";
import {
  askDate,
  askEnum,
  askId,
  askOwnId,
  askText,
  claimIds,
  orNone,
} from "./questions.ts";
import { asIds, quote, spellFields, spellId } from "./spell.ts";

const PATH = "data/changes.yaml";

/** When each reason is the right one. */
const REASONS: { [reason in Change["reason"]]: string } = {
  "world-changed": "a new document came out, or something began or ended",
  "we-learned": "a source tells more about what was already so",
  "we-corrected": "the record had said something wrong",
  editorial: "the record itself changed: its editions, its wording, its order",
};

/** What is asked about an entry, its id and claims aside. */
export const askReason = askEnum(
  "reason",
  "why the record changes",
  change.shape.reason,
  { fallback: () => "world-changed", meanings: REASONS },
);
export const askSummary = askText("summary", "one sentence for readers");
export const askChangeDate = askDate("date", "the day the record changes", {
  fallback: (record) => record.site.as_of,
});

/** Adds an entry, or a claim to one that is there and waits to be accepted. */
export function changeEdit(
  record: AgreementRecord,
  texts: Texts,
  answers: Answers,
): Edit {
  const { id, claims } = answers;
  const source = texts.get(PATH);
  const at = record.changes.findIndex((entry) => entry.id === id);
  if (source && at !== -1)
    return insertValue(PATH, source, [at, "claims"], spellId(claims!));
  const fields = spellFields({ ...answers, claims: claims || "," }, [
    ["id", spellId],
    ["date", quote],
    ["reason", spellId],
    ["summary", quote],
    ["claims", asIds],
    ["withdraws", asIds],
  ]);
  return insertEntry(
    PATH,
    source,
    entryLines(fields, []),
    placeLast,
    "The record's own history: what was added, corrected or withdrawn, and why.",
  );
}

export const newChange: Kind = {
  noun: "changes",
  questions: [
    askReason,
    askChangeDate,
    askSummary,
    askId("claims", "the claims it tells of", claimIds, {
      many: true,
      fallback: orNone,
    }),
    askId(
      "withdraws",
      "the claims that were wrong and count no more",
      claimIds,
      {
        many: true,
        when: (_record, { reason }) => reason === "we-corrected",
        fallback: orNone,
      },
    ),
    askOwnId((record, { summary = "" }) =>
      freeId(record.byId.changes, slug(summary, 4)),
    ),
  ],
  edits: (record, texts, answers) => [changeEdit(record, texts, answers)],
  next: (_record, { id }) => [
    `Readers will see it at /changes/#${id} and in the feeds.`,
    "When the edition is done: npm run ledger accept",
  ],
};
