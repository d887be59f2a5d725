import { NOUNS } from "../nouns.ts";
import type { NounName } from "../nouns.ts";
import type { Finding, Rule } from "../rule.ts";

/** An id is an address, so two entries of one noun may not share it: not even in two files. */
export const uniqueId: Rule = (record) => {
  const findings: Finding[] = [];
  for (const name of Object.keys(NOUNS) as NounName[]) {
    const first = new Map<string, object>();
    for (const item of record[name]) {
      const earlier = first.get(item.id);
      if (!earlier) first.set(item.id, item);
      else {
        findings.push({
          on: item,
          path: ["id"],
          message: `Unexpected second entry \`${item.id}\`, expected unique ids`,
          see: { on: earlier, path: ["id"], note: "first used here" },
        });
      }
    }
  }
  return findings;
};
