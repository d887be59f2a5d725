import { deriveAppearances } from "../src/derive/appearance.ts";
import { deriveEdition } from "../src/derive/edition.ts";
import type { Edition } from "../src/derive/edition.ts";
import { listCalendars } from "../src/exports/calendar/calendars.ts";
import { deriveReferences } from "../src/exports/json/references.ts";
import type { AgreementRecord } from "../src/model/index.ts";
import { watchRecord } from "./watch-record.ts";
import type { Watch } from "./watch-record.ts";

type Content = Extract<typeof __CONTENT__, { record: unknown }>;

/**
 * A record watched, with what is derived from all of it and of which each file shows little: that is derived before,
 * and watched like the record.
 */
export function watchContent(
  watch: Watch,
  record: AgreementRecord,
  edition: Edition,
): Omit<Content, "references"> {
  const watched = watchRecord(watch, record);
  const calendars = listCalendars(record);
  const content = {
    record: watched,
    edition: watch.entry("edition", edition),
    calendars: watch.list("calendars", calendars, ({ path }) => path),
    appearances: watch.map(
      "appearances",
      deriveAppearances(record),
      (of) => of,
    ),
  };
  const referring = watch.map("referring", deriveReferences(record), (ids) => [
    ...ids,
  ]);
  deriveEdition.know(watched, content.edition);
  listCalendars.know(watched, content.calendars);
  deriveAppearances.know(watched, () => content.appearances);
  deriveReferences.know(watched, () => referring);
  return content;
}
