import type { Rule } from "../rule.ts";

/** A term that no table shows can be found by nobody. */
export const termShown: Rule = (record) => {
  const unseen = new Set(record.terms);
  for (const spec of record.tables) {
    if (spec.kind !== "terms") continue;
    for (const term of unseen) {
      const listed =
        spec.terms?.includes(term.id) ??
        spec.topics?.includes(term.topic) ??
        true;
      if (listed) unseen.delete(term);
    }
  }
  return [...unseen].map((term) => ({
    on: term,
    path: ["id"],
    message: `Unexpected term \`${term.id}\` in no table, expected it in at least one`,
    hint: `name it under \`terms:\`, or its topic under \`topics:\`, in data/tables/`,
  }));
};
