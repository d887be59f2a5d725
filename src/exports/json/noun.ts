import { z } from "zod";
import { homeOf } from "../../model/item.ts";
import type { AgreementRecord } from "../../model/record.ts";
import { envelopeShape } from "./envelope.ts";
import type { JsonFile, JsonKind } from "./envelope.ts";
import type { JsonSite } from "./json-site.ts";
import { headShape, idsShape } from "./parts.ts";
import { fieldsOfReferences, referencesTo } from "./references.ts";
import type { Referred } from "./references.ts";

/** A noun as programs get it: the list of all, and a file for each. */
export interface JsonNoun {
  /** Its folder below `/data/`, and its name in the whole record. */
  folder: string;
  field: string;
  /** The shape of an entry as the list and the whole record hold it. */
  entry: z.ZodType;
  kinds: JsonKind[];
  itemsOf: (record: AgreementRecord) => { id: string }[];
  /** Every entry, as the list and the whole record hold it. */
  makeEntries: (site: JsonSite) => object[];
  /** The list first, then each item. */
  listFiles: (site: JsonSite) => Iterable<JsonFile>;
}

type Head = { id: string; url: string; json_url: string };

/** Declares a noun. Its shape is at once the type of what makes its values, so that the two cannot differ. */
export function defineNoun<
  N extends Referred,
  E extends z.ZodRawShape,
  D extends z.ZodRawShape,
>(noun: {
  name: N;
  folder: string;
  /** One of them, as schemas and sentences call it. */
  one: string;
  about: string;
  /** What an editor wrote. */
  entry: E;
  makeEntry: (
    item: AgreementRecord[N][number],
    site: JsonSite,
  ) => z.infer<z.ZodObject<E, z.core.$strict>>;
  /** What follows from it and the rest of the record. */
  derived: D;
  derive: (
    item: AgreementRecord[N][number],
    site: JsonSite,
  ) => z.infer<z.ZodObject<D, z.core.$strict>>;
}): JsonNoun {
  const { name, folder, one } = noun;
  const schema = one.replaceAll(" ", "-");
  const list = `${folder}-index`;
  const entry = z
    .strictObject({ ...headShape, ...noun.entry })
    .meta({ id: schema, description: noun.about });
  const fields = fieldsOfReferences(name);
  const usedBy = z
    .strictObject(Object.fromEntries(fields.map((field) => [field, idsShape])))
    .describe("The ids of what refers to it, by kind.");
  const derived = z
    .strictObject(noun.derived)
    .describe("What follows from it and the rest of the record.");
  const hasDerived = Object.keys(noun.derived).length > 0;
  type Item = AgreementRecord[N][number] & { id: string };
  const itemsOf = (record: AgreementRecord) => record[name] as Item[];
  const jsonPath = (id: string) => `/data/${folder}/${id}.json`;
  const makeEntry = (item: Item, site: JsonSite) => {
    const json = jsonPath(item.id);
    const head: Head = {
      id: item.id,
      url: site.absolute(homeOf(name, item) ?? json),
      json_url: site.absolute(json),
    };
    return { ...head, ...noun.makeEntry(item, site) };
  };
  const makeEntries = (site: JsonSite) =>
    itemsOf(site.record).map((item) => makeEntry(item, site));
  return {
    folder,
    field: folder.replaceAll("-", "_"),
    entry,
    kinds: [
      {
        name: list,
        about: `Every ${one} of the record, in its order`,
        shape: z.strictObject({ ...envelopeShape, items: z.array(entry) }),
      },
      {
        name: schema,
        about: [
          `One ${one}`,
          hasDerived && "what follows from it",
          fields.length > 0 && "what refers to it",
        ]
          .filter(Boolean)
          .join(", with "),
        shape: z.strictObject({
          ...envelopeShape,
          item: entry,
          ...(hasDerived ? { derived } : {}),
          ...(fields.length > 0 ? { used_by: usedBy } : {}),
        }),
      },
    ],
    itemsOf,
    makeEntries,
    *listFiles(site) {
      yield {
        path: `/data/${folder}/index.json`,
        schema: list,
        make: () => ({ items: makeEntries(site) }),
      };
      for (const item of itemsOf(site.record))
        yield {
          path: jsonPath(item.id),
          schema,
          make: () => ({
            item: makeEntry(item, site),
            ...(hasDerived ? { derived: noun.derive(item, site) } : {}),
            ...(fields.length > 0
              ? { used_by: referencesTo(site.references, name, item.id) }
              : {}),
          }),
        };
    },
  };
}

/** For nouns of which nothing is derived but who refers to them. */
export const NOTHING_DERIVED = {
  derived: {},
  derive: () => ({}),
};
