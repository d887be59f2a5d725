import { readdirSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { parentPort, workerData } from "node:worker_threads";
import { StaticPaths } from "astro/runtime/prerender/static-paths.js";
import { CODE_FOLDER } from "./bundle-folder.ts";
import { pageFile } from "./site-files.ts";

type Content = Extract<typeof __CONTENT__, { record: unknown }>;

export interface RenderOrder {
  content: Content;
  /** The folder of the bundle, and the styles of each route. */
  folder: string;
  styles: [route: string, styles: unknown[]][];
}

export interface RenderedPage {
  /** Its file below the site. */
  name: string;
  content: Uint8Array<ArrayBuffer>;
}

type Route = Awaited<ReturnType<StaticPaths["getAll"]>>[number]["route"];

/** What is used of the application that Astro makes of a site's routes; `tests/scripts/rebuild.test.ts` proves it. */
type App = ConstructorParameters<typeof StaticPaths>[0] & {
  setInternals(internals: { pagesByKeys: Map<string, object> }): void;
  setOptions(options: object): void;
  render(request: Request, options: { routeData: Route }): Promise<Response>;
};

const ENTRY = /^prerender-entry\..+\.mjs$/;

async function loadApp({ folder, styles }: RenderOrder): Promise<App> {
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

async function render(order: RenderOrder): Promise<void> {
  globalThis.__CONTENT__ = order.content;
  const app = await loadApp(order);
  const taken = new Set<string>();
  for (const { pathname, route } of await new StaticPaths(app).getAll()) {
    // Of two routes for one path, the first is the one that says more of it.
    if (taken.has(pathname)) continue;
    taken.add(pathname);
    const request = new Request(addressOf(pathname, route));
    const response = await app.render(request, { routeData: route });
    const content = new Uint8Array(await response.arrayBuffer());
    const page: RenderedPage = { name: fileOf(pathname, route), content };
    parentPort!.postMessage(page, [content.buffer]);
  }
}

await render(workerData as RenderOrder);
