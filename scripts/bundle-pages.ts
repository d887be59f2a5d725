import { fork } from "node:child_process";
import { once } from "node:events";
import {
  existsSync,
  readFileSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { mkdir, readdir, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import type { AgreementRecord } from "../src/model/index.ts";
import { COMPILED } from "./begin-again.ts";
import { BuildStopped } from "./build-stopped.ts";
import { CODE_FOLDER, FILES_FOLDER, STYLES_FILE } from "./bundle-folder.ts";
import type { BundleFault, BundleOrder } from "./bundle-folder.ts";
import { hashCode } from "./code-key.ts";
import type { ContentFolder } from "./content-folder.ts";
import { hashFiles } from "./hash-files.ts";
import { isRunning } from "./is-running.ts";
import { publishedSections } from "./published-sections.ts";
import { ROOT } from "./root.ts";

/** The code of all pages, made ready to run: routes, explainers, styles, scripts; it holds nothing of the record. */
export interface Bundle {
  folder: string;
  /** The styles of each route, as Astro looks them up when it renders a page. */
  styles: [route: string, styles: unknown[]][];
  /** Of all that is in it. */
  sha256: string;
  /** Removes it, unless it is kept for the next build. */
  drop(): Promise<void>;
}

/** Where bundles are made: below the project, since what runs to make the pages finds its packages only there. */
const WORKSHOP = join(ROOT, ".astro");
const BEGINNING = "bundle-";
const KEPT = join(ROOT, "node_modules/.cache/redline/pages");
/** About 2 MB each. */
const MOST_KEPT = 20;
/** Younger ones may still be read by a build that runs. */
const YOUNG = 60 * 60 * 1000;

/** Files of code that Node compiled, some 40 MB: it removes none itself, and each bundle brings more. */
const MOST_COMPILED = 5000;

/** Variables that pages read as `import.meta.env`, and that a build decides by itself. */
const TOLD_TO_PAGES = [
  "ASSETS_PREFIX",
  "BASE_URL",
  "DEV",
  "MODE",
  "PROD",
  "SITE",
  "SSR",
];

/** Says what all other files of a kept bundle hash to. */
const SEAL_FILE = "seal";

function keyOf({ content, sections }: BundleOrder): string {
  const published = JSON.stringify([...sections]);
  return hashFiles(hashCode() + published, content.folder, ["explainers"]);
}

const remove = (folder: string) => rm(folder, { recursive: true, force: true });

/** Removes what builds left that were killed, bundles that no build asked for in a while, and compiled code in plenty. */
async function removeLeftovers(): Promise<void> {
  const compiled = await readdir(COMPILED, { recursive: true }).catch(() => []);
  if (compiled.length > MOST_COMPILED)
    await remove(COMPILED).catch(() => undefined);
  for (const name of await readdir(WORKSHOP).catch(() => []))
    if (
      name.startsWith(BEGINNING) &&
      !isRunning(Number(name.slice(BEGINNING.length)))
    )
      await remove(join(WORKSHOP, name));
  const names = await readdir(KEPT).catch(() => []);
  const ages = names.map((name) => ({
    name,
    // Another build may be removing the same one.
    used: statSync(join(KEPT, name), { throwIfNoEntry: false })?.mtimeMs ?? 0,
  }));
  ages.sort((a, b) => b.used - a.used);
  for (const { name, used } of ages.slice(MOST_KEPT))
    if (Date.now() - used > YOUNG)
      await remove(join(KEPT, name)).catch(() => undefined);
}

/**
 * Code under development and code for readers are bundled differently: a shell that says otherwise, such as a test
 * runner's, would change the bytes; with `PROD` set to nothing, pages would have no policy.
 */
function forReaders(): void {
  process.env["NODE_ENV"] = "production";
  for (const name of TOLD_TO_PAGES) delete process.env[name];
}

const MAKER = join(import.meta.dirname, "make-bundle.ts");

/** Has a process of its own make a bundle, which gives back what it took: a quarter of a gigabyte. */
async function makeBundle(order: BundleOrder, folder: string): Promise<void> {
  await mkdir(join(folder, FILES_FOLDER), { recursive: true });
  const maker = fork(MAKER, { cwd: folder, serialization: "advanced" });
  let fault: BundleFault | undefined;
  maker.on("message", (said: BundleFault) => (fault = said));
  maker.send(order);
  // Not on its exit: what it said last may still be on the way then.
  const [code, signal] = (await once(maker, "close")) as [
    number | null,
    string,
  ];
  if (fault) throw Object.assign(new Error(fault.message), fault);
  if (code !== 0) throw new Error(`the bundler ended with ${code ?? signal}`);
}

/** The seal of a bundle as it is now. */
const sealOf = (folder: string) =>
  hashFiles("", folder, [CODE_FOLDER, FILES_FOLDER, STYLES_FILE]);

/** The seal of a bundle that is there as it was made; undefined where none is, and one that was damaged is removed. */
async function findIntact(folder: string): Promise<string | undefined> {
  if (!existsSync(folder)) return undefined;
  try {
    const seal = sealOf(folder);
    if (readFileSync(join(folder, SEAL_FILE), "utf8") === seal) {
      const now = new Date();
      utimesSync(folder, now, now);
      return seal;
    }
  } catch {
    // What cannot be read is made anew.
  }
  await remove(folder).catch(() => undefined);
  return undefined;
}

function readBundle(
  folder: string,
  sha256: string,
  drop: Bundle["drop"],
): Bundle {
  const text = readFileSync(join(folder, STYLES_FILE), "utf8");
  const styles = JSON.parse(text) as Bundle["styles"];
  return { folder, styles, sha256, drop };
}

/**
 * Bundles the pages, or takes the bundle of an earlier build that was made of the same code, explainers and published
 * headings, whatever the data. Where none can be kept, it is made for this build alone. Throws BuildStopped where
 * code or explainers change meanwhile.
 */
export async function bundlePages(
  content: ContentFolder,
  record: AgreementRecord,
  reuse: boolean,
): Promise<Bundle> {
  forReaders();
  const order = { content, sections: publishedSections(record.ledger) };
  const key = keyOf(order);
  const kept = join(KEPT, key);
  const keep = () => Promise.resolve();
  const keptSeal = reuse ? await findIntact(kept) : undefined;
  if (keptSeal !== undefined) return readBundle(kept, keptSeal, keep);
  await removeLeftovers();
  const own = join(WORKSHOP, `${BEGINNING}${process.pid}`);
  try {
    // In a container, a killed build may have had the same number.
    await remove(own);
    await makeBundle(order, own);
    if (keyOf(order) !== key)
      throw new BuildStopped(
        `Unexpected change of the code or of ${content.shownAs}/explainers while the site was built, expected them to stay as they were. Nothing was published.\n  hint: build again`,
      );
    const seal = sealOf(own);
    if (!reuse) return readBundle(own, seal, () => remove(own));
    writeFileSync(join(own, SEAL_FILE), seal);
    try {
      await mkdir(KEPT, { recursive: true });
      await rename(own, kept);
      return readBundle(kept, seal, keep);
    } catch {
      // Another build was faster, or nothing can be written there.
      return readBundle(own, seal, () => remove(own));
    }
  } catch (error) {
    await remove(own);
    throw error;
  }
}
