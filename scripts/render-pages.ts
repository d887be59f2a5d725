import { cp, mkdir, readdir, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { build } from "astro";
import { deriveEdition } from "../src/derive/edition.ts";
import { formatReport, loadRecord } from "../src/model/index.ts";
import type { AgreementRecord } from "../src/model/index.ts";
import { astroConfig, ROOT } from "./astro-config.ts";
import { BuildStopped } from "./build-stopped.ts";
import type { ContentFolder } from "./content-folder.ts";
import { isRunning } from "./is-running.ts";

/** Where builds render: below the project, since what Astro runs to make the pages finds its packages only there. */
const WORKSHOP = join(ROOT, ".astro");
const BEGINNING = "render-";

/** Removes what builds left that were killed while they rendered. */
async function removeLeftovers(): Promise<void> {
  const names = await readdir(WORKSHOP).catch(() => []);
  for (const name of names) {
    if (!name.startsWith(BEGINNING)) continue;
    if (isRunning(Number(name.slice(BEGINNING.length)))) continue;
    await rm(join(WORKSHOP, name), { recursive: true, force: true });
  }
}

/** Puts a folder in the place of an empty one, which may be on another file system. */
async function move(from: string, to: string): Promise<void> {
  try {
    await rename(from, to);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EXDEV") throw error;
    await cp(from, to, { recursive: true });
  }
}

/**
 * Runs Astro's build in a folder of this process's own, and from inside it: Astro keeps what it runs below the
 * working directory in one place, which builds at the same time would share, unless the output lies there, too.
 */
async function buildInside(
  content: ContentFolder,
  record: AgreementRecord,
  folder: string,
): Promise<void> {
  await removeLeftovers();
  const own = join(WORKSHOP, `${BEGINNING}${process.pid}`);
  const outDir = join(own, "site");
  await mkdir(outDir, { recursive: true });
  const before = process.cwd();
  process.chdir(own);
  try {
    // The working directory has no links in its name, and so must the output not, to be found below it.
    await build({
      ...astroConfig(content, record.ledger),
      outDir: join(process.cwd(), "site"),
    });
    await move(outDir, folder);
  } finally {
    process.chdir(before);
    await rm(own, { recursive: true, force: true });
  }
}

/**
 * Renders the pages of a record into a folder. They read the content again: throws BuildStopped where it is no
 * longer what `record` was made of, since pages and files for programs would then tell of two records.
 */
export async function renderPages(
  content: ContentFolder,
  record: AgreementRecord,
  folder: string,
): Promise<void> {
  let failure: { error: unknown } | undefined;
  try {
    await buildInside(content, record, folder);
  } catch (error) {
    failure = { error };
  }
  const now = loadRecord(content.folder, content.shownAs);
  if (!now.record) throw new BuildStopped(formatReport(now.problems));
  if (deriveEdition(now.record).sha256 !== deriveEdition(record).sha256)
    throw new BuildStopped(
      `Unexpected change of ${content.shownAs} while the site was built, expected it to stay as it was. Nothing was published.\n  hint: build again`,
    );
  if (failure) throw failure.error;
}
