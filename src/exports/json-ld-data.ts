import type { DataCatalog, DataDownload, Dataset } from "schema-dts";
import { deriveEdition } from "../derive/edition.ts";
import { deriveTable } from "../derive/table.ts";
import type { Table } from "../derive/table.ts";
import { compareDates } from "../model/partial-date.ts";
import type { AgreementRecord } from "../model/record.ts";
import type { TableSpec } from "../model/table-spec.ts";
import { RECORD_FILES } from "./data-files.ts";
import type { Thing } from "./json-ld.ts";
import { LICENCE } from "./licence.ts";
import { markdownPath } from "./markdown/page.ts";

/** The page on which the whole record is described. */
export const DATA_PAGE = "/data/";

/** From the earliest date a table speaks of, or its sources were published on, to the record's day. */
function coverageOf(record: AgreementRecord, table: Table): string {
  const cells = table.rows.flatMap((row) => row.cells);
  const claims = cells.flatMap((cell) =>
    cell.claimIds.map((id) => record.byId.claims.get(id)?.valid_from),
  );
  const sources = cells.flatMap((cell) =>
    cell.sourceIds.map((id) => record.byId.sources.get(id)?.published),
  );
  const dates = [claims, sources]
    .map((found) => found.filter((date) => date !== undefined))
    .find((found) => found.length > 0);
  const { as_of } = record.site;
  const first = dates?.sort(compareDates)[0];
  return first && compareDates(first, as_of) < 0 ? `${first}/${as_of}` : as_of;
}

/** What every set of data says of its maker, its edition and its licence. */
function sharedOf(record: AgreementRecord) {
  const { site } = record;
  const maker = {
    "@type": "Organization",
    name: site.publisher,
    url: `${site.address}/`,
  } as const;
  return {
    creator: maker,
    publisher: maker,
    license: LICENCE.url,
    isAccessibleForFree: true,
    inLanguage: site.language,
    version: deriveEdition(record).name,
    dateModified: site.as_of,
  };
}

/** The record as a whole, by its identity: where it is described. */
const recordId = ({ site }: AgreementRecord) =>
  `${site.address}${DATA_PAGE}#record`;

function download(
  record: AgreementRecord,
  path: string,
  type: string,
  name: string,
) {
  return {
    "@type": "DataDownload",
    name,
    contentUrl: `${record.site.address}${path}`,
    encodingFormat: type,
  } satisfies DataDownload;
}

/** A table as a set of data, with the files that hold it. */
export function deriveTableThing(
  record: AgreementRecord,
  spec: TableSpec,
  about: { url: string; description: string; name: string },
): Thing {
  const file = `/data/tables/${spec.id}`;
  return {
    "@type": "Dataset",
    "@id": about.url,
    ...about,
    ...sharedOf(record),
    temporalCoverage: coverageOf(record, deriveTable(record, spec)),
    isPartOf: { "@id": recordId(record) },
    distribution: [
      download(record, `${file}.json`, "application/json", "JSON"),
      download(record, `${file}.csv`, "text/csv", "CSV"),
      download(
        record,
        markdownPath(`/tables/${spec.id}/`),
        "text/markdown",
        "Markdown",
      ),
    ],
  } satisfies Dataset;
}

/** The whole record as a set of data, and the catalogue that it is in. */
export function deriveRecordThings(
  record: AgreementRecord,
  about: { url: string; description: string },
): Thing[] {
  const { site, timeline, topics } = record;
  const shared = sharedOf(record);
  const first = timeline[0]?.date;
  const catalogue = about.url;
  return [
    {
      "@type": "DataCatalog",
      "@id": catalogue,
      ...about,
      name: site.name,
      inLanguage: site.language,
      publisher: shared.publisher,
      license: shared.license,
      dataset: { "@id": recordId(record) },
    } satisfies DataCatalog,
    {
      "@type": "Dataset",
      "@id": recordId(record),
      url: catalogue,
      name: `${site.name}: ${site.tagline}`,
      description: `The dated, sourced record of ${site.subject}: ${record.claims.length} claims, ${record.sources.length} sources, ${record.versions.length} versions and ${record.terms.length} terms, each with an address.`,
      ...shared,
      keywords: topics.map(({ title }) => title),
      temporalCoverage: first ? `${first}/${site.as_of}` : site.as_of,
      includedInDataCatalog: { "@id": catalogue },
      distribution: [
        ...RECORD_FILES.map(({ path, type, title }) =>
          download(record, path, type, title),
        ),
        download(
          record,
          "/data/claims/index.csv",
          "text/csv",
          "Every claim as CSV",
        ),
      ],
    } satisfies Dataset,
  ];
}
