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
import { createSharing } from "./share-images.ts";
import { listFiles } from "./site-files.ts";
import type { SiteWriter } from "./site-writer.ts";
import { nameOfTold } from "./told.ts";
import type { Taker, ToldKind } from "./told.ts";
import type { Part } from "./watch-record.ts";
import { openArchive } from "./write-archive.ts";
import type { Archive } from "./write-archive.ts";
import { createCiting } from "./write-citations.ts";
import { createPinning } from "./write-pins.ts";

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
  /** Whether it was told, and is no file. */
  told?: true;
}

/** What the last build derived. */
interface Last {
  order: NonNullable<DeriveOrder["last"]>;
  /** Of what was told: name → SHA-256. */
  told: Map<string, string>;
  bundle: string;
}

type KnownLast = Partial<Pick<Last, "told" | "bundle">>;

function recallLast(site: SiteWriter): Last | undefined {
  const all = site.recall(STEP) as AllDerived | undefined;
  if (!all) return undefined;
  const reads = new Map<string, PackedReads>();
  const told = new Map<string, string>();
  for (const name of all.names) {
    const one = site.recall(stepOf(name)) as Remembered;
    if (one.told) told.set(name, one.sha256);
    else if (site.lastSha256(name) !== one.sha256) continue;
    reads.set(name, one.reads);
  }
  return { order: { parts: all.parts, reads }, told, bundle: all.bundle };
}

const byPath = ([a]: [string, unknown], [b]: [string, unknown]) =>
  a < b ? -1 : 1;

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
  const remember = (name: string, one: Remembered) => {
    names.push(name);
    site.remember(stepOf(name), one);
  };
  const put = ({ name, reads, content }: Derived) => {
    if (content) site.write(name, content);
    else if (!site.keep(name)) damaged = true;
    if (!damaged) remember(name, { sha256: site.sha256(name), reads });
  };
  const writeTold = async (kind: ToldKind, taker: Taker) => {
    const start = nameOfTold(kind, "").length;
    try {
      await deriving.tell(kind, async ({ name, reads, content }) => {
        const sha256 = content ? hashOf(content) : last.told!.get(name)!;
        await taker.take(name.slice(start), sha256, content);
        remember(name, { sha256, reads, told: true });
      });
    } finally {
      await taker.end();
    }
  };

  const sharing = createSharing(record, site);
  await progress.step("share images", () => writeTold("card", sharing));
  const citing = createCiting(record, site);
  await progress.step("citations", () => writeTold("cite", citing));
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
  await progress.step("render", () =>
    deriving.renderPages({ references, folder, styles, anew }, (page) => {
      if (page.content) rendered += 1;
      put(page);
    }),
  );
  await progress.step("pins", async () =>
    writeTold("pin", await createPinning(record, site)),
  );
  const parts = await deriving.listParts();
  const all: AllDerived = { parts, names, bundle: sha256 };
  return { all, rendered, damaged };
}

/** Tells a thread what all is derived from; of what was read last it alone keeps what fills memory. */
function beginWith(
  deriving: Deriving,
  record: AgreementRecord,
  last: Last | undefined,
): KnownLast {
  const { order, ...known } = last ?? {};
  deriving.begin({ record, edition: deriveEdition(record), last: order });
  return known;
}

/**
 * Writes what the site offers to programs, share images, citations, pins, and every page, rendered with the code of a
 * bundle; and every file that is published as it is. What read nothing that changed is taken over from the last site
 * (decision 0025). `begun`: a thread that has loaded its code, if there is one. Answers with how many pages were
 * rendered.
 */
export async function writeDerived(
  record: AgreementRecord,
  site: SiteWriter,
  bundle: Bundle,
  begun: Deriving | undefined,
  progress: Progress,
): Promise<number> {
  const archive = openArchive(site);
  const writing = { record, site, archive, bundle, progress };
  const writeWith = async (deriving: Deriving, last: KnownLast) => {
    try {
      return await writeAll(deriving, last, writing);
    } finally {
      await deriving.end();
    }
  };
  const first = begun ?? createDeriving();
  let written = await writeWith(
    first,
    beginWith(first, record, recallLast(site)),
  );
  if (written.damaged) {
    const second = createDeriving();
    written = await writeWith(second, beginWith(second, record, undefined));
  }
  site.remember(STEP, written.all);
  const files = join(bundle.folder, FILES_FOLDER);
  for (const name of listFiles(files))
    site.write(name, readFileSync(join(files, name)));
  return written.rendered;
}
