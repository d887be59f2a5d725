import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { parseArgs } from "node:util";
import {
  beginEntry,
  judgeAnswer,
  nextQuestion,
} from "../src/entries/begin-entry.ts";
import type { Kind } from "../src/entries/kind.ts";
import { KINDS } from "../src/entries/kinds.ts";
import type { Answers } from "../src/entries/question.ts";
import { didYouMean } from "../src/model/did-you-mean.ts";
import { checkFiles, formatReport } from "../src/model/index.ts";
import type { Problem } from "../src/model/index.ts";
import { loadFiles } from "../src/model/load.ts";
import { contentFolder } from "./content-folder.ts";
import { createAsker, formatRefusal } from "./read-answers.ts";
import { showEdit } from "./show-edit.ts";

/** Stops with a message that an editor can act on. */
class Stopped extends Error {}

interface Asked {
  word: string;
  kind: Kind;
  flags: Answers;
  yes: boolean;
  content: string;
}

const code = (words: readonly string[]) =>
  words.map((word) => `\`${word}\``).join(", ");

function readArguments(args: string[]): Asked {
  const words = Object.keys(KINDS);
  const word = args.find((arg) => !arg.startsWith("-")) ?? "";
  const kind = words.includes(word) ? KINDS[word] : undefined;
  if (!kind || args[0] !== word) {
    const near = didYouMean(word, words);
    throw new Stopped(
      formatRefusal({
        message: `Unexpected kind \`${args[0] ?? ""}\`, expected one of ${code(words)}`,
        hint: near ? `npm run new -- ${near}` : "npm run new -- claim",
      }),
    );
  }
  const keys = kind.questions.map(({ key }) => key);
  const text = { type: "string" } as const;
  const flag = { type: "boolean" } as const;
  const options = {
    ...Object.fromEntries(keys.map((key) => [key, text])),
    content: text,
    yes: flag,
    bare: flag,
  };
  const spelled = args
    .slice(1)
    .map((arg) =>
      arg.startsWith("--")
        ? arg.replace(
            /^--[^=]+/,
            (name) => `--${name.slice(2).replaceAll("-", "_")}`,
          )
        : arg,
    );
  const { tokens } = parseArgs({
    args: spelled,
    options,
    strict: false,
    tokens: true,
  });
  const flags: Answers = {};
  for (const token of tokens) {
    if (token.kind !== "option") {
      const stray = token.kind === "positional" ? token.value : "--";
      throw new Stopped(
        `Unexpected \`${stray}\`, expected a flag; a value with blanks stands in quotes`,
      );
    }
    const { name, value } = token;
    const known = Object.hasOwn(options, name);
    if (!known) {
      const near = didYouMean(name, Object.keys(options));
      throw new Stopped(
        formatRefusal({
          message: `Unexpected flag \`${token.rawName}\`, expected one of ${code([...keys, "content", "yes", "bare"].map((key) => `--${key}`))}`,
          hint: near && `did you mean \`--${near}\`?`,
        }),
      );
    }
    const boolean = name === "yes" || name === "bare";
    if (boolean === (value !== undefined))
      throw new Stopped(
        `Unexpected \`${token.rawName}\` ${boolean ? "with" : "without"} a value, expected ${boolean ? "none" : "one"}`,
      );
    flags[name] = value ?? "yes";
  }
  const { yes, content = "content", ...answers } = flags;
  return { word, kind, flags: answers, yes: yes !== undefined, content };
}

async function run(): Promise<void> {
  const { word, kind, flags, yes, content } = readArguments(
    process.argv.slice(2),
  );
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
      throw new Stopped(`${formatReport(problems)}\nNothing was written.`);
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
