import { deriveEdition } from "../../derive/edition.ts";
import type { AgreementRecord } from "../../model/record.ts";
import { listFeeds } from "../feeds.ts";
import { LICENCE } from "../licence.ts";
import { LLMS_FULL_FILE } from "../llms.ts";
import { markdownPath } from "../markdown/page.ts";
import { listPages } from "../sitemap.ts";
import { groupEndpoints } from "./endpoints.ts";
import type { Endpoint } from "./endpoints.ts";

export const OPENAPI_PATH = "/data/openapi.json";

/** The version of the shapes and addresses; what is published under them is told apart by editions. */
const VERSION = "1.0.0";

/** Up to this many values an open place lists all; above it, the list of the noun does. */
const MAX_LISTED = 60;

const MEDIA: { [ending: string]: string } = {
  json: "application/json",
  csv: "text/csv",
  md: "text/markdown",
  txt: "text/plain",
  xml: "application/xml",
  ics: "text/calendar",
  zip: "application/zip",
  bib: "application/x-bibtex",
  ris: "application/x-research-info-systems",
};

const TAGS: { [tag: string]: string } = {
  JSON: "The record, every noun, table, redline and day, with JSON Schemas.",
  CSV: "Tables and nouns for spreadsheets, with what their columns mean.",
  Markdown: "The text of every page.",
  "Feeds and calendars": "What changed, and which dates matter.",
  References: "How to cite every page and cell.",
  Embeds: "How to show a page inside another site.",
  "The site": "What the site consists of.",
};

const PLACES: { [place: string]: string } = {
  id: "The id of the item.",
  page: "The page: the part of its address between the slashes; `index` is the first page.",
  from: "The id of the earlier version.",
  to: "The id of the later version.",
  name: "The name of the schema.",
};

/** Files for programs that are written by other steps of the build than the exports. */
function listOtherFiles(record: AgreementRecord): string[] {
  return [
    OPENAPI_PATH,
    "/permalinks.json",
    "/edition.json",
    "/sitemap.xml",
    ...listFeeds(record).map(({ path }) => path),
    `/${LLMS_FULL_FILE}`,
    ...listPages(record).map(markdownPath),
  ];
}

/** `/data/terms/{id}.json` → `dataTermsIdJson`. */
function nameOperation(template: string): string {
  const words = template.split(/[^a-z0-9]+/i).filter(Boolean);
  return words
    .map((word, at) =>
      at === 0 ? word : `${word[0]!.toUpperCase()}${word.slice(1)}`,
    )
    .join("");
}

function describePlace(place: string, { fillings }: Endpoint): object {
  const values = [...new Set(fillings.map((filling) => filling[place]!))];
  return {
    name: place,
    in: "path",
    required: true,
    description: PLACES[place],
    schema: {
      type: "string",
      ...(values.length <= MAX_LISTED ? { enum: values } : {}),
    },
    example: values[0],
  };
}

function describeEndpoint(endpoint: Endpoint): object {
  const { template, tag, summary, schema, fillings } = endpoint;
  const media = MEDIA[template.split(".").at(-1)!]!;
  const shape = schema
    ? { $ref: `schema/${schema}.json` }
    : media === "application/json"
      ? { type: ["object", "array"] }
      : media === "application/zip"
        ? undefined
        : { type: "string" };
  const places = Object.keys(fillings[0]!);
  return {
    get: {
      operationId: nameOperation(template),
      summary,
      tags: [tag],
      ...(places.length > 0
        ? { parameters: places.map((place) => describePlace(place, endpoint)) }
        : {}),
      responses: {
        200: {
          description: summary,
          content: { [media]: shape ? { schema: shape } : {} },
        },
        ...(places.length > 0
          ? { 404: { description: "There is no such file." } }
          : {}),
      },
    },
  };
}

/**
 * Describes the files for programs that there are (OpenAPI 3.1). `paths`: those of the exports, with a slash in
 * front, so that the description never tells of what is not there.
 */
export function makeOpenApi(
  record: AgreementRecord,
  paths: Iterable<string>,
): object {
  const { site } = record;
  const endpoints = groupEndpoints([...listOtherFiles(record), ...paths]).sort(
    (a, b) => (a.template < b.template ? -1 : 1),
  );
  const used = new Set(endpoints.map(({ tag }) => tag));
  return {
    openapi: "3.1.0",
    info: {
      title: site.name,
      summary: site.tagline,
      description: `Static files; nothing is asked of a visitor, and nothing changes but with an edition. This describes: ${deriveEdition(record).words}.`,
      version: VERSION,
      license: LICENCE,
      contact: { name: site.publisher, url: `${site.address}/` },
    },
    servers: [{ url: site.address }],
    security: [],
    tags: Object.entries(TAGS)
      .filter(([tag]) => used.has(tag))
      .map(([name, description]) => ({ name, description })),
    paths: Object.fromEntries(
      endpoints.map((endpoint) => [
        endpoint.template,
        describeEndpoint(endpoint),
      ]),
    ),
  };
}

export function formatOpenApi(
  record: AgreementRecord,
  paths: Iterable<string>,
): string {
  return `${JSON.stringify(makeOpenApi(record, paths))}\n`;
}
