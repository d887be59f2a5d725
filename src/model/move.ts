import { z } from "zod";
import { id, text } from "./id.ts";
import { partialDate } from "./partial-date.ts";

/** An address of the site as an editor writes it: `/terms/rent/`, `/start/#who-pays`. */
const address = z
  .string()
  .regex(/^\/(?:(?!\.+\/)[a-z0-9.-]+\/)*(?:#[^\s\p{Cc}\p{Cf}]+)?$/u, {
    error: "an address such as `/terms/rent/` or `/start/#who-pays`",
  });

/**
 * Where an address went. Of an item's own page or entry, it is the item that was renamed (one address under `to`),
 * split (several) or retired (none), and every address made from its id follows. An address that leads to itself
 * still stands for the same item, under other words.
 */
export const move = z.strictObject({
  id,
  date: partialDate,
  from: address,
  to: z.array(address),
  why: text,
});
export type Move = z.infer<typeof move>;

/** The id that addresses are made from, in an item's own address: `/terms/rent/` → `rent`, `/deals/#a` → `a`. */
export function idOfAddress(address: string): string {
  return address.split(/[/#]/).filter(Boolean).at(-1) ?? "";
}

/** The lines for `moves.yaml` that say where an address went; `to` may be words for the editor. */
export function linesOfMove(name: string, from: string, to: string): string[] {
  return [
    `- id: ${name}`,
    '  date: "<the day>"',
    `  from: "${from}"`,
    `  to: ["${to}"]`,
    '  why: "<one sentence for readers>"',
  ];
}
