import { z } from "zod";

/** Words that a field takes only if it takes any. */
const ANY = '"><any> words';

/** A text of the content: where it stands in its file, and what its field is called, e.g. `claims.value`. */
export interface Text {
  field: string;
  path: (string | number)[];
}

const bare = (schema: z.ZodType): z.ZodType =>
  schema instanceof z.ZodOptional || schema instanceof z.ZodNullable
    ? bare(schema.unwrap() as z.ZodType)
    : schema;

/** Every text that a schema gives a value, whatever its words; those that may be left out, too. */
export function* textsOf(
  schema: z.ZodType,
  value: unknown,
  { field, path }: Text,
): Generator<Text> {
  const form = bare(schema);
  if (form instanceof z.ZodString) {
    if (form.safeParse(ANY).success) yield { field, path };
  } else if (form instanceof z.ZodArray && Array.isArray(value)) {
    for (const [index, entry] of value.entries())
      yield* textsOf(form.element as z.ZodType, entry, {
        field: `${field}[]`,
        path: [...path, index],
      });
  } else if (form instanceof z.ZodObject) {
    for (const [key, part] of Object.entries(form.shape))
      yield* textsOf(part as z.ZodType, (value as never)?.[key], {
        field: `${field}.${key}`,
        path: [...path, key],
      });
  } else if (form instanceof z.ZodDiscriminatedUnion) {
    const option = (form.options as z.ZodType[]).find(
      (option) => option.safeParse(value).success,
    );
    if (option) yield* textsOf(option, value, { field, path });
  }
}

/** The names of all fields that a schema has for texts, whatever their words. */
export function fieldsOf(schema: z.ZodType, field: string): string[] {
  const form = bare(schema);
  if (form instanceof z.ZodString)
    return form.safeParse(ANY).success ? [field] : [];
  if (form instanceof z.ZodArray)
    return fieldsOf(form.element as z.ZodType, `${field}[]`);
  if (form instanceof z.ZodObject)
    return Object.entries(form.shape).flatMap(([key, part]) =>
      fieldsOf(part as z.ZodType, `${field}.${key}`),
    );
  if (form instanceof z.ZodDiscriminatedUnion)
    return (form.options as z.ZodType[]).flatMap((option) =>
      fieldsOf(option, field),
    );
  return [];
}
