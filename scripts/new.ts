import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { beginEntry } from "../src/entries/begin-entry.ts";
import { checkFiles, formatProblems } from "../src/model/index.ts";
import type { Problem } from "../src/model/index.ts";
import { loadFiles } from "../src/model/load.ts";
import { contentFolder } from "./content-folder.ts";
import { readAsked } from "./new-flags.ts";
import { Stopped } from "./read-flags.ts";
import { createAsker } from "./read-answers.ts";
import { settleAnswers } from "./settle-answers.ts";
import { showEdit } from "./show-edit.ts";

const NOTHING = "Nothing was written.";

function stopAt(problems: Problem[]): never {
  throw new Stopped(formatProblems(problems, NOTHING));
}

async function run(): Promise<void> {
  const asked = readAsked(process.argv.slice(2));
  const { word, kind, yes, content } = asked;
  const { folder, shownAs } = contentFolder(content);
  const before: Problem[] = [];
  const files = loadFiles(folder, shownAs, before);
  if (files.texts.size === 0) stopAt(before);
  const { draft: record, whole } = checkFiles(files, before);
  if (!whole) stopAt(before);

  const asker = createAsker();
  try {
    const today = new Date().toISOString().slice(0, 10);
    const flags = { ...asked.flags, today };
    const answers = await settleAnswers(
      { ...asked, flags },
      record,
      files,
      asker,
    );
    const { edits, texts, problems } = beginEntry(
      kind,
      record,
      files,
      answers,
      before,
    );
    if (problems.length > 0)
      throw new Stopped(
        `With this entry the record would have problems:\n${formatProblems(problems, NOTHING)}`,
      );
    for (const edit of edits)
      console.log(
        showEdit(shownAs, files.texts.get(edit.path)?.text ?? "", edit),
      );
    if (!yes && !(await asker.confirm("Write this?")))
      throw new Stopped(NOTHING);
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
