import type { Rule } from "../rule.ts";

/** Every fact has a source. Wrong: a claim, version, offering or deal with `sources: []`. */
export const claimSource: Rule = (record) =>
  [...record.claims, ...record.versions, ...record.offerings, ...record.deals]
    .filter((item) => item.sources.length === 0)
    .map((item) => ({
      on: item,
      path: ["sources"],
      message: `Unexpected \`${item.id}\` without a source, expected at least one`,
      hint: 'sources: [{id: …, locator: "at most six of its words"}]',
    }));
