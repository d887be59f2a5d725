import { readFileSync } from "node:fs";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { z } from "zod";
import { deriveEdition } from "../src/derive/edition.ts";
import { count, formatReport, loadRecord } from "../src/model/index.ts";
import { buildSite } from "./build-site.ts";
import { BuildStopped } from "./build-stopped.ts";
import { contentFolder } from "./content-folder.ts";
import { hashOf } from "./hash-files.ts";
import { createProgress } from "./progress.ts";
import { readFlags } from "./read-flags.ts";
import { listFiles } from "./site-files.ts";
import { formatEdition } from "./write-edition.ts";

const MAX_SHOWN = 20;

const { values, positionals } = readFlags({
  options: { content: { type: "string", default: "content" } },
  allowPositionals: true,
});
const [task, file] = positionals;
const content = contentFolder(values.content);

const published = z.object({
  edition: z.string(),
  files: z.record(z.string(), z.string()),
});

function fail(message: string): void {
  console.error(message);
  process.exitCode = 1;
}

/** Prints the edition that the content makes, or will make once it is accepted. */
function name(): void {
  const { record, problems } = loadRecord(content.folder, content.shownAs);
  if (!record) return fail(formatReport(problems));
  console.log(deriveEdition(record).id);
}

/** Builds the content anew and compares every file with a published list. */
async function verify(path: string): Promise<void> {
  let list: z.infer<typeof published>;
  try {
    list = published.parse(JSON.parse(await readFile(resolve(path), "utf8")));
  } catch {
    return fail(
      `Unexpected file \`${path}\`, expected the edition.json of a published site`,
    );
  }
  const folder = await mkdtemp(join(tmpdir(), "edition-"));
  const out = join(folder, "site");
  try {
    const { record } = await buildSite(
      content,
      out,
      createProgress(process.stderr),
      { reuse: false },
    );
    const { edition, files } = formatEdition(
      record,
      listFiles(out).map((name) => [
        name,
        hashOf(readFileSync(join(out, name))),
      ]),
    );
    const names = new Set([...Object.keys(list.files), ...Object.keys(files)]);
    const differing = [...names]
      .sort()
      .filter((name) => list.files[name] !== files[name])
      .map((name) =>
        !files[name]
          ? `missing here  ${name}`
          : !list.files[name]
            ? `only here     ${name}`
            : `differs       ${name}`,
      );
    if (differing.length === 0)
      return console.log(
        `Edition ${edition}: all ${count(names.size, "file")} are the same.`,
      );
    const more = differing.length - MAX_SHOWN;
    fail(
      [
        `Edition ${list.edition} was published, ${edition} was built: ${count(differing.length, "file")} differ.`,
        ...differing.slice(0, MAX_SHOWN).map((line) => `  ${line}`),
        ...(more > 0 ? [`  … and ${more} more`] : []),
      ].join("\n"),
    );
  } catch (error) {
    if (!(error instanceof BuildStopped)) throw error;
    fail(error.message);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

if (task === undefined) name();
else if (task === "verify" && file) await verify(file);
else
  fail(
    "Unexpected task, expected nothing (print the edition's id) or `verify <edition.json>`",
  );
