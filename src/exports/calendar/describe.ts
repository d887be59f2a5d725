import type { AgreementRecord } from "../../model/record.ts";
import type { SourceRef } from "../../model/source-ref.ts";

/** Paragraphs for a calendar's entry; what is not known is left out. */
export function describe(...parts: (string | undefined)[]): string {
  return parts.filter(Boolean).join("\n\n");
}

/** The sources, one a line: whose, what, where. */
export function claimSources(
  record: AgreementRecord,
  { sources }: { sources: SourceRef[] },
): string {
  const ids = [...new Set(sources.map(({ id }) => id))];
  return ids
    .map((id) => record.byId.sources.get(id)!)
    .map(({ publisher, title, url }) => `${publisher}: ${title} ${url}`)
    .join("\n");
}
