import { z } from "zod";

/** The keys a schema allows at `path` inside `value`, for the report on an unknown key. */
export function keysAt(
  schema: z.ZodType,
  path: readonly PropertyKey[],
  value: unknown,
): string[] {
  let here: unknown = schema;
  let input = value;
  for (const step of [...path, undefined]) {
    while (here instanceof z.ZodOptional || here instanceof z.ZodNullable)
      here = here.unwrap();
    if (here instanceof z.ZodDiscriminatedUnion) {
      const kind = (input as { [key: string]: unknown } | null)?.[
        here.def.discriminator
      ];
      here = (here.options as z.ZodObject[]).find(
        (option) =>
          (
            option.shape[
              (here as z.ZodDiscriminatedUnion).def.discriminator
            ] as z.ZodLiteral
          ).value === kind,
      );
    }
    if (step === undefined) break;
    input = (input as { [key: PropertyKey]: unknown } | null)?.[step];
    if (here instanceof z.ZodArray) here = here.element;
    else if (here instanceof z.ZodObject) here = here.shape[String(step)];
  }
  return here instanceof z.ZodObject ? Object.keys(here.shape) : [];
}
