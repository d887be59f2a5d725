import type { DataFeedItem } from "schema-dts";
import { deriveChanges } from "../derive/changes.ts";
import { firstDay } from "../model/partial-date.ts";
import type { AgreementRecord } from "../model/record.ts";
import type { Thing } from "./json-ld.ts";

/** The record's own history as a schema.org DataFeed, each entry at its address. */
export function deriveChangeThing(
  record: AgreementRecord,
  page: { [key: string]: Thing },
): Thing {
  const entries = deriveChanges(record);
  return {
    "@type": "DataFeed",
    ...page,
    dateModified: firstDay(entries[0]?.authored ?? record.site.as_of),
    dataFeedElement: entries.map(
      ({ href, authored, reason, summary }) =>
        ({
          "@type": "DataFeedItem",
          "@id": `${record.site.address}${href}`,
          name: reason.word,
          description: summary,
          dateCreated: firstDay(authored),
        }) satisfies DataFeedItem,
    ),
  };
}
