import type { Finding, Rule } from "../rule.ts";

const MONTH =
  "(?:January|February|March|April|May|June|July|August|September|October|November|December)";
const DAY = String.raw`\d{1,2}(?:st|nd|rd|th)?`;
const FIGURE = String.raw`\d(?:[\d.,]*\d)?`;
const UNIT = String.raw`(?:%|(?:percent|per\scent|million|billion|trillion|gigawatts?|GW)\b)`;
const SHORT = "(?:bn|tn|mn|m)";
const CURRENCY = "(?:USD|EUR|GBP)";
const COUNT =
  "(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand)";
const PART = "(?:third|fifth|sixth|seventh|eighth|ninth|tenth)";

/** Each way in which prose states a day, an amount or a share by itself. */
const FACTS = [
  String.raw`\b${DAY}\s(?:of\s)?${MONTH}\b(?:\s\d{4}\b)?`,
  String.raw`\b${MONTH}\s${DAY}\b(?:,\s\d{4}\b)?`,
  String.raw`\b(?:19|20)\d\d\b`,
  String.raw`(?:[$€£]|\b${CURRENCY})\s?${FIGURE}(?:\s?${SHORT}\b|\s(?:million|billion|trillion))?`,
  String.raw`\b${FIGURE}\s?${UNIT}`,
  // `9 m` is a length; `9m` and `9 bn` are amounts.
  String.raw`\b${FIGURE}(?:m|\s?(?:bn|tn|mn|${CURRENCY}))\b`,
  String.raw`\b(?i:(?:half\s)?an?|${COUNT}(?:[-\s](?:and\s)?${COUNT})*)\s${UNIT}`,
  // `A third` may be one of several things and `a quarter` three months: they are shares where more words say so.
  String.raw`\b(?i:an?|${COUNT})[-\s](?:half|${PART})(?=\s(?:of|to|from|more|less)\b|[.,;:)!?])`,
  String.raw`\b(?i:${COUNT})[-\s](?:halves|${PART}s)\b`,
  String.raw`\b(?i:half|(?:an?|${COUNT})[-\s]quarters?)(?=\sof\b)`,
];
const FACT = new RegExp(FACTS.join("|"), "gu");

/**
 * Days, amounts and shares in prose come from the record, through an embed.
 * Wrong: `In 2025 …`, `$250 billion`, `on 27 April`, `twenty-seven percent`, `a fifth of its revenue`.
 */
export const boundFact: Rule = (record) =>
  record.explainers.flatMap((explainer) =>
    explainer.prose.flatMap((prose): Finding[] => {
      const facts = [...prose.text.matchAll(FACT)].map(([fact]) => fact);
      return facts.map((fact, index) => {
        const words = fact.replace(/\s+/gu, " ");
        return {
          on: prose as Finding["on"],
          item: `${explainer.id}#${words}`,
          path: [fact, facts.slice(0, index).filter((f) => f === fact).length],
          message: `Unexpected \`${words}\` in prose, expected an embed that takes it from the record`,
          hint: `<Value of="CLAIM" words="${words}" /> or <Date of="CLAIM" />`,
        };
      });
    }),
  );
