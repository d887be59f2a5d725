import { z } from "zod";
import {
  archiveAddress,
  formatAccess,
  formatSourceKind,
} from "../../derive/note.ts";
import { deriveCheck } from "../../derive/verification.ts";
import { source } from "../../model/source.ts";
import { verification } from "../../model/verification.ts";
import type { Verification } from "../../model/verification.ts";
import { defineNoun } from "./noun.ts";
import { dateShape, idsShape, makeDate, makeDateOrNull } from "./parts.ts";

const { kind, access } = source.shape;

const visitShape = z
  .strictObject({
    checked: dateShape.describe("The day of the visit."),
    state: verification.shape.state,
    moved_to: z.string().nullable(),
    copy_url: z.string().nullable().describe("An archive's copy."),
    found: z.array(z.string()).describe("Locators that the page holds."),
    missing: z.array(z.string()).describe("Locators that it does not."),
    last_found: dateShape
      .nullable()
      .describe("The last day on which the page held every passage."),
    note: z.string().nullable(),
  })
  .describe("What a program found when it last visited the document.");

function makeVisit(entry: Verification): z.infer<typeof visitShape> {
  return {
    checked: makeDate(entry.checked),
    state: entry.state,
    moved_to: entry.to ?? null,
    copy_url: entry.copy ?? null,
    found: entry.found ?? [],
    missing: entry.missing ?? [],
    last_found: makeDateOrNull(entry.last_found),
    note: entry.note ?? null,
  };
}

export const sourceJson = defineNoun({
  name: "sources",
  folder: "sources",
  one: "source",
  about: "A document that claims, versions, offers or deals rest on.",
  entry: {
    title: z.string(),
    publisher: z.string(),
    document_url: z.string().describe("The document itself, elsewhere."),
    published: dateShape,
    kind,
    access: access.describe("Read itself, or only through another document."),
    via_source_ids: idsShape,
    read: dateShape.nullable(),
    note: z.string().nullable(),
  },
  makeEntry: (item) => ({
    title: item.title,
    publisher: item.publisher,
    document_url: item.url,
    published: makeDate(item.published),
    kind: item.kind,
    access: item.access,
    via_source_ids: item.via ?? [],
    read: makeDateOrNull(item.read),
    note: item.note ?? null,
  }),
  derived: {
    kind_words: z.string(),
    access_words: z.string(),
    archive_url: z.string().describe("Copies of it from around its day."),
    visit: visitShape.nullable(),
    visit_words: z
      .string()
      .nullable()
      .describe("The visit in words; null where the document was not read."),
  },
  derive: (item, { record }) => {
    const visit = record.byId.verifications.get(item.id);
    return {
      kind_words: formatSourceKind(item),
      access_words: formatAccess(record, item),
      archive_url: archiveAddress(item.url, item.published),
      visit: visit ? makeVisit(visit) : null,
      visit_words:
        item.access === "direct" ? deriveCheck(record, item.id).words : null,
    };
  },
});
