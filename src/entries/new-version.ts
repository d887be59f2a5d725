import type { AgreementRecord } from "../model/index.ts";
import { compareDates } from "../model/partial-date.ts";
import { CHANGING, version } from "../model/version.ts";
import type { Version } from "../model/version.ts";
import { entryLines, insertEntry } from "./edit.ts";
import { judgeLocator } from "./judge-by-rules.ts";
import type { Kind } from "./kind.ts";
import { placeByDate } from "./kind.ts";
import { remindAsOf } from "./new-source.ts";
import { proposeVersionId } from "./propose-id.ts";
import { listOf } from "./question.ts";
import type { Answers } from "./question.ts";
import {
  askDate,
  askEnum,
  askId,
  askOwnId,
  askText,
  orNone,
  partyIds,
  sourceIds,
} from "./questions.ts";
import { asIds, quote, spellFields, spellId, spellSources } from "./spell.ts";

const newestSource = (record: AgreementRecord, answers: Answers) =>
  sourceIds(record, answers)[0] ?? "";

function dateOfSource(record: AgreementRecord, { sources }: Answers) {
  const [first] = listOf(sources);
  return record.byId.sources.get(first ?? "")?.published;
}

/** Those of the newest version that changes the agreement, or does not, as this one. */
function partiesBefore(record: AgreementRecord, { kind }: Answers) {
  const changes = (own: string | undefined) =>
    CHANGING.has(own as Version["kind"]);
  return record.timeline
    .findLast((own) => changes(own.kind) === changes(kind))
    ?.parties.join(", ");
}

/** The terms that have no leading claim in a version, in table order. */
export function termsWithout(record: AgreementRecord, id: string): string[] {
  return record.terms
    .filter(
      (term) =>
        !record.leading.get(term.id)?.some(({ version: own }) => own === id),
    )
    .map((term) => term.id);
}

export const newVersion: Kind = {
  noun: "versions",
  questions: [
    askId("sources", "the documents that show it", sourceIds, {
      many: true,
      fallback: newestSource,
    }),
    askText("locator", "at most six words of the first of them", {
      fallback: orNone,
      judge: judgeLocator,
    }),
    askText("title", "what to call it"),
    askEnum("kind", "what it is", version.shape.kind),
    askDate("date", "its day", { fallback: dateOfSource }),
    askEnum("date_kind", "what that day is", version.shape.date_kind, {
      fallback: () => "announced",
    }),
    askEnum("binding", "whether it binds the parties", version.shape.binding, {
      fallback: () => "unknown",
    }),
    askId("parties", "whose it is", partyIds, {
      many: true,
      fallback: partiesBefore,
    }),
    askText("summary", "what it did, in one or two sentences of your own"),
    askOwnId(proposeVersionId),
  ],
  edits(_record, texts, answers) {
    const fields = spellFields(answers, [
      ["id", quote],
      ["title", quote],
      ["kind", spellId],
      ["date", quote],
      ["date_kind", spellId],
      ["binding", quote],
      ["parties", asIds],
      ["summary", quote],
      ["sources", () => spellSources(answers)],
    ]);
    const path = "data/versions.yaml";
    return [
      insertEntry(
        path,
        texts.get(path),
        entryLines(fields, []),
        placeByDate("date", answers["date"]!),
        "Versions, oldest first.",
      ),
    ];
  },
  next(record, { id, date }) {
    const open = termsWithout(record, id!);
    const before = record.timeline.findLast(
      (version) => compareDates(version.date, date!) < 0,
    );
    return [
      `No term has a claim in it yet (${open.length}): ${open.join(", ")}`,
      "Read it for each of them; where it is silent, the claim says so: --effect not-restated",
      `For each: npm run new -- claim --version ${id} --term <term>`,
      ...(before ? [`Then compare: npm run table ${before.id}..${id}`] : []),
      ...remindAsOf(record, date!),
    ];
  },
};
