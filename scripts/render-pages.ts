import { mkdir, readdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { build } from "astro";
import type { AstroIntegration } from "astro";
import { deriveEdition } from "../src/derive/edition.ts";
import { formatReport, loadRecord } from "../src/model/index.ts";
import type { AgreementRecord } from "../src/model/index.ts";
import { astroConfig, ROOT } from "./astro-config.ts";
import { BuildStopped } from "./build-stopped.ts";
import type { ContentFolder } from "./content-folder.ts";
import { isRunning } from "./is-running.ts";
import { listFiles, pageFile } from "./site-files.ts";

/** Takes a file of the rendered site: its path below the site, and what it holds. */
export type TakeFile = (name: string, content: Uint8Array) => void;

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

/**
 * Hands over each page and file that a route makes, where Astro would write it: a file that is written is half of
 * what a page costs.
 */
function handOver(take: TakeFile): AstroIntegration {
  return {
    name: "hand-over",
    hooks: {
      "astro:build:start": ({ setPrerenderer }) =>
        setPrerenderer((renderer) => ({
          ...renderer,
          async getStaticPaths() {
            const taken = new Set<string>();
            for (const { pathname, route } of await renderer.getStaticPaths()) {
              // Of two routes for one path, the first is the one that says more of it.
              if (taken.has(pathname)) continue;
              taken.add(pathname);
              const page = route.type === "page";
              const request = new Request(
                `http://localhost${pathname}${page && !pathname.endsWith("/") ? "/" : ""}`,
              );
              const answer = await renderer.render(request, {
                routeData: route,
              });
              const response =
                answer instanceof Response ? answer : answer.response;
              const name =
                route.route === "/404"
                  ? "404.html"
                  : page
                    ? pageFile(pathname)
                    : pathname.slice(1);
              take(name, new Uint8Array(await response.arrayBuffer()));
            }
            return [];
          },
        })),
    },
  };
}

/**
 * Runs Astro's build in a folder of this process's own, and from inside it: Astro keeps what it runs below the
 * working directory in one place, which builds at the same time would share, unless the output lies there, too.
 */
async function buildInside(
  content: ContentFolder,
  record: AgreementRecord,
  take: TakeFile,
): Promise<void> {
  await removeLeftovers();
  const own = join(WORKSHOP, `${BEGINNING}${process.pid}`);
  await mkdir(join(own, "site"), { recursive: true });
  const before = process.cwd();
  process.chdir(own);
  try {
    const config = astroConfig(content, record.ledger);
    // The working directory has no links in its name, and so must the output not, to be found below it.
    const outDir = join(process.cwd(), "site");
    await build({
      ...config,
      outDir,
      integrations: [...(config.integrations ?? []), handOver(take)],
    });
    for (const name of listFiles(outDir))
      take(name, await readFile(join(outDir, name)));
  } finally {
    process.chdir(before);
    await rm(own, { recursive: true, force: true });
  }
}

/**
 * Renders the pages of a record, and hands over every file. They read the content again: throws BuildStopped where
 * it is no longer what `record` was made of, since pages and files for programs would then tell of two records.
 */
export async function renderPages(
  content: ContentFolder,
  record: AgreementRecord,
  take: TakeFile,
): Promise<void> {
  let failure: { error: unknown } | undefined;
  try {
    await buildInside(content, record, take);
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
