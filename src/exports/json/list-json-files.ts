import type { ExportFile, ListFiles } from "../list-exports.ts";
import { listAsOfFiles } from "./as-of.ts";
import { listCompareFiles } from "./compare.ts";
import { formatJsonFile } from "./envelope.ts";
import type { JsonFile } from "./envelope.ts";
import { listSchemaFiles } from "./json-schemas.ts";
import { makeJsonSite } from "./json-site.ts";
import type { JsonSite } from "./json-site.ts";
import { JSON_NOUNS } from "./nouns.ts";
import { recordFile } from "./whole-record.ts";

const LISTS: ((site: JsonSite) => Iterable<JsonFile>)[] = [
  (site) => [recordFile(site)],
  ...JSON_NOUNS.map(({ listFiles }) => listFiles),
  listCompareFiles,
  listAsOfFiles,
];

/** The record as JSON, and the schemas of all that. */
export const JSON_LISTS: ListFiles[] = [
  ...LISTS.map((list): ListFiles => (record) => {
    const site = makeJsonSite(record);
    return [...list(site)].map((file): ExportFile => [
      file.path.slice(1),
      () => formatJsonFile(site, file),
    ]);
  }),
  ({ site }) =>
    [...listSchemaFiles(site.address)].map(([path, make]) => [
      path.slice(1),
      () => `${JSON.stringify(make())}\n`,
    ]),
];
