import { MISTAKES } from "../derive/verdict.ts";
import type { SitePage } from "../exports/site-page.ts";

/** Notes may stand on any page. */
const NOTES = /^(?:sources|gloss\.\d+)$/;

/**
 * Ids that the pages' own templates write, beside those made from the record: headings, pictures, years. By the kind
 * of page, or by the folder of one without an item. A test holds every address of the built sites against it.
 */
const TEMPLATE: { [page: string]: RegExp } = {
  home: /^(?:last-change|picture|ways|now|all-terms(?:-end)?)$/,
  explainer: /^redlines$/,
  table: /^table$/,
  term: /^(?:now|(?:over-time|picture)(?:-end)?|history|disputed|also|unknown|words)$/,
  version: /^(?:set|described|not-restated|unchanged)$/,
  claim: /^(?:facts|appears|record-changes|replaces|replaced-by|disputed)$/,
  pair: /^(?:added|changed|removed|not-restated|unchanged|unknown)$/,
  source: /^(?:claims|carries|others|through)$/,
  article: /^(?:statements|counts)$/,
  "as-of": /^(?:changed|offered|deals)-then$/,
  known: /^(?:published|withdrawn|announced|unknown)-then$/,
  "/as-of/": /^year-\d{4}$/,
  "/known/": /^(?:longest|year-\d{4})$/,
  "/sources/": /^year-\d{4}$/,
  "/availability/": /^(?:today|picture|matrix|list|over-time(?:-end)?)$/,
  "/deals/": /^(?:picture|matrix|list|commitments(?:-end)?)$/,
  "/changes/": /^(?:year[-.]\d{4}|subscribe\.[a-z]+)$/,
  "/claims/": /^context$/,
  "/compare/": /^(?:steps|grid)$/,
  "/corrections/": /^(?:year[-.]\d{4}|mistakes\.[a-z]+)$/,
  "/data/":
    /^(?:whole|examples|example\.[a-z]+|nouns|tables|times|pages|feeds|policy)$/,
  "/open-questions/": /^open\.calendar$/,
  "/search/": /^(?:search-hint|other-ways|(?:found|title)-[a-z]+)$/,
  "/status/":
    /^(?:figures|due|ahead|remainder|read-through|without-passage|build)$/,
  "/timeline/": /^(?:terms|versions|calendar|until\..+|all-terms(?:-end)?)$/,
  "/was-it-true/": /^(?:articles?|register)$/,
};

/** Whether the template of a page writes an id, where it has something to say there. */
export function isTemplateSection(page: SitePage, id: string): boolean {
  const of = page.kind === "other" ? `/${page.parts.join("/")}/` : page.kind;
  if (of === "/was-it-true/" && id in MISTAKES) return true;
  return NOTES.test(id) || (TEMPLATE[of]?.test(id) ?? false);
}
