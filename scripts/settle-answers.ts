import { judgeAnswer, nextQuestion } from "../src/entries/begin-entry.ts";
import type { Answers, Question } from "../src/entries/question.ts";
import type { AgreementRecord } from "../src/model/index.ts";
import type { ContentFiles } from "../src/model/load.ts";
import { Stopped } from "./read-flags.ts";
import type { Asked } from "./new-flags.ts";
import { formatRefusal } from "./read-answers.ts";
import type { Asker } from "./read-answers.ts";

/**
 * Every answer that an entry needs: from flags, then from the asker, or with `--yes` from the defaults. Stops with
 * all that is wrong with the flags at once, and with all that is missing.
 */
export async function settleAnswers(
  { kind, flags, yes }: Asked,
  record: AgreementRecord,
  files: ContentFiles,
  asker: Asker,
): Promise<Answers> {
  const answers: Answers = { ...flags };
  const judge = (question: Question, answer: string) =>
    judgeAnswer(kind, question, record, files, answers, answer);
  const refused = kind.questions.flatMap((question) => {
    const given = flags[question.key];
    const refusal = given === undefined ? undefined : judge(question, given);
    return refusal ? [formatRefusal(refusal)] : [];
  });
  if (refused.length > 0) throw new Stopped(refused.join("\n"));
  const missing: string[] = [];
  for (;;) {
    const question = nextQuestion(kind, record, answers);
    if (!question) break;
    const answer = yes
      ? question.fallback?.(record, answers)
      : await asker.ask(question, record, answers, (one) =>
          judge(question, one),
        );
    const refusal =
      answer === undefined || missing.length > 0
        ? undefined
        : judge(question, answer);
    if (refusal) throw new Stopped(formatRefusal(refusal));
    answers[question.key] = answer ?? "";
    if (answer !== undefined) continue;
    missing.push(
      `Unexpected absence of \`--${question.key}\`, expected ${question.words}`,
    );
    if (!yes) break;
  }
  if (missing.length > 0)
    throw new Stopped(`${missing.join("\n")}\nNothing was written.`);
  return answers;
}
