import type { Finding, Rule } from "../rule.ts";
import type { Version } from "../version.ts";

/**
 * Versions have different dates: a page about a day, and every redline, needs to know which came first.
 * Wrong: two versions with `date: "2025-10-28"`. What was signed on one day is one version.
 */
export const versionDate: Rule = (record) => {
  const first = new Map<string, Version>();
  const findings: Finding[] = [];
  for (const version of record.versions) {
    const earlier = first.get(version.date);
    if (!earlier) first.set(version.date, version);
    else {
      findings.push({
        on: version,
        path: ["date"],
        message: `Unexpected second version of ${version.date}, expected another date than that of \`${earlier.id}\``,
        hint: "give the more precise date, or make the two one version",
        see: { on: earlier, path: ["date"], note: "the first is here" },
      });
    }
  }
  return findings;
};
