import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { StaticPaths } from "astro/runtime/prerender/static-paths.js";
import { CODE_FOLDER, FILES_FOLDER } from "./bundle-pages.ts";
import type { Bundle } from "./bundle-pages.ts";
import { listFiles, pageFile } from "./site-files.ts";

/** Takes a file of the rendered site: its path below the site, and what it holds. */
type TakeFile = (name: string, content: Uint8Array) => void;

type Route = Awaited<ReturnType<StaticPaths["getAll"]>>[number]["route"];

/** What is used of the application that Astro makes of a site's routes; `tests/scripts/rebuild.test.ts` proves it. */
type App = ConstructorParameters<typeof StaticPaths>[0] & {
  setInternals(internals: { pagesByKeys: Map<string, object> }): void;
  setOptions(options: object): void;
  render(request: Request, options: { routeData: Route }): Promise<Response>;
};

const ENTRY = /^prerender-entry\..+\.mjs$/;

async function loadApp({ folder, styles }: Bundle): Promise<App> {
  const code = join(folder, CODE_FOLDER);
  const entry = readdirSync(code).find((name) => ENTRY.test(name))!;
  const { app } = (await import(pathToFileURL(join(code, entry)).href)) as {
    app: App;
  };
  app.setInternals({
    pagesByKeys: new Map(styles.map(([key, styles]) => [key, { styles }])),
  });
  app.setOptions({
    settings: { scripts: [] },
    logger: { options: { destination: { write: () => true } } },
  });
  return app;
}

/** Where Astro would write what a route answers. */
function fileOf(pathname: string, { type, route }: Route): string {
  if (type !== "page") return pathname.slice(1);
  return route === "/404" ? "404.html" : pageFile(pathname);
}

function addressOf(pathname: string, { type }: Route): string {
  const end = type === "page" && !pathname.endsWith("/") ? "/" : "";
  return `http://localhost${pathname}${end}`;
}

let rendered = false;

/**
 * Renders every page of a record with the code of a bundle, and hands over each, and every file that is published as
 * it is. A process renders one record: the code of the pages holds on to it.
 */
export async function renderPages(
  bundle: Bundle,
  { record, references }: Extract<typeof __CONTENT__, { record: unknown }>,
  take: TakeFile,
): Promise<void> {
  if (rendered) throw new Error("a process renders one record");
  rendered = true;
  globalThis.__CONTENT__ = { record, references };
  const app = await loadApp(bundle);
  const taken = new Set<string>();
  for (const { pathname, route } of await new StaticPaths(app).getAll()) {
    // Of two routes for one path, the first is the one that says more of it.
    if (taken.has(pathname)) continue;
    taken.add(pathname);
    const request = new Request(addressOf(pathname, route));
    const response = await app.render(request, { routeData: route });
    take(fileOf(pathname, route), new Uint8Array(await response.arrayBuffer()));
  }
  const files = join(bundle.folder, FILES_FOLDER);
  for (const name of listFiles(files))
    take(name, readFileSync(join(files, name)));
}
