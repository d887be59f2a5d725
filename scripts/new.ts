import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import {
  beginEntry,
  judgeAnswer,
  nextQuestion,
} from "../src/entries/begin-entry.ts";
import type { Kind } from "../src/entries/kind.ts";
import type { Answers } from "../src/entries/question.ts";
import { checkFiles, formatReport } from "../src/model/index.ts";
import type { Problem } from "../src/model/index.ts";
import { loadFiles } from "../src/model/load.ts";
import { contentFolder } from "./content-folder.ts";
import { readFlags, Stopped } from "./new-flags.ts";
import { createAsker, formatRefusal } from "./read-answers.ts";
import { showEdit } from "./show-edit.ts";

async function run(): Promise<void> {
  const { word, kind, flags, yes, content } = readFlags(process.argv.slice(2));
  const { folder, shownAs } = contentFolder(content);
  const before: Problem[] = [];
  const files = loadFiles(folder, shownAs, before);
  if (files.texts.size === 0) throw new Stopped(formatReport(before));
  const { draft: record, whole } = checkFiles(files, before);
  if (!whole) throw new Stopped(formatReport(before));

  const asker = createAsker();
  try {
    const answers: Answers = { ...flags };
    const judge = (question: Kind["questions"][number], answer: string) =>
      judgeAnswer(kind, question, record, files, answers, answer);
    const refused = kind.questions.flatMap((question) => {
      const refusal =
        flags[question.key] !== undefined &&
        judge(question, flags[question.key]!);
      return refusal ? [formatRefusal(refusal)] : [];
    });
    if (refused.length > 0) throw new Stopped(refused.join("\n"));
    const missing: string[] = [];
    for (;;) {
      const question = nextQuestion(kind, record, answers);
      if (!question) break;
      let answer: string | undefined;
      if (yes) {
        answer = question.fallback?.(record, answers);
        const refusal =
          answer === undefined ? undefined : judge(question, answer);
        if (refusal) throw new Stopped(formatRefusal(refusal));
      } else
        answer = await asker.ask(question, record, answers, (one) =>
          judge(question, one),
        );
      if (answer === undefined)
        missing.push(
          `Unexpected absence of \`--${question.key}\`, expected ${question.words}`,
        );
      if (answer === undefined && !yes) break;
      answers[question.key] = answer ?? "";
    }
    if (missing.length > 0)
      throw new Stopped(`${missing.join("\n")}\nNothing was written.`);

    const { edits, texts, problems } = beginEntry(
      kind,
      record,
      files,
      answers,
      before,
    );
    if (problems.length > 0)
      throw new Stopped(
        `With this entry the record would have problems:\n${formatReport(problems)}\nNothing was written.`,
      );
    for (const edit of edits)
      console.log(
        showEdit(shownAs, files.texts.get(edit.path)?.text ?? "", edit),
      );
    if (!yes && !(await asker.confirm("Write this?")))
      throw new Stopped("Nothing was written.");
    for (const [path, text] of texts) {
      const file = join(folder, path);
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, text, files.texts.has(path) ? {} : { flag: "wx" });
    }
    console.log(`\nThe ${word} \`${answers["id"]}\` is written. Next:`);
    for (const step of kind.next(record, answers)) console.log(`- ${step}`);
  } finally {
    asker.close();
  }
}

try {
  await run();
} catch (error) {
  if (!(error instanceof Stopped)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
