import { existsSync } from "node:fs";
import { auditSite } from "../src/audit/audit-site.ts";
import { deriveEdition } from "../src/derive/edition.ts";
import { formatReport, loadRecord } from "../src/model/index.ts";
import type { AgreementRecord } from "../src/model/index.ts";
import type { KeptReads } from "../src/model/kept-reads.ts";
import { BuildStopped } from "./build-stopped.ts";
import { hashCode } from "./code-key.ts";
import type { ContentFolder } from "./content-folder.ts";
import { fillSize } from "./fill-size.ts";
import { hashFiles } from "./hash-files.ts";
import { indexSearch, readSearchRecords } from "./index-search.ts";
import { createDeriving } from "./deriving.ts";
import type { Deriving } from "./deriving.ts";
import { compareSite, formatLost, writeStubs } from "./keep-addresses.ts";
import { recallSite } from "./last-site.ts";
import type { Progress } from "./progress.ts";
import { precompress } from "./precompress.ts";
import { publish } from "./publish.ts";
import { readForAudit, readPages } from "./read-pages.ts";
import type { PagesRead } from "./read-pages.ts";
import { bundlePages } from "./bundle-pages.ts";
import { createSiteWriter } from "./site-writer.ts";
import type { SiteWriter } from "./site-writer.ts";
import { writeDerived } from "./write-derived.ts";
import { EDITION_FILE, writeEdition } from "./write-edition.ts";

const MAX_FAULTS = 40;

export interface BuildOptions {
  /** Whether what the last build made may be taken over where it would be the same. */
  reuse: boolean;
  /** What is kept of the content's files from build to build, where several are made. */
  kept?: KeptReads | undefined;
  /** A thread that has loaded its code; it ends with the build. */
  begun?: Deriving | undefined;
}

export interface Built {
  record: AgreementRecord;
  pages: number;
  /** How many of them, and of the files that are made like them, were rendered. */
  rendered: number;
  /** How many files were taken over from the last site, and how many are new. */
  files: { kept: number; written: number };
  /** Why nothing that the last build made could be taken over without making it again; undefined where it could. */
  anew: string | undefined;
  warnings: string;
}

interface WriteOptions {
  reuse: boolean;
  progress: Progress;
  /** A thread that has loaded its code, if there is one. */
  begun: Deriving | undefined;
}

/** Stops the build where the site has faults. */
function audit(site: SiteWriter, pagesRead: PagesRead): number {
  const { pages, files } = readForAudit(site, pagesRead);
  // The list of files is written last, since it lists every other file.
  const faults = auditSite(
    pages,
    new Map([...files, [EDITION_FILE, undefined]]),
  );
  if (faults.length === 0) return pages.size;
  const lines = faults
    .slice(0, MAX_FAULTS)
    .map(({ page, message }) => `${page}: ${message}`);
  const more =
    faults.length > MAX_FAULTS
      ? `\n… and ${faults.length - MAX_FAULTS} more`
      : "";
  throw new BuildStopped(
    `${lines.join("\n")}${more}\nThe built site has ${faults.length} faults. Nothing was published.`,
  );
}

/** A record, and a hash of the files that it was read from; none where they could not be read for that. */
interface Read {
  record: AgreementRecord;
  sha256: string | undefined;
}

function hashContent({ folder }: ContentFolder): string | undefined {
  try {
    return hashFiles("", folder, ["."]);
  } catch {
    return undefined;
  }
}

/**
 * The bundle holds the explainers, which were read again for it: throws BuildStopped where the content is no longer
 * what `record` was made of, since prose and data would then tell of two records.
 */
function expectSame(content: ContentFolder, { record, sha256 }: Read): void {
  if (sha256 !== undefined && hashContent(content) === sha256) return;
  const now = loadRecord(content.folder, content.shownAs);
  if (!now.record) throw new BuildStopped(formatReport(now.problems));
  if (deriveEdition(now.record).sha256 !== deriveEdition(record).sha256)
    throw new BuildStopped(
      `Unexpected change of ${content.shownAs} while the site was built, expected it to stay as it was. Nothing was published.\n  hint: build again`,
    );
}

