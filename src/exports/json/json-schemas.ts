import { z } from "zod";
import { AS_OF_KINDS } from "./as-of.ts";
import { COMPARE_KINDS } from "./compare.ts";
import { schemaPath } from "./envelope.ts";
import type { JsonKind } from "./envelope.ts";
import { JSON_NOUNS } from "./nouns.ts";
import { RECORD_KIND } from "./whole-record.ts";

/** Every kind of file that a schema describes. */
export const JSON_KINDS: JsonKind[] = [
  RECORD_KIND,
  ...JSON_NOUNS.flatMap(({ kinds }) => kinds),
  ...COMPARE_KINDS,
  ...AS_OF_KINDS,
];

/** The JSON Schema of a kind (2020-12); it holds all that it refers to. */
function makeSchema(address: string, { name, about, shape }: JsonKind): object {
  const { $schema, ...rest } = z.toJSONSchema(shape);
  return {
    $schema,
    $id: `${address}${schemaPath(name)}`,
    title: about,
    ...rest,
  };
}

export function* listSchemaFiles(
  address: string,
): Iterable<[path: string, make: () => object]> {
  for (const kind of JSON_KINDS)
    yield [schemaPath(kind.name), () => makeSchema(address, kind)];
}
