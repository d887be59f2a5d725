import { readFileSync } from "node:fs";
import { join } from "node:path";
import { deriveEdition } from "../src/derive/edition.ts";
import type { AgreementRecord } from "../src/model/index.ts";
import { FILES_FOLDER } from "./bundle-folder.ts";
import type { Bundle } from "./bundle-pages.ts";
import { deriveFiles } from "./derive-files.ts";
import type {
  DerivedFile,
  DeriveOrder,
  PageReferences,
} from "./derive-thread.ts";
import type { PackedReads } from "./part-reads.ts";
import type { Progress } from "./progress.ts";
import { listFiles } from "./site-files.ts";
import type { SiteWriter } from "./site-writer.ts";
import type { Part } from "./watch-record.ts";
import { openArchive } from "./write-archive.ts";
import { writeCitations } from "./write-citations.ts";

const STEP = "derive";

/** What is remembered of all files. */
interface AllDerived {
  parts: Part[];
  exports: string[];
  pages: string[];
  /** A hash of the code that rendered the pages. */
  bundle: string;
}

const stepOf = (file: string) => `${STEP} ${file}`;

/** What is remembered of a file. */
interface Derived {
  /** Of the file as it was made: something may have been put into it later. */
  sha256: string;
  reads: PackedReads;
}

function recallLast(site: SiteWriter, bundle: string): DeriveOrder["last"] {
  const all = site.recall(STEP) as AllDerived | undefined;
  if (!all) return undefined;
  const reads = new Map<string, PackedReads>();
  const pages = all.bundle === bundle ? all.pages : [];
  for (const name of [...all.exports, ...pages]) {
    const file = site.recall(stepOf(name)) as Derived;
    if (site.lastSha256(name) === file.sha256) reads.set(name, file.reads);
  }
  return { parts: all.parts, reads };
}

/** Puts files into a site as they come. */
function createTaker(
  site: SiteWriter,
  taken: (name: string) => void = () => undefined,
) {
  const names: string[] = [];
  let made = 0;
  let damaged = false;
  const take = ({ name, reads, content }: DerivedFile) => {
    if (content !== undefined) {
      site.write(name, content);
      made += 1;
    } else if (!site.keep(name)) {
      damaged = true;
      return;
    }
    names.push(name);
    const file: Derived = { sha256: site.sha256(name), reads };
    site.remember(stepOf(name), file);
    taken(name);
  };
  return {
    take,
    names,
    made: () => made,
    /** Whether a file was to be taken over, and could not be. */
    damaged: () => damaged,
  };
}

/**
 * Writes what is derived from a record: what the site offers to programs, citations, and every page, rendered with the
 * code of a bundle; and every file that is published as it is. A file is taken over from the last site where nothing
 * changed of what it read (decision 0025). Answers with how many pages were rendered.
 */
export async function writeDerived(
  { folder, styles, sha256 }: Bundle,
  record: AgreementRecord,
  site: SiteWriter,
  progress: Progress,
): Promise<number> {
  const edition = deriveEdition(record);
  const archive = openArchive(site);
  let references: PageReferences | undefined;

  const derive = async (last: DeriveOrder["last"]) => {
    const exports = createTaker(site, archive.add);
    const pages = createTaker(site);
    const deriving = deriveFiles({ record, edition, folder, styles, last });
    try {
      const exported = deriving.makeExports(exports.take);
      references ??= await progress.step("citations", () =>
        writeCitations(record, site),
      );
      await progress.step("exports", () => exported);
      const rendered = deriving.renderPages(references, pages.take);
      const parts = await progress.step("render", () => rendered);
      return { exports, pages, parts };
    } finally {
      await deriving.end();
    }
  };

  let made = await derive(recallLast(site, sha256));
  if (made.exports.damaged() || made.pages.damaged())
    made = await derive(undefined);
  const { exports, pages, parts } = made;
  const all: AllDerived = {
    parts,
    exports: exports.names,
    pages: pages.names,
    bundle: sha256,
  };
  site.remember(STEP, all);
  archive.write(record);
  const files = join(folder, FILES_FOLDER);
  for (const name of listFiles(files))
    site.write(name, readFileSync(join(files, name)));
  return pages.made();
}
