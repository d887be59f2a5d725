import type { Prose } from "../explainer.ts";
import type { AgreementRecord } from "../record.ts";
import type { Finding, Rule } from "../rule.ts";

/** Words that say how a term stands for a party. */
const STATUS = [
  "barred",
  "cannot",
  "binding",
  "bound",
  "entitled",
  "exclusive",
  "expired",
  "ended",
  "free to",
  "has to",
  "have to",
  "holds",
  "in force",
  "may",
  "must",
  "obliged",
  "owes",
  "owns",
  "permitted",
  "prohibited",
  "required",
].join("|");

/** Verbs that say how a term stands by what follows them: fine where that comes at once through an embed. */
const VERBS = [
  "keeps",
  "pays?",
  "receives",
  "remains?",
  "retains?",
  "stays",
].join("|");

const kebab = (words: string) =>
  words.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "-");

/** What prose calls a party, a product or a channel: its name, its short form in parentheses, the words that make its id. */
function namesOf({ id, name }: { id: string; name: string }): string[] {
  const [, long = name, short] = /^(.*?)\s*(?:\((.*)\))?$/u.exec(name) ?? [];
  const words = long.split(/\s+/u);
  const own = words.flatMap((_, from) =>
    words
      .map((_, to) => words.slice(from, to + 1).join(" "))
      .filter((part) => kebab(part) === id),
  );
  return [long, ...(short ? [short] : []), ...own];
}

/** A name, at most two words, and a status; or a status, a preposition and the name. */
function patternOf({
  parties,
  products,
  channels,
}: AgreementRecord): RegExp | undefined {
  const named = [...parties, ...products, ...channels].flatMap(namesOf);
  const names = [...new Set(named)]
    .sort((a, b) => b.length - a.length)
    .map((name) => name.replace(/[\\^$.*+?()[\]{}|/]/gu, "\\$&"))
    .join("|");
  if (names === "") return undefined;
  const whole = (words: string) =>
    `(?<![\\p{L}\\p{N}])(?:${words})(?![\\p{L}\\p{N}])`;
  const before = `${whole(names)}(?:['’]s)?(?:\\s+[\\p{L}'’]+){0,2}?\\s+`;
  return new RegExp(
    `${before}(?:${whole(STATUS)}|(?<verb>${whole(VERBS)}))|${whole(STATUS)}\\s+(?:to|for|on|with|by)\\s+${whole(names)}`,
    "gu",
  );
}

/** What prose says of a name by itself. A verb that ends its run, at most two words before an embed, leaves it to that. */
function findStatuses(pattern: RegExp, { text, intoFact }: Prose): string[] {
  return [...text.matchAll(pattern)]
    .filter(({ index, 0: words, groups }) => {
      const rest = text.slice(index + words.length);
      return !(
        groups?.["verb"] &&
        intoFact &&
        /^(?:\s+[\p{L}'’]+){0,2}\s*$/u.test(rest)
      );
    })
    .map(([words]) => words);
}

/**
 * What a party may, must, owns, pays or holds stands on a claim, so the words stand in its embed; so does how a
 * product or channel stands. Left to the editor: verbs that mostly tell a story (`can`, `sells`, `gets`, `keep`).
 * Wrong: `Fennick is exclusive on pier 4.`
 */
export const boundStatus: Rule = (record) => {
  const pattern = patternOf(record);
  if (!pattern) return [];
  return record.explainers.flatMap((explainer) =>
    explainer.prose.flatMap((prose): Finding[] => {
      if (!prose.asserts) return [];
      const found = findStatuses(pattern, prose);
      return found.map((words, index) => ({
        on: prose as Finding["on"],
        item: `${explainer.id}#${words.replace(/\s+/gu, " ")}`,
        path: [words, found.slice(0, index).filter((w) => w === words).length],
        message: `Unexpected \`${words.replace(/\s+/gu, " ")}\` in prose, expected a claim that says so`,
        hint: '<Claim id="CLAIM">the words that say so</Claim>',
      }));
    }),
  );
};
