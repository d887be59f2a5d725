import type { Field } from "./edit.ts";
import { listOf } from "./question.ts";
import type { Answers } from "./question.ts";

const NOT_PLAIN = /^(?:[0-9].*|true|false|null|yes|no|on|off)$/;

/** Text in double quotes: what JSON escapes, YAML reads the same way. */
export function quote(text: string): string {
  return JSON.stringify(text);
}

/** An id as authors write it: in quotes only where YAML, or a reader, would take it for something else. */
export function spellId(id: string): string {
  return NOT_PLAIN.test(id) ? quote(id) : id;
}

/** Ids as a list on one line. */
export function spellIds(ids: readonly string[]): string {
  return `[${ids.map(spellId).join(", ")}]`;
}

/** The sources of an entry; the locator is a passage of the first. */
export function spellSources({ sources, locator }: Answers): string[] {
  return listOf(sources).map((id, index) =>
    index === 0 && locator
      ? `{id: ${spellId(id)}, locator: ${quote(locator)}}`
      : `{id: ${spellId(id)}}`,
  );
}

type Spelling = (answer: string) => string | string[];

/** Fields in the order given, without those that have no answer. */
export function spellFields(
  answers: Answers,
  spellings: readonly (readonly [key: string, spelling: Spelling])[],
): Field[] {
  return spellings.flatMap(([key, spelling]) => {
    const answer = answers[key];
    return answer ? [[key, spelling(answer)] as const] : [];
  });
}

export const asIds: Spelling = (answer) => spellIds(listOf(answer));
