import { GENERATED_SECTIONS } from "../src/markdown/keep-heading-ids.ts";
import type { PublishedSections } from "../src/markdown/keep-heading-ids.ts";
import type { Ledger } from "../src/model/ledger.ts";

/** The headings of each explainer as the ledger holds them. */
export function publishedSections(
  ledger: Ledger | undefined,
): PublishedSections {
  return new Map(
    ledger?.pages.map(({ page, sections }) => [
      page.slice(1, -1),
      Object.entries(sections ?? {})
        .filter(([id]) => !GENERATED_SECTIONS.has(id))
        .map(([id, text]) => ({ id, text })),
    ]),
  );
}
