import type { Coverage } from "../coverage.ts";
import { lastDay, firstDay } from "../partial-date.ts";
import type { Rule } from "../rule.ts";

/** Opinions are not right or wrong; what went out of date only after the article was right when it was printed. */
function wasWrong({ judged, true_until, published }: Coverage): boolean {
  if (judged === "outdated" && true_until)
    return lastDay(true_until) <= firstDay(published);
  return judged !== "accurate" && judged !== "outdated" && judged !== "opinion";
}

/**
 * Readers find statements by what they got wrong: who did not hold on the day says so, and no other does.
 * Wrong: `judged: wrong` without `mistake`, or `judged: accurate` with one.
 */
export const coverageMistake: Rule = (record) =>
  record.coverage.flatMap((entry) => {
    const wrong = wasWrong(entry);
    if (wrong === (entry.mistake !== undefined)) return [];
    return wrong
      ? {
          on: entry,
          path: ["judged"],
          message: `Unexpected verdict \`${entry.judged}\` without \`mistake\`, expected what the statement got wrong on its day`,
          hint: "mistake: date",
        }
      : {
          on: entry,
          path: ["mistake"],
          message: `Unexpected mistake \`${entry.mistake}\` in a statement that was not wrong on its day (\`${entry.judged}\`), expected none`,
        };
  });
