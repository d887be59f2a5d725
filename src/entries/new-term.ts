import type { AgreementRecord } from "../model/index.ts";
import { entryLines, insertEntry, insertValue } from "./edit.ts";
import type { Kind } from "./kind.ts";
import { placeInGroup } from "./kind.ts";
import { freeId, slug } from "./propose-id.ts";
import type { Answers } from "./question.ts";
import { askId, askOwnId, askText, topicIds } from "./questions.ts";
import { quote, spellFields, spellId } from "./spell.ts";

/** The tables that name their terms one by one. */
function listingTables(record: AgreementRecord): string[] {
  return record.tables
    .filter((spec) => spec.kind === "terms" && spec.terms !== undefined)
    .map(({ id }) => id);
}

/** Whether a table shows every term of the topic, and so a new one. */
function isShown(record: AgreementRecord, { topic }: Answers): boolean {
  return record.tables.some(
    (spec) =>
      spec.kind === "terms" &&
      !spec.terms &&
      (spec.topics?.includes(topic ?? "") ?? true),
  );
}

export const newTerm: Kind = {
  noun: "terms",
  questions: [
    askId("topic", "the topic it belongs to", topicIds),
    askText("title", "what to call it, in a few words"),
    askText("question", "the question it answers, as a reader asks it"),
    askText("why_it_matters", "what hangs on the answer"),
    askId("table", "the table that shows it", listingTables, {
      when: (record, answers) =>
        !isShown(record, answers) && listingTables(record).length > 0,
    }),
    askOwnId((record, { title = "" }) =>
      freeId(record.byId.terms, slug(title), slug(title, 5)),
    ),
  ],
  edits(_record, texts, answers) {
    const fields = spellFields(answers, [
      ["id", spellId],
      ["topic", spellId],
      ["title", quote],
      ["question", quote],
      ["why_it_matters", quote],
    ]);
    const { id, topic, table } = answers;
    const path = "data/terms.yaml";
    const edit = insertEntry(
      path,
      texts.get(path),
      entryLines(fields, []),
      placeInGroup("topic", topic!),
      "Terms that can be compared from version to version, in table order.",
    );
    if (!table) return [edit];
    const spec = `data/tables/${table}.yaml`;
    return [edit, insertValue(spec, texts.get(spec)!, ["terms"], spellId(id!))];
  },
  next: (record, { id, topic }) => [
    `What did each version say about it? The first that did: npm run new -- claim --term ${id} --version <version>`,
    `Versions: ${record.timeline.map((version) => version.id).join(", ")}`,
    `See it at /terms/${id}/, and in the tables of ${topic}.`,
  ],
};
