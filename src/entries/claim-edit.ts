import type { AgreementRecord } from "../model/index.ts";
import { entryLines, insertEntry } from "./edit.ts";
import type { Edit } from "./edit.ts";
import type { Texts } from "./kind.ts";
import { placeByDate } from "./kind.ts";
import type { Answers } from "./question.ts";
import { asIds, quote, spellFields, spellId, spellSources } from "./spell.ts";

/** What a claim may still say, as comments in its entry. */
function openKeys(answers: Answers): string[] {
  const open = {
    valid_to:
      'valid_to: "2000-01-31"   # the first day on which it no longer held, where a source says so',
    note: 'note: "What readers should know about how it is known."',
  };
  return Object.entries(open).flatMap(([key, line]) =>
    answers[key] ? [] : [line],
  );
}

/** Puts a claim into the file of its topic, by its date. */
export function claimEdit(
  record: AgreementRecord,
  texts: Texts,
  answers: Answers,
): Edit {
  const { term, topic, effect, valid_from, bare } = answers;
  const fields = spellFields(
    { ...answers, effect: effect === "sets" ? "" : effect },
    [
      ["id", spellId],
      ["term", spellId],
      ["version", quote],
      ["parties", asIds],
      ["effect", spellId],
      ["degree", spellId],
      ["value", quote],
      ["statement", quote],
      ["valid_from", quote],
      ["valid_to", quote],
      ["date_kind", spellId],
      ["confidence", spellId],
      ["sources", () => spellSources(answers)],
      ["supersedes", asIds],
      ["note", quote],
    ],
  );
  const own = record.byId.terms.get(term ?? "")?.topic ?? topic!;
  const path = `data/claims/${own}.yaml`;
  return insertEntry(
    path,
    texts.get(path),
    entryLines(fields, bare ? [] : openKeys(answers)),
    placeByDate("valid_from", valid_from!, term ? ["term", term] : undefined),
    `Claims on ${own}, oldest first. A claim with term and version is the leading cell of that pair.`,
  );
}
