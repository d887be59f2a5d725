import type { AgreementRecord } from "../record.ts";
import type { Finding, Rule } from "../rule.ts";

/** Words that say how a term stands for a party. */
const STATUS = [
  "barred",
  "binding",
  "bound",
  "entitled",
  "exclusive",
  "expired",
  "ended",
  "holds",
  "in force",
  "may",
  "must",
  "obliged",
  "owns",
].join("|");

const kebab = (words: string) =>
  words.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "-");

/** What prose calls a party: its name, its short form in parentheses, and the words of it that make its id. */
function namesOf({ id, name }: { id: string; name: string }): string[] {
  const [, long = name, short] = /^(.*?)\s*(?:\((.*)\))?$/u.exec(name) ?? [];
  const words = long.split(/\s+/u);
  const own = words
    .map((_, index) => words.slice(0, index + 1).join(" "))
    .filter((start) => kebab(start) === id);
  return [long, ...(short ? [short] : []), ...own];
}

/** A party's name, at most two words, and a status; or a status, a preposition and the name. */
function patternOf(record: AgreementRecord): RegExp | undefined {
  const names = [...new Set(record.parties.flatMap(namesOf))]
    .sort((a, b) => b.length - a.length)
    .map((name) => name.replace(/[\\^$.*+?()[\]{}|/]/gu, "\\$&"))
    .join("|");
  if (names === "") return undefined;
  const party = `(?<![\\p{L}\\p{N}])(?:${names})(?![\\p{L}\\p{N}])`;
  const status = `(?<![\\p{L}\\p{N}])(?:${STATUS})(?![\\p{L}\\p{N}])`;
  return new RegExp(
    `${party}(?:['’]s)?(?:\\s+[\\p{L}'’]+){0,2}?\\s+${status}|${status}\\s+(?:to|for|on|with|by)\\s+${party}`,
    "gu",
  );
}

/**
 * What a party may, must, owns or holds stands on a claim, so the words stand in its embed.
 * Wrong: `Fennick is exclusive on pier 4.`
 */
export const boundStatus: Rule = (record) => {
  const pattern = patternOf(record);
  if (!pattern) return [];
  return record.explainers.flatMap((explainer) =>
    explainer.prose.flatMap((prose): Finding[] => {
      if (!prose.asserts) return [];
      const found = [...prose.text.matchAll(pattern)].map(([words]) => words);
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
