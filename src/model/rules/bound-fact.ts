import type { Finding, Rule } from "../rule.ts";

const FACT =
  /\b(?:19|20)\d\d\b|[$€£]\s?\d(?:[\d.,]*\d)?(?:\s(?:million|billion|trillion))?|\b\d(?:[\d.,]*\d)?\s?(?:%|percent|per cent|million|billion|trillion|gigawatts?|GW)/gu;

/** Years, amounts and percentages in prose come from the record, through an embed. Wrong: `In 2025 …`, `$250 billion`. */
export const boundFact: Rule = (record) =>
  record.explainers.flatMap((explainer) =>
    explainer.prose.flatMap((prose): Finding[] => {
      const facts = [...prose.text.matchAll(FACT)].map(([fact]) => fact);
      return facts.map((fact, index) => ({
        on: prose as Finding["on"],
        item: `${explainer.id}#${fact}`,
        path: [fact, facts.slice(0, index).filter((f) => f === fact).length],
        message: `Unexpected \`${fact}\` in prose, expected an embed that takes it from the record`,
        hint: `<Value of="CLAIM" words="${fact}" /> or <Date of="CLAIM" />`,
      }));
    }),
  );
