import type { SitePage } from "../exports/site-page.ts";

/** The file that draws each kind of page; the others are named after their folder. */
const DRAWN: { [kind in SitePage["kind"]]?: string } = {
  home: "index",
  explainer: "[...explainer]",
  pair: "compare/[pair]",
  "as-of": "as-of/[date]",
  known: "known/[date]",
  article: "was-it-true/[article]",
  table: "tables/[id]",
  term: "terms/[id]",
  version: "versions/[id]",
  claim: "claims/[id]",
  source: "sources/[id]",
};

const WITH_FOLDER =
  /^(?:as-of|claims|compare|known|sources|tables|terms|versions|was-it-true)$/;

/** The file of the code that draws a page. */
export function drawnBy(page: SitePage): string {
  const [folder = ""] = page.kind === "other" ? page.parts : [];
  const own = WITH_FOLDER.test(folder) ? `${folder}/index` : folder;
  return `src/pages/${DRAWN[page.kind] ?? own}.astro`;
}
