import { z } from "zod";
import { deriveEdition } from "../../derive/edition.ts";
import { envelopeShape, makeEnvelope } from "./envelope.ts";
import type { JsonFile, JsonKind } from "./envelope.ts";
import type { JsonSite } from "./json-site.ts";
import { JSON_NOUNS } from "./nouns.ts";
import { addressShape, idShape, idsShape } from "./parts.ts";

const aboutShape = z
  .strictObject({
    url: addressShape,
    name: z.string(),
    tagline: z.string(),
    subject: z.string().describe("What the record is about, after “about”."),
    language: z.string().describe("A tag, such as `en` (BCP 47)."),
    publisher: z.string(),
    report_url: z
      .string()
      .nullable()
      .describe("Where a mistake can be reported: https: or mailto:."),
    headline_term_ids: idsShape,
    audiences: z.array(
      z.strictObject({ id: idShape, name: z.string(), url: addressShape }),
    ),
  })
  .describe("The site, and what it is about.");

export const RECORD_KIND: JsonKind = {
  name: "record",
  about: "The whole record: everything that editors wrote, noun by noun",
  shape: z.strictObject({
    ...envelopeShape,
    content_sha256: z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .describe("The hash of the content, of which the edition names a part."),
    site: aboutShape,
    ...Object.fromEntries(
      JSON_NOUNS.map(({ field, entry }) => [field, z.array(entry)]),
    ),
  }),
};

/** `entries`: the nouns, in their order. */
export function makeRecordFile(site: JsonSite, entries: object[][]): JsonFile {
  const { record } = site;
  const about: z.infer<typeof aboutShape> = {
    url: site.absolute("/"),
    name: record.site.name,
    tagline: record.site.tagline,
    subject: record.site.subject,
    language: record.site.language,
    publisher: record.site.publisher,
    report_url: record.site.report ?? null,
    headline_term_ids: record.site.headline_terms,
    audiences: record.site.audiences.map(({ id, name, page }) => ({
      id,
      name,
      url: site.absolute(`/${page}/`),
    })),
  };
  return {
    path: "/data/record.json",
    schema: RECORD_KIND.name,
    value: {
      ...makeEnvelope(site, RECORD_KIND.name),
      content_sha256: deriveEdition(record).sha256,
      site: about,
      ...Object.fromEntries(
        JSON_NOUNS.map(({ field }, at) => [field, entries[at]!]),
      ),
    },
  };
}