/** Makes what follows from the rendered pages, and audits them; answers with how many there are. */
async function completePages(
  record: AgreementRecord,
  site: SiteWriter,
  progress: Progress,
): Promise<number> {
  const records = await progress.step("search", () =>
    readSearchRecords(record, site),
  );
  const index = () => indexSearch(records, record.site.language, site);
  // Beside the steps that follow, where those do not need the memory; whatever comes of them, it ends before the build.
  const indexed = site.isRebuilt ? index() : undefined;
  const ended = indexed?.catch(() => undefined);
  try {
    const pagesRead = await progress.step("pages", () =>
      readPages(record, site),
    );
    await progress.step("addresses", () => {
      const kept = compareSite(record, pagesRead.addresses);
      if (kept.lost.length > 0) throw new BuildStopped(formatLost(kept));
      writeStubs(record, site, kept.gone);
    });
    await progress.step("index", () => indexed ?? index());
    await progress.step("size", () => fillSize(site));
    return await progress.step("audit", () => audit(site, pagesRead));
  } finally {
    await ended;
  }
}

/** Writes what follows from the record alone; answers with how many pages were rendered. */
async function writeRecord(
  content: ContentFolder,
  read: Read,
  site: SiteWriter,
  { reuse, progress, begun }: WriteOptions,
): Promise<number> {
  const { record } = read;
  const bundle = await progress
    .step("bundle", () => bundlePages(content, record, reuse))
    .catch((error: unknown) => {
      // Of an explainer that broke meanwhile, the report on the content says more.
      expectSame(content, read);
      throw error;
    });
  try {
    expectSame(content, read);
    return await writeDerived(record, site, bundle, begun, progress);
  } finally {
    await bundle.drop();
  }
}

/** Writes the whole site of a record; throws BuildStopped where that has faults, or would lose an address. */
async function writeSite(
  content: ContentFolder,
  read: Read,
  site: SiteWriter,
  options: WriteOptions,
): Promise<Pick<Built, "pages" | "rendered">> {
  const { record } = read;
  const { progress } = options;
  const rendered = await writeRecord(content, read, site, options);
  const pages = await completePages(record, site, progress);
  await progress.step("edition", () => writeEdition(record, site));
  await progress.step("compress", () => precompress(site));
  return { pages, rendered };
}

/**
 * Checks the content, builds the site beside `out`, audits it and swaps it in. On any failure `out` stays
 * as it was. Throws BuildStopped with the report when the content or the built site has problems.
 */
export async function buildSite(
  content: ContentFolder,
  out: string,
  progress: Progress,
  options: BuildOptions = { reuse: true },
): Promise<Built> {
  // Its code loads while the content is read. Where nothing is taken over, the bundle needs the memory first.
  const begun =
    options.begun ??
    (options.reuse && existsSync(out) ? createDeriving() : undefined);
  try {
    return await buildWith(content, out, progress, { ...options, begun });
  } finally {
    await begun?.end();
  }
}

async function buildWith(
  content: ContentFolder,
  out: string,
  progress: Progress,
  { reuse, kept, begun }: BuildOptions,
): Promise<Built> {
  const code = hashCode();
  const sha256 = hashContent(content);
  const { record, problems } = await progress.step("check", () =>
    loadRecord(content.folder, content.shownAs, kept),
  );
  if (!record) throw new BuildStopped(formatReport(problems));
  return publish(out, async (fresh, lastFolder) => {
    const recalled = reuse
      ? recallSite(lastFolder)
      : { why: "nothing may be taken over" };
    const last = "last" in recalled ? recalled.last : undefined;
    const site = createSiteWriter(fresh, code, last);
    const { pages, rendered } = await writeSite(
      content,
      { record, sha256 },
      site,
      { reuse, progress, begun },
    );
    if (hashCode() !== code)
      throw new BuildStopped(
        "Unexpected change of the code while the site was built, expected it to stay as it was. Nothing was published.\n  hint: build again",
      );
    site.seal();
    return {
      record,
      pages,
      rendered,
      files: site.counts(),
      anew:
        "why" in recalled
          ? recalled.why
          : recalled.last.code === code
            ? undefined
            : "the last build was made by other code",
      warnings: problems.length > 0 ? formatReport(problems) : "",
    };
  });
}
