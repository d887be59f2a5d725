import type { AgreementRecord } from "../../model/record.ts";
import { makeAsOfFiles } from "./as-of.ts";
import { makeCompareFiles } from "./compare.ts";
import type { JsonFile } from "./envelope.ts";
import { listSchemaFiles } from "./json-schemas.ts";
import { makeJsonSite } from "./json-site.ts";
import { JSON_NOUNS } from "./nouns.ts";
import { makeRecordFile } from "./whole-record.ts";

function* makeFiles(record: AgreementRecord): Iterable<JsonFile> {
  const site = makeJsonSite(record);
  const entries = JSON_NOUNS.map((noun) => noun.makeEntries(site));
  yield makeRecordFile(site, entries);
  for (const [at, noun] of JSON_NOUNS.entries())
    yield* noun.makeFiles(site, entries[at]!);
  yield* makeCompareFiles(site);
  yield* makeAsOfFiles(site);
}

/** The record as JSON, and the schemas of all that: path below the site, without a slash in front → text. */
export function* listJsonFiles(
  record: AgreementRecord,
): Generator<[path: string, text: string]> {
  const write = (path: string, value: object): [string, string] => [
    path.slice(1),
    `${JSON.stringify(value)}\n`,
  ];
  for (const { path, value } of makeFiles(record)) yield write(path, value);
  for (const [path, schema] of listSchemaFiles(record.site.address))
    yield write(path, schema);
}
