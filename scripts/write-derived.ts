import { readFileSync } from "node:fs";
import { join } from "node:path";
import { deriveEdition } from "../src/derive/edition.ts";
import type { AgreementRecord } from "../src/model/index.ts";
import { FILES_FOLDER } from "./bundle-folder.ts";
import type { Bundle } from "./bundle-pages.ts";
import type { Derived, DeriveOrder } from "./derive-thread.ts";
import { createDeriving } from "./deriving.ts";
import type { Deriving } from "./deriving.ts";
import { hashOf } from "./hash-files.ts";
import type { PackedReads } from "./part-reads.ts";
import type { Progress } from "./progress.ts";
import { listFiles } from "./site-files.ts";
import type { SiteWriter } from "./site-writer.ts";
import type { Part } from "./watch-record.ts";
import { openArchive } from "./write-archive.ts";
import type { Archive } from "./write-archive.ts";
import { createCiting } from "./write-citations.ts";

const STEP = "derive";

/** What is remembered of all that was derived. */
interface AllDerived {
  parts: Part[];
  names: string[];
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

/** What the last build derived. */
interface Last {
  order: NonNullable<DeriveOrder["last"]>;
  /** Of what was cited on each page: path → SHA-256. */
  cited: Map<string, string>;
  bundle: string;
}

type KnownLast = Partial<Pick<Last, "cited" | "bundle">>;

function recallLast(site: SiteWriter): Last | undefined {
  const all = site.recall(STEP) as AllDerived | undefined;
  if (!all) return undefined;
  const reads = new Map<string, PackedReads>();
  const cited = new Map<string, string>();
  for (const name of all.names) {
    const one = site.recall(stepOf(name)) as Remembered;
    if (name.startsWith("/")) cited.set(name, one.sha256);
    else if (site.lastSha256(name) !== one.sha256) continue;
    reads.set(name, one.reads);
  }
  return { order: { parts: all.parts, reads }, cited, bundle: all.bundle };
}

const byPath = ([a]: [string, unknown], [b]: [string, unknown]) =>
  a < b ? -1 : 1;

const begin = (record: AgreementRecord, last: DeriveOrder["last"]): Deriving =>
  createDeriving({ record, edition: deriveEdition(record), last });

/** What all is written with. */
interface Writing {
  record: AgreementRecord;
  site: SiteWriter;
  archive: Archive;
  bundle: Bundle;
  progress: Progress;
}

/** Writes what `deriving` derives. */
async function writeAll(
  deriving: Deriving,
  last: KnownLast,
  { record, site, archive, bundle, progress }: Writing,
) {
  const names: string[] = [];
  let rendered = 0;
  let damaged = false;
  const remember = ({ name, reads }: Derived, sha256: string) => {
    names.push(name);
    const one: Remembered = { sha256, reads };
    site.remember(stepOf(name), one);
  };
  const put = (file: Derived) => {
    const { name, content } = file;
    if (content) site.write(name, content);
    else if (!site.keep(name)) damaged = true;
    if (!damaged) remember(file, site.sha256(name));
  };

  const citing = createCiting(record, site);
  await progress
    .step("citations", () =>
      deriving.deriveCitations(async (items) => {
        const { name, content } = items;
        const sha256 = content ? hashOf(content) : last.cited!.get(name)!;
        await citing.cite(name, sha256, content);
        remember(items, sha256);
      }),
    )
    .finally(() => citing.end());
  await progress.step("exports", () =>
    deriving.makeExports((file) => {
      put(file);
      if (!damaged) archive.add(file.name, file.content);
    }),
  );
  archive.write(record);
  // They came in any order.
  const references = new Map([...citing.references].sort(byPath));
  const { folder, styles, sha256 } = bundle;
  const anew = last.bundle !== sha256;
  const parts = await progress.step("render", () =>
    deriving.renderPages({ references, folder, styles, anew }, (page) => {
      if (page.content) rendered += 1;
      put(page);
    }),
  );
  const all: AllDerived = { parts, names, bundle: sha256 };
  return { all, rendered, damaged };
}

/** What writes all that is derived from a record. */
export interface DerivedWriter {
  /**
   * Writes what the site offers to programs, citations, and every page, rendered with the code of a bundle; and every
   * file that is published as it is. What read nothing that changed is taken over from the last site (decision 0025).
   * Answers with how many pages were rendered.
   */
  write(bundle: Bundle, progress: Progress): Promise<number>;
  end(): Promise<unknown>;
}

/**
 * Begins at once what takes a while before the first file is written. Where there is no last site that is no part of the
 * time that counts, and memory is needed for the bundle first.
 */
export function createDerivedWriter(
  record: AgreementRecord,
  site: SiteWriter,
): DerivedWriter {
  // What pages read is known to the thread from now on, and fills no memory here.
  const { order, ...last } = recallLast(site) ?? {};
  let deriving = order && begin(record, order);
  return {
    async write(bundle, progress) {
      deriving ??= begin(record, undefined);
      const archive = openArchive(site);
      const writing = { record, site, archive, bundle, progress };
      let written = await writeAll(deriving, last, writing);
      if (written.damaged) {
        await deriving.end();
        deriving = begin(record, undefined);
        written = await writeAll(deriving, {}, writing);
      }
      await deriving.end();
      site.remember(STEP, written.all);
      const files = join(bundle.folder, FILES_FOLDER);
      for (const name of listFiles(files))
        site.write(name, readFileSync(join(files, name)));
      return written.rendered;
    },
    end: async () => deriving?.end(),
  };
}
