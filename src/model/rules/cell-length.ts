import type { Rule } from "../rule.ts";

export const MAX_CELL = 60;

/** A cell is read at a glance. Longer text belongs into `statement` or `reading`. */
export const cellLength: Rule = (record) =>
  [...record.claims, ...record.impacts].flatMap((item) => {
    const length = [...(item.value ?? "")].length;
    if (length <= MAX_CELL) return [];
    return [
      {
        on: item,
        path: ["value"],
        message: `Unexpected cell text of ${length} characters, expected at most ${MAX_CELL}`,
        hint: `say the rest in \`${"reading" in item ? "reading" : "statement"}\``,
      },
    ];
  });
