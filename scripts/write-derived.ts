import { readFileSync } from "node:fs";
import { join } from "node:path";
import { deriveEdition } from "../src/derive/edition.ts";
import type { AgreementRecord } from "../src/model/index.ts";
import { FILES_FOLDER } from "./bundle-folder.ts";
import type { Bundle } from "./bundle-pages.ts";
import type { Derived } from "./derive-thread.ts";
import { createDeriving } from "./deriving.ts";
import type { PackedReads } from "./part-reads.ts";
import type { Progress } from "./progress.ts";
import { listFiles } from "./site-files.ts";
import { hashOf } from "./site-writer.ts";
import type { SiteWriter } from "./site-writer.ts";
import type { Part } from "./watch-record.ts";
import { openArchive } from "./write-archive.ts";
import { createCiting } from "./write-citations.ts";

const STEP = "derive";

/** What is remembered of all that was derived. */
interface AllDerived {
  parts: Part[];
  names: string[];
  pages: string[];
  /** A hash of the code that rendered the pages. */
  bundle: string;
}

const stepOf = (name: string) => `${STEP} ${name}`;

/** What is remembered of each. */
interface Remembered {
  /** As it was derived: something may have been put into a page later. */
  sha256: string;
  reads: PackedReads;
}

interface Last {
  parts: Part[];
  derived: ReadonlyMap<string, Remembered>;
}

/** What the last build derived. Pages count for the same bundle only, and files only where no other step changed them. */
function recallLast(site: SiteWriter, bundle: string): Last | undefined {
  const all = site.recall(STEP) as AllDerived | undefined;
  if (!all) return undefined;
  const derived = new Map<string, Remembered>();
  const pages = all.bundle === bundle ? all.pages : [];
  for (const name of [...all.names, ...pages]) {
    const one = site.recall(stepOf(name)) as Remembered;
    const isFile = !name.startsWith("/");
    if (!isFile || site.lastSha256(name) === one.sha256) derived.set(name, one);
  }
  return { parts: all.parts, derived };
}

/**
 * Writes what is derived from a record: what the site offers to programs, citations, and every page, rendered with the
 * code of a bundle; and every file that is published as it is. What read nothing that changed is taken over from the
 * last site (decision 0025). Answers with how many pages were rendered.
 */
export async function writeDerived(
  { folder, styles, sha256: bundle }: Bundle,
  record: AgreementRecord,
  site: SiteWriter,
  progress: Progress,
): Promise<number> {
  const edition = deriveEdition(record);
  const archive = openArchive(site);

  const derive = async (last: Last | undefined) => {
    const names: string[] = [];
    const pages: string[] = [];
    let rendered = 0;
    let damaged = false;
    const remember = (
      list: string[],
      { name, reads }: Derived,
      sha256: string,
    ) => {
      list.push(name);
      const one: Remembered = { sha256, reads };
      site.remember(stepOf(name), one);
    };
    /** Whether the file is part of the site now. */
    const put = ({ name, content }: Derived): boolean => {
      if (content) site.write(name, content);
      else if (!site.keep(name)) damaged = true;
      return !damaged;
    };
    const reads = new Map(
      [...(last?.derived ?? [])].map(([name, { reads }]) => [name, reads]),
    );
    const deriving = createDeriving({
      record,
      edition,
      folder,
      styles,
      last: last && { parts: last.parts, reads },
    });
    const citing = createCiting(record, site);
    try {
      await progress.step("citations", () =>
        deriving.deriveCitations(async (items) => {
          const { name, content } = items;
          const sha256 = content
            ? hashOf(content)
            : last!.derived.get(name)!.sha256;
          await citing.cite(name, sha256, content);
          remember(names, items, sha256);
        }),
      );
      await citing.end();
      await progress.step("exports", () =>
        deriving.makeExports((file) => {
          if (!put(file)) return;
          remember(names, file, site.sha256(file.name));
          archive.add(file.name);
        }),
      );
      archive.write(record);
      const parts = await progress.step("render", () =>
        deriving.renderPages(citing.references, (page) => {
          if (page.content) rendered += 1;
          if (put(page)) remember(pages, page, site.sha256(page.name));
        }),
      );
      return { parts, names, pages, rendered, damaged };
    } finally {
      await Promise.all([citing.end(), deriving.end()]);
    }
  };

  let derived = await derive(recallLast(site, bundle));
  if (derived.damaged) derived = await derive(undefined);
  const { rendered, damaged, ...rest } = derived;
  const all: AllDerived = { ...rest, bundle };
  site.remember(STEP, all);
  const files = join(folder, FILES_FOLDER);
  for (const name of listFiles(files))
    site.write(name, readFileSync(join(files, name)));
  return rendered;
}
