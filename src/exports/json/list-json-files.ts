import type { AgreementRecord } from "../../model/record.ts";
import type { ExportFile } from "../list-exports.ts";
import { listAsOfFiles } from "./as-of.ts";
import { listCompareFiles } from "./compare.ts";
import { formatJsonFile } from "./envelope.ts";
import type { JsonFile } from "./envelope.ts";
import { listSchemaFiles } from "./json-schemas.ts";
import { makeJsonSite } from "./json-site.ts";
import type { JsonSite } from "./json-site.ts";
import { JSON_NOUNS } from "./nouns.ts";
import { recordFile } from "./whole-record.ts";

function* listFiles(site: JsonSite): Iterable<JsonFile> {
  yield recordFile(site);
  for (const noun of JSON_NOUNS) yield* noun.listFiles(site);
  yield* listCompareFiles(site);
  yield* listAsOfFiles(site);
}

/** The record as JSON, and the schemas of all that. */
export function* listJsonFiles(record: AgreementRecord): Iterable<ExportFile> {
  const site = makeJsonSite(record);
  for (const file of listFiles(site))
    yield [file.path.slice(1), () => formatJsonFile(site, file)];
  for (const [path, make] of listSchemaFiles(record.site.address))
    yield [path.slice(1), () => `${JSON.stringify(make())}\n`];
}
