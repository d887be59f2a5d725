import type { AgreementRecord } from "../../model/record.ts";
import { deriveEdition } from "../../derive/edition.ts";
import { LICENCE } from "../licence.ts";
import { deriveReferences } from "./references.ts";
import type { References } from "./references.ts";

/** The record with what all JSON files share. */
export interface JsonSite {
  record: AgreementRecord;
  edition: string;
  licence: string;
  /** Makes a path of the site an absolute address. */
  absolute: (path: string) => string;
  references: References;
}

export function makeJsonSite(record: AgreementRecord): JsonSite {
  const { address } = record.site;
  return {
    record,
    edition: deriveEdition(record).name,
    licence: LICENCE.url,
    absolute: (path) => `${address}${path}`,
    references: deriveReferences(record),
  };
}
