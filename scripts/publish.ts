import { readFileSync } from "node:fs";
import {
  chmod,
  link,
  lstat,
  mkdir,
  mkdtemp,
  readdir,
  readlink,
  rename,
  rm,
  symlink,
  writeFile,
} from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { isRunning } from "./is-running.ts";
import { listOf } from "./last-site.ts";

/** Another build writes to the same place. */
export class BuildRunning extends Error {}

/** Whether the process that wrote a lock still runs. */
function isAlive(lock: string): boolean {
  try {
    return isRunning(Number(readFileSync(lock, "utf8")));
  } catch {
    return false;
  }
}

/** Creates the lock together with what it says, so that nobody reads half of one. */
async function lock(file: string): Promise<void> {
  const own = `${file}-${process.pid}`;
  try {
    await writeFile(own, String(process.pid));
    for (let tries = 0; tries < 3; tries += 1) {
      try {
        return await link(own, file);
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
        if (isAlive(file)) break;
        await rm(file, { force: true });
      }
    }
  } finally {
    await rm(own, { force: true });
  }
  throw new BuildRunning(
    `Unexpected build into ${basename(file).slice(1, -".lock".length)} while another one runs, expected one at a time.\n  hint: wait for it, or delete ${basename(file)} beside it if no build runs`,
  );
}

/** The folder a site's link leads to, by its name beside the link; undefined where a folder or nothing stands there. */
async function linkedName(out: string): Promise<string | undefined> {
  return readlink(out).catch(() => undefined);
}

/** How the names of everything begin that builds put beside `out`. */
function beginning(out: string): string {
  return `.${basename(out)}.build-`;
}

/** What builds left beside `out`: links, sites that were replaced or not finished, and what is told of them. */
async function listLeftovers(out: string): Promise<string[]> {
  const last = await linkedName(out);
  const current = last === undefined ? [] : [last, listOf(last)];
  const names = await readdir(dirname(out));
  return names.filter(
    (name) => name.startsWith(beginning(out)) && !current.includes(name),
  );
}

async function removeLeftovers(out: string, but?: string): Promise<void> {
  for (const name of await listLeftovers(out))
    if (name !== but)
      await rm(join(dirname(out), name), { recursive: true, force: true });
}

/** The folder of a site that a build left beside `out`, by its name: most of it may be as it is needed. */
async function findSpare(out: string): Promise<string | undefined> {
  const start = beginning(out);
  return (await listLeftovers(out)).find(
    (name) => !name.slice(start.length).includes("."),
  );
}

/**
 * Lets `make` write a site into a folder beside `out`, then puts it in the place of the old one; `make` is told where
 * that lies. The folder may hold an earlier site: one that was replaced is kept for the next build.
 * `out` is a link to the folder, since a link is replaced in one step: whoever reads it, and wherever the process is
 * killed, sees the old site or the new one, whole. (A folder that stands at `out` is moved away first.) If `make`
 * throws, `out` stays as it was. Throws BuildRunning while another process publishes to `out`.
 */
export async function publish<T>(
  out: string,
  make: (folder: string, last: string | undefined) => Promise<T>,
): Promise<T> {
  const parent = dirname(out);
  await mkdir(parent, { recursive: true });
  const lockFile = join(parent, `.${basename(out)}.lock`);
  await lock(lockFile);
  let left: string | undefined;
  try {
    const spare = await findSpare(out);
    left = spare;
    await removeLeftovers(out, spare);
    const fresh = spare
      ? join(parent, spare)
      : await mkdtemp(join(parent, beginning(out)));
    const last = await linkedName(out);
    const made = await make(fresh, last && join(parent, last));
    // A temporary folder is private; the site is for the server to read.
    await chmod(fresh, 0o755);
    const way = `${fresh}.link`;
    await symlink(basename(fresh), way);
    const before = await lstat(out).catch(() => undefined);
    if (before?.isDirectory()) await rename(out, `${fresh}.old`);
    await rename(way, out);
    left = last;
    return made;
  } finally {
    // Of what `make` left when it failed, a folder that was there before is as good as before.
    await removeLeftovers(out, left);
    await rm(lockFile, { force: true });
  }
}
