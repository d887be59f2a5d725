import { listItems } from "../../model/item.ts";
import type { AgreementRecord } from "../../model/record.ts";
import { deriveEdition } from "../../derive/edition.ts";
import { LICENCE } from "../licence.ts";
import { deriveReferences } from "./references.ts";
import type { References } from "./references.ts";

/** The record with the look-ups that all JSON files share, made once. */
export interface JsonSite {
  record: AgreementRecord;
  edition: string;
  licence: string;
  /** Makes a path of the site an absolute address. */
  absolute: (path: string) => string;
  /** Entry → the path of its page, or of its place on one; none for those without. */
  homes: ReadonlyMap<object, string>;
  references: References;
}

export function makeJsonSite(record: AgreementRecord): JsonSite {
  const { address } = record.site;
  return {
    record,
    edition: deriveEdition(record).name,
    licence: LICENCE.url,
    absolute: (path) => `${address}${path}`,
    homes: new Map(listItems(record).map(({ entry, home }) => [entry, home])),
    references: deriveReferences(record),
  };
}
