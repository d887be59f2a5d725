import type { Claim } from "../model/claim.ts";
import type { AgreementRecord } from "../model/index.ts";
import { NOUNS } from "../model/nouns.ts";
import type { Rule } from "../model/rule.ts";
import { cellLength } from "../model/rules/cell-length.ts";
import { httpsUrl } from "../model/rules/https-url.ts";
import { locatorWords } from "../model/rules/locator-words.ts";
import type { Source } from "../model/source.ts";
import type { Refusal } from "./question.ts";

const NOTHING = Object.fromEntries(
  Object.keys(NOUNS).map((noun) => [noun, []]),
);

type Judge = (answer: string) => Refusal | undefined;

/** What a rule says to a record of one entry, of which no more is known than what the rule looks at. */
function judgeBy(
  rule: Rule,
  entryOf: (answer: string) => { claim?: object; source?: object },
): Judge {
  return (answer) => {
    const { claim, source } = entryOf(answer);
    const [finding] = rule({
      ...NOTHING,
      claims: claim ? [claim as Claim] : [],
      sources: source ? [source as Source] : [],
    } as Partial<AgreementRecord> as AgreementRecord);
    return finding && { message: finding.message, hint: finding.hint };
  };
}

/** An address that a link may lead to. */
export const judgeUrl = judgeBy(httpsUrl, (url) => ({ source: { url } }));

/** Few enough words to find a passage by. */
export const judgeLocator = judgeBy(locatorWords, (locator) => ({
  claim: { sources: [{ locator }] },
}));

/** Text that fits into a cell. */
export const judgeValue = judgeBy(cellLength, (value) => ({
  claim: { value },
}));
