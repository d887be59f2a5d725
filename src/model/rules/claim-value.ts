import type { Finding, Rule } from "../rule.ts";

/**
 * A claim has a cell text, unless its effect says it all; and only a leading claim has an effect.
 * Wrong: `effect: unchanged` together with `value: "Through 2032"`.
 */
export const claimValue: Rule = (record) =>
  record.claims.flatMap((claim): Finding[] => {
    const wordless =
      claim.effect === "unchanged" || claim.effect === "not-restated";
    if (claim.effect && !(claim.term && claim.version)) {
      return [
        {
          on: claim,
          path: ["effect"],
          message: `Unexpected effect \`${claim.effect}\`, expected it only with \`term\` and \`version\``,
        },
      ];
    }
    if (claim.version && !claim.term) {
      return [
        {
          on: claim,
          path: ["version"],
          message: `Unexpected version \`${claim.version}\` without a term, expected both or neither`,
          hint: "add `term:`, or remove `version:` to make it context",
        },
      ];
    }
    if (!claim.value && !wordless) {
      return [
        {
          on: claim,
          path: ["id"],
          message: `Unexpected claim \`${claim.id}\` without a value, expected its cell text`,
          hint: 'value: "at most 60 characters"',
        },
      ];
    }
    if (claim.value && wordless) {
      return [
        {
          on: claim,
          path: ["value"],
          message: `Unexpected value beside effect \`${claim.effect}\`, expected none: the cell's words are derived`,
          hint: "remove the value, or use `effect: restates`",
        },
      ];
    }
    return [];
  });
