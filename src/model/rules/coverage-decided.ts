import type { Rule } from "../rule.ts";

/** Who calls a statement wrong or outdated names the claims that decide it. */
export const coverageDecided: Rule = (record) =>
  record.coverage
    .filter(
      (entry) =>
        (entry.judged === "wrong" || entry.judged === "outdated") &&
        entry.claims.length === 0,
    )
    .map((entry) => ({
      on: entry,
      path: ["claims"],
      message: `Unexpected verdict \`${entry.judged}\` without claims, expected those that decide it`,
      hint: "claims: [id-of-a-claim]",
    }));
