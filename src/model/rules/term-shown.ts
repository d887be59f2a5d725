import type { Rule } from "../rule.ts";

/** A term that no table shows can be found by nobody. */
export const termShown: Rule = (record) => {
  const shown = new Set<string>();
  for (const spec of record.tables) {
    if (spec.kind !== "terms") continue;
    for (const term of record.terms) {
      const listed =
        spec.terms?.includes(term.id) ??
        spec.topics?.includes(term.topic) ??
        true;
      if (listed) shown.add(term.id);
    }
  }
  return record.terms
    .filter((term) => !shown.has(term.id))
    .map((term) => ({
      on: term,
      path: ["id"],
      message: `Unexpected term \`${term.id}\` in no table, expected it in at least one`,
      hint: `name it under \`terms:\`, or its topic under \`topics:\`, in data/tables/`,
    }));
};
