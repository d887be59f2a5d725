import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { mkdir, readdir, rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { AstroIntegration } from "astro";
import type { AgreementRecord } from "../src/model/index.ts";
import type { ContentFolder } from "./content-folder.ts";
import { isRunning } from "./is-running.ts";
import { publishedSections } from "./published-sections.ts";
import { ROOT } from "./root.ts";
import { listFiles } from "./site-files.ts";

/** The code of all pages, made ready to run: routes, explainers, styles, scripts; it holds nothing of the record. */
export interface Bundle {
  folder: string;
  /** The styles of each route, as Astro looks them up when it renders a page. */
  styles: [route: string, styles: unknown[]][];
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

/** In a bundle's folder: the code, what is published as it is, and the list of styles. */
export const CODE_FOLDER = "code";
export const FILES_FOLDER = "files";
const STYLES_FILE = "styles.json";
/** Says what all other files of a kept bundle hash to. */
const SEAL_FILE = "seal";

function keyOf(
  content: ContentFolder,
  record: AgreementRecord,
  code: string,
): string {
  const hash = createHash("sha256").update(code);
  hash.update(JSON.stringify([...publishedSections(record.ledger)]));
  const folder = join(content.folder, "explainers");
  const names = existsSync(folder)
    ? readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name))
        .sort()
    : [];
  for (const name of names) {
    const bytes = readFileSync(name);
    hash.update(`\n${name.slice(folder.length)} ${bytes.length}\n`);
    hash.update(bytes);
  }
  return hash.digest("hex");
}

const remove = (folder: string) => rm(folder, { recursive: true, force: true });

/** Removes what builds left that were killed, and bundles that no build asked for in a while. */
async function removeLeftovers(): Promise<void> {
  for (const name of await readdir(WORKSHOP).catch(() => []))
    if (
      name.startsWith(BEGINNING) &&
      !isRunning(Number(name.slice(BEGINNING.length)))
    )
      await remove(join(WORKSHOP, name));
  const names = await readdir(KEPT).catch(() => []);
  if (names.length <= MOST_KEPT) return;
  const ages = await Promise.all(
    names.map(async (name) => ({
      name,
      made: (await stat(join(KEPT, name))).mtimeMs,
    })),
  );
  ages.sort((a, b) => a.made - b.made);
  for (const { name, made } of ages.slice(0, names.length - MOST_KEPT))
    if (Date.now() - made > YOUNG) await remove(join(KEPT, name));
}

/** Has Astro bundle all pages and render none; then takes the bundle away, which Astro would delete. */
function takeBundle(folder: string): AstroIntegration {
  let pages: ReadonlyMap<string, { styles: unknown[] }> = new Map();
  let made: string | undefined;
  return {
    name: "take-bundle",
    hooks: {
      "astro:build:setup": ({ target, pages: known }) => {
        if (target === "server") pages = known;
      },
      "astro:config:done": ({ config }) => {
        made = fileURLToPath(new URL(".prerender/", config.outDir));
      },
      "astro:build:start": ({ setPrerenderer }) =>
        setPrerenderer({
          name: "take-bundle",
          getStaticPaths: () => Promise.resolve([]),
          render: () => Promise.reject(new Error("no page to render")),
          async teardown() {
            await rename(made!, join(folder, CODE_FOLDER));
            writeFileSync(
              join(folder, STYLES_FILE),
              JSON.stringify(
                [...pages].map(([route, { styles }]) => [route, styles]),
              ),
            );
          },
        }),
    },
  };
}

/**
 * Runs Astro in a folder of this process's own, and from inside it: Astro keeps what it runs below the working
 * directory in one place, which builds at the same time would share, unless the output lies there, too.
 */
async function makeBundle(
  content: ContentFolder,
  record: AgreementRecord,
  folder: string,
): Promise<void> {
  await mkdir(join(folder, FILES_FOLDER), { recursive: true });
  const before = process.cwd();
  process.chdir(folder);
  try {
    // Most of what a command loads, and of no use where the bundle is kept.
    const { build } = await import("astro");
    const { astroConfig } = await import("./astro-config.ts");
    const config = astroConfig(content, record.ledger);
    // The working directory has no links in its name, and so must the output not, to be found below it.
    const own = process.cwd();
    await build({
      ...config,
      outDir: join(own, FILES_FOLDER),
      integrations: [...(config.integrations ?? []), takeBundle(own)],
    });
  } finally {
    process.chdir(before);
  }
}

function hashFiles(folder: string): string {
  const hash = createHash("sha256");
  for (const name of listFiles(folder)) {
    if (name === SEAL_FILE) continue;
    const bytes = readFileSync(join(folder, name));
    hash.update(`\n${name} ${bytes.length}\n`).update(bytes);
  }
  return hash.digest("hex");
}

/** Whether a bundle is there as it was made; one that is not is removed. */
async function isIntact(folder: string): Promise<boolean> {
  if (!existsSync(folder)) return false;
  const seal = join(folder, SEAL_FILE);
  if (existsSync(seal) && readFileSync(seal, "utf8") === hashFiles(folder))
    return true;
  await remove(folder);
  return false;
}

function readBundle(folder: string, drop: Bundle["drop"]): Bundle {
  const styles = readFileSync(join(folder, STYLES_FILE), "utf8");
  return { folder, styles: JSON.parse(styles) as Bundle["styles"], drop };
}

/**
 * Bundles the pages, or takes the bundle of an earlier build that was made of the same code, explainers and published
 * headings, whatever the data. Where none can be kept, it is made for this build alone.
 */
export async function bundlePages(
  content: ContentFolder,
  record: AgreementRecord,
  code: string,
  reuse: boolean,
): Promise<Bundle> {
  await removeLeftovers();
  const kept = join(KEPT, keyOf(content, record, code));
  const keep = () => Promise.resolve();
  if (reuse && (await isIntact(kept))) return readBundle(kept, keep);
  const own = join(WORKSHOP, `${BEGINNING}${process.pid}`);
  try {
    await makeBundle(content, record, own);
    if (!reuse) return readBundle(own, () => remove(own));
    writeFileSync(join(own, SEAL_FILE), hashFiles(own));
    try {
      await mkdir(KEPT, { recursive: true });
      await rename(own, kept);
      return readBundle(kept, keep);
    } catch {
      // Another build was faster, or nothing can be written there.
      return readBundle(own, () => remove(own));
    }
  } catch (error) {
    await remove(own);
    throw error;
  }
}
