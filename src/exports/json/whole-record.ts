import { z } from "zod";
import { deriveEdition } from "../../derive/edition.ts";
import { envelopeShape } from "./envelope.ts";
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

function makeAbout({ record, absolute }: JsonSite): z.infer<typeof aboutShape> {
  return {
    url: absolute("/"),
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
      url: absolute(`/${page}/`),
    })),
  };
}

export function recordFile(site: JsonSite): JsonFile {
  return {
    path: "/data/record.json",
    schema: RECORD_KIND.name,
    make: () => ({
      content_sha256: deriveEdition(site.record).sha256,
      site: makeAbout(site),
      ...Object.fromEntries(
        JSON_NOUNS.map(({ field, makeEntries }) => [field, makeEntries(site)]),
      ),
    }),
  };
}
