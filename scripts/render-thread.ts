import { readdirSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { parentPort, workerData } from "node:worker_threads";
import { StaticPaths } from "astro/runtime/prerender/static-paths.js";
import { deriveAppearances } from "../src/derive/appearance.ts";
import type { Edition } from "../src/derive/edition.ts";
import { listCalendars } from "../src/exports/calendar/calendars.ts";
import { CODE_FOLDER } from "./bundle-folder.ts";
import { createComparison, packReads } from "./page-reads.ts";
import type { PackedReads } from "./page-reads.ts";
import { pageFile } from "./site-files.ts";
import { Watch, watchRecord } from "./watch-record.ts";
import type { Part } from "./watch-record.ts";

type Content = Extract<typeof __CONTENT__, { record: unknown }>;

export interface RenderOrder {
  content: Pick<Content, "record" | "references"> & { edition: Edition };
  /** The folder of the bundle, and the styles of each route. */
  folder: string;
  styles: [route: string, styles: unknown[]][];
  /** What pages were made from last, and what each read of it; only pages that are there as they were rendered. */
  last: { parts: Part[]; reads: ReadonlyMap<string, PackedReads> } | undefined;
}

export interface RenderedPage {
  /** Its file below the site. */
  name: string;
  reads: PackedReads;
  /** Undefined where the page is as it was. */
  content: Uint8Array<ArrayBuffer> | undefined;
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

function watchContent(
  watch: Watch,
  { record, edition, references }: RenderOrder["content"],
): Content {
  const whole = <T>(value: T) => value;
  const calendars = listCalendars(record);
  return {
    record: watchRecord(watch, record),
    edition: watch.entry("edition", edition),
    calendars: watch.list("calendars", calendars, ({ path }) => path),
    references: watch.map("references", references, whole),
    appearances: watch.map("appearances", deriveAppearances(record), whole),
  };
}

/** Renders the pages of which a part changed, and tells of each page what it read. */
async function render(order: RenderOrder): Promise<void> {
  const watch = new Watch();
  globalThis.__CONTENT__ = watchContent(watch, order.content);
  const { parts } = watch;
  parentPort!.postMessage(parts);
  const compare = createComparison(order.last?.parts ?? [], parts);
  const app = await loadApp(order);
  const taken = new Set<string>();
  // What this reads decides which pages there are, and nothing of what they show: they are given no props.
  for (const { pathname, route } of await new StaticPaths(app).getAll()) {
    // Of two routes for one path, the first is the one that says more of it.
    if (taken.has(pathname)) continue;
    taken.add(pathname);
    const name = fileOf(pathname, route);
    const before = order.last?.reads.get(name);
    const same = before && compare(before);
    if (same) {
      tell({ name, reads: same, content: undefined });
      continue;
    }
    watch.begin();
    const request = new Request(addressOf(pathname, route));
    const response = await app.render(request, { routeData: route });
    const content = new Uint8Array(await response.arrayBuffer());
    tell({ name, reads: packReads(watch.end(), parts.length), content });
  }
}

function tell(page: RenderedPage): void {
  parentPort!.postMessage(page, page.content ? [page.content.buffer] : []);
}

await render(workerData as RenderOrder);
