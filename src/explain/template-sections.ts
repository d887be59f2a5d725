import { MISTAKES } from "../derive/verdict.ts";

/**
 * Ids that the pages' own templates write, beside those made from the record: headings, pictures, years, notes. A
 * test holds every address of the built sites against it.
 */
const TEMPLATE = [
  /^(?:sources|facts|appears|record-changes|replaces|replaced-by|disputed|also|unknown|words|history|now|over-time)$/,
  /^(?:picture|all-terms|over-time|commitments)(?:-end)?$/,
  /^(?:matrix|list|statements|claims|others|carries|through|set|described|unchanged|not-restated|added|changed|removed)$/,
  /^(?:last-change|ways|terms|versions|steps|grid|longest|redlines|gone|table|register|context)$/,
  /^(?:figures|due|ahead|remainder|read-through|without-passage|build)$/,
  /^(?:whole|examples|example\.[a-z]+|nouns|tables|times|pages|feeds|policy|(?:open\.)?calendar)$/,
  /^(?:changed|published|withdrawn|unknown|offered|deals)-then$/,
  /^(?:year[-.]\d{4}|gloss\.\d+|until\..+)$/,
  /^(?:search-hint|other-ways|found-[a-z]+|title-[a-z]+|subscribe\.[a-z]+|mistakes\.[a-z]+)$/,
];

export function isTemplateSection(id: string): boolean {
  return id in MISTAKES || TEMPLATE.some((pattern) => pattern.test(id));
}
