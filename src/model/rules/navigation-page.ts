import { didYouMean } from "../did-you-mean.ts";
import type { Finding, Rule } from "../rule.ts";

/** Pages that exist without an explainer, each generated from the record. */
export const GENERATED_PAGES = [
  "tables",
  "terms",
  "versions",
  "compare",
  "timeline",
  "as-of",
  "known",
  "sources",
  "availability",
  "deals",
  "was-it-true",
  "glossary",
  "open-questions",
  "changes",
  "corrections",
  "data",
  "status",
  "search",
];

/** The navigation and the audiences name pages that exist; every explainer can be reached from the navigation. */
export const navigationPage: Rule = (record) => {
  const known = new Set([...GENERATED_PAGES, ...record.byId.explainers.keys()]);
  const named = new Set<string>();
  const findings: Finding[] = [];
  const site = record.site as typeof record.site & { id?: string };
  const check = (page: string, path: (string | number)[]) => {
    named.add(page);
    if (known.has(page)) return;
    const near = didYouMean(page, known);
    const message = `Unexpected page \`${page}\`, expected an explainer or a generated page`;
    findings.push({
      on: site,
      path,
      message,
      hint: near ? `did you mean \`${near}\`?` : undefined,
    });
  };
  for (const [group, { pages }] of record.site.navigation.entries()) {
    for (const [index, page] of pages.entries())
      check(page, ["navigation", group, "pages", index]);
  }
  for (const [index, { page }] of record.site.audiences.entries())
    check(page, ["audiences", index, "page"]);
  for (const explainer of record.explainers) {
    if (named.has(explainer.id)) continue;
    const message = `Unexpected explainer \`${explainer.id}\` outside the navigation, expected it in site.yaml`;
    findings.push({
      on: explainer,
      message,
      hint: `add \`${explainer.id}\` to a group under \`navigation:\``,
    });
  }
  return findings;
};
