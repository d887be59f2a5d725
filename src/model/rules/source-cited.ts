import type { Rule } from "../rule.ts";

/** A source that nothing cites is either a leftover or a claim someone forgot to write. */
export const sourceCited: Rule = (record) => {
  const cited = new Set<string>();
  for (const item of [
    ...record.claims,
    ...record.versions,
    ...record.offerings,
    ...record.deals,
  ]) {
    for (const source of item.sources) cited.add(source.id);
  }
  for (const source of record.sources)
    for (const id of source.via ?? []) cited.add(id);
  for (const entry of record.coverage) cited.add(entry.article);
  for (const explainer of record.explainers) {
    for (const embed of explainer.embeds)
      if (embed.name === "Source") cited.add(embed.attributes["id"] ?? "");
  }
  return record.sources
    .filter((source) => !cited.has(source.id))
    .map((source) => ({
      on: source,
      path: ["id"],
      severity: "warning" as const,
      message: `Unexpected source \`${source.id}\` that nothing cites, expected a claim, deal or page that rests on it`,
    }));
};
