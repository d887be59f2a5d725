import type { Rule } from "../rule.ts";

export const MAX_WORDS = 6;

/** A locator finds a passage; it does not quote it. At most six of the source's own words. */
export const locatorWords: Rule = (record) =>
  [
    ...record.claims,
    ...record.versions,
    ...record.offerings,
    ...record.deals,
  ].flatMap((item) =>
    item.sources.flatMap((source, index) => {
      const words = source.locator?.trim().split(/\s+/) ?? [];
      if (words.length <= MAX_WORDS) return [];
      return [
        {
          on: item,
          path: ["sources", index, "locator"],
          message: `Unexpected locator of ${words.length} words, expected at most ${MAX_WORDS}`,
          hint: `locator: "${words.slice(0, MAX_WORDS).join(" ")}"`,
        },
      ];
    }),
  );
