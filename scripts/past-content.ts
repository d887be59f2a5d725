import { execFile } from "node:child_process";
import { mkdtemp, realpath, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, relative, sep } from "node:path";
import { promisify } from "node:util";
import { deriveEdition } from "../src/derive/edition.ts";
import { compareRecords } from "../src/exports/record-difference.ts";
import { formatReport, loadRecord } from "../src/model/index.ts";
import type { AgreementRecord } from "../src/model/index.ts";

/** So many commits are searched for an edition, newest first. */
const MAX_COMMITS = 500;

const EDITION = /^\d{4}(?:-\d{2}){0,2}-[0-9a-f]{12}$/;

/** What git or its history does not give; the message is for the person who asked. */
export class NoPast extends Error {}

const run = promisify(execFile);

async function git(
  folder: string,
  args: string[],
  env: { [name: string]: string } = {},
): Promise<string> {
  const { stdout } = await run("git", ["-C", folder, ...args], {
    maxBuffer: 1e8,
    env: { ...process.env, ...env },
  });
  return stdout.trim();
}

/** A content folder inside a git repository. */
interface Kept {
  root: string;
  /** The folder below the root, with `/`; empty for the root itself. */
  path: string;
}

async function findRepository(folder: string): Promise<Kept> {
  try {
    const root = await git(folder, ["rev-parse", "--show-toplevel"]);
    const path = relative(await realpath(root), await realpath(folder));
    return { root, path: path.split(sep).join("/") };
  } catch {
    throw new NoPast(
      `Unexpected folder \`${folder}\`, expected content in a git repository with at least one commit`,
    );
  }
}

/** Whether all that a comparison derives can be derived from a record that no rule vouches for. */
function canBeDerived(record: AgreementRecord): boolean {
  try {
    compareRecords(record, record);
    return true;
  } catch {
    return false;
  }
}

/** The record of a commit, read from a copy of its content. Rules that came later do not judge it. */
async function loadCommit(
  { root, path }: Kept,
  commit: string,
): Promise<AgreementRecord> {
  const folder = await mkdtemp(join(tmpdir(), "changes-"));
  const index = { GIT_INDEX_FILE: join(folder, "index") };
  const copy = join(folder, "content");
  const short = commit.slice(0, 10);
  try {
    await git(root, ["read-tree", `${commit}:${path}`], index).catch(() => {
      throw new NoPast(
        `Unexpected absence of \`${path}\` in commit ${short}, expected content to compare with`,
      );
    });
    await git(root, ["checkout-index", "-a", `--prefix=${copy}/`], index);
    const shownAs = `${short}:${path}`;
    const { record, unchecked, problems } = loadRecord(copy, shownAs);
    if (record) return record;
    if (unchecked && canBeDerived(unchecked)) return unchecked;
    throw new NoPast(
      `${formatReport(problems)}\nThe content of commit ${short} cannot be read as entries are written today: name a later one with \`--since\`.`,
    );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The newest commit that holds an edition; only those whose content speaks for its day are read in full. */
async function findEdition(kept: Kept, edition: string) {
  const { root, path } = kept;
  const log = await git(root, [
    "log",
    `--max-count=${MAX_COMMITS}`,
    "--format=%H",
    "--",
    path || ".",
  ]);
  const commits = log.split("\n").filter(Boolean);
  const day = edition.slice(0, -13);
  for (const commit of commits) {
    const site = join(path, "site.yaml").split(sep).join("/");
    const text = await git(root, ["show", `${commit}:${site}`]).catch(() => "");
    if (!text.includes(`"${day}"`)) continue;
    const record = await loadCommit(kept, commit).catch(() => undefined);
    if (record && deriveEdition(record).id === edition) return record;
  }
  throw new NoPast(
    `Unexpected edition \`${edition}\`, expected one that a commit of \`${path || "."}\` holds: none of ${commits.length} does. Name a commit with \`--since\`.`,
  );
}

/**
 * The record as it was: at a commit (or branch, or tag), or in an edition. Without either, in the edition that the
 * ledger accepted last; before the first one, at the last commit.
 */
export async function loadPast(
  folder: string,
  since: string | undefined,
  accepted: string | undefined,
): Promise<AgreementRecord> {
  const kept = await findRepository(folder);
  const name = since ?? accepted ?? "HEAD";
  if (EDITION.test(name)) return findEdition(kept, name);
  const commit = await git(kept.root, [
    "rev-parse",
    "--verify",
    "--quiet",
    "--end-of-options",
    `${name}^{commit}`,
  ]).catch(() => {
    throw new NoPast(
      `Unexpected \`--since ${name}\`, expected a commit, branch, tag or edition of this repository`,
    );
  });
  return loadCommit(kept, commit);
}
