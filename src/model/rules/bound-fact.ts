import type { Finding, Rule } from "../rule.ts";

const FACT =
  /\b(?:19|20)\d\d\b|[$€£]\s?\d[\d.,]*|\b\d[\d.,]*\s?(?:%|percent|per cent|billion|million|gigawatts?|GW)/u;

/** Years, amounts and percentages in prose come from the record, through an embed. Wrong: `In 2025 …`, `$250 billion`. */
export const boundFact: Rule = (record) =>
  record.explainers.flatMap((explainer) =>
    explainer.prose.flatMap((prose): Finding[] => {
      const match = FACT.exec(prose.text);
      if (!match) return [];
      return [
        {
          on: prose as Finding["on"],
          message: `Unexpected \`${match[0]}\` in prose, expected an embed that takes it from the record`,
          hint: `<Value of="CLAIM" words="${match[0]}" /> or <Date of="CLAIM" />`,
        },
      ];
    }),
  );
