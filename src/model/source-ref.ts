import { z } from "zod";
import { id, text } from "./id.ts";

/** A source and the place in it; `locator` is at most six of the source's own words (rule locator-words). */
export const sourceRef = z.strictObject({ id, locator: text.optional() });
export type SourceRef = z.infer<typeof sourceRef>;

export const sourceRefs = z.array(sourceRef);
