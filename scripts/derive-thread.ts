import { readdirSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { parentPort } from "node:worker_threads";
import { StaticPaths } from "astro/runtime/prerender/static-paths.js";
import type { Edition } from "../src/derive/edition.ts";
import type { Reference } from "../src/exports/cite-files.ts";
import { EXPORT_LISTS } from "../src/exports/list-exports.ts";
import type { AgreementRecord } from "../src/model/index.ts";
import { CODE_FOLDER } from "./bundle-folder.ts";
import { createComparison, packReads } from "./part-reads.ts";
import type { PackedReads } from "./part-reads.ts";
import { pageFile } from "./site-files.ts";
import { DERIVE_TOLD, listTold, nameOfTold } from "./told.ts";
import type { ToldKind } from "./told.ts";
import { watchContent } from "./watch-content.ts";
import { Watch } from "./watch-record.ts";
import type { Part } from "./watch-record.ts";

/** The citations of pages: path → references. */
export type PageReferences = ReadonlyMap<string, Reference[]>;

export interface DeriveOrder {
  record: AgreementRecord;
  edition: Edition;
  /** What was read last, and what of it was read by each that is there as it was derived. */
  last: { parts: Part[]; reads: ReadonlyMap<string, PackedReads> } | undefined;
}

export interface Derived {
  /** Of a file its path below the site, else `nameOfTold`. */
  name: string;
  reads: PackedReads;
  /** Undefined where it is as it was. */
  content: Uint8Array<ArrayBuffer> | undefined;
}

/** What pages are rendered with, beside the record. */
export interface RenderOrder {
  references: PageReferences;
  /** The folder of the bundle, and the styles of each route. */
  folder: string;
  styles: [route: string, styles: unknown[]][];
  /** Whether another bundle rendered those of the last site. */
  anew: boolean;
}

export type DeriveTask =
  | { task: "begin"; order: DeriveOrder }
  | { task: "tell"; kind: ToldKind }
  | { task: "exports" }
  | { task: "pages"; order: RenderOrder }
  | { task: "parts" }
  /** Some of what was told was taken. */
  | { task: "taken"; bytes: number };

/** What the thread tells: whatever it derived, and at the end of a task what all was derived from, if that was asked. */
export type Told = Derived | { parts: Part[] | undefined };

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

/** How many bytes may be on their way: whoever takes them may be slower, and they would fill the memory. */
const MOST_UNDERWAY = 1 << 20;
let underway = 0;
let resume = () => {};

/** Tells of a file, and waits until most of what was told is taken. */
async function tell(file: Derived): Promise<void> {
  const { content } = file;
  underway += content?.length ?? 0;
  parentPort!.postMessage(file, content ? [content.buffer] : []);
  while (underway > MOST_UNDERWAY)
    await new Promise<void>((resolve) => {
      resume = resolve;
    });
}

type Bytes = Uint8Array<ArrayBuffer>;

/** What all is derived from. */
interface Source {
  watch: Watch;
  content: ReturnType<typeof watchContent>;
  /** Derives what read a part that changed, and tells of each what it read. */
  make: Maker;
  last: DeriveOrder["last"];
}

type Maker = (
  name: string,
  make: () => Bytes | Promise<Bytes>,
) => Promise<void>;

function createMaker(watch: Watch, last: DeriveOrder["last"]): Maker {
  const compare = createComparison(last?.parts ?? [], watch);
  return async (name, make) => {
    const before = last?.reads.get(name);
    const same = before === undefined ? undefined : compare(before);
    if (same !== undefined)
      return tell({ name, reads: same, content: undefined });
    watch.begin();
    const content = await make();
    await tell({ name, reads: packReads(watch.end()), content });
  };
}

function beginWatch({ record, edition, last }: DeriveOrder): Source {
  const watch = new Watch();
  const content = watchContent(watch, record, edition);
  return { watch, content, make: createMaker(watch, last), last };
}

const encoder = new TextEncoder();

/** Derives all of one kind, as JSON. */
async function deriveTold(
  { content, make }: Source,
  kind: ToldKind,
): Promise<void> {
  const { record } = content;
  for (const page of listTold(record, kind))
    await make(nameOfTold(kind, page), () =>
      encoder.encode(JSON.stringify(DERIVE_TOLD[kind](record, page))),
    );
}

async function makeExports({ watch, content, make }: Source): Promise<void> {
  for (const list of EXPORT_LISTS) {
    const files = watch.remember(() => [...list(content.record)]);
    for (const [name, text] of files())
      await make(name, () => {
        // The list holds some of what the file is made from.
        files();
        return encoder.encode(text());
      });
  }
}

async function renderPages(
  { watch, content, last }: Source,
  order: RenderOrder,
): Promise<void> {
  globalThis.__CONTENT__ = {
    ...content,
    references: watch.map("references", order.references, (own) => own),
  };
  // Beside the record, pages read their references.
  const make = createMaker(watch, order.anew ? undefined : last);
  const app = await loadApp(order);
  const taken = new Set<string>();
  // What this reads decides which pages there are, and nothing of what they show: they are given no props.
  for (const { pathname, route } of await new StaticPaths(app).getAll()) {
    // Of two routes for one path, the first is the one that says more of it.
    if (taken.has(pathname)) continue;
    taken.add(pathname);
    await make(fileOf(pathname, route), async () => {
      const request = new Request(addressOf(pathname, route));
      const response = await app.render(request, { routeData: route });
      return new Uint8Array(await response.arrayBuffer());
    });
  }
}

let source: Source | undefined;

parentPort!.on("message", async (task: DeriveTask) => {
  if (task.task === "taken") {
    underway -= task.bytes;
    return resume();
  }
  if (task.task === "begin") {
    source = beginWatch(task.order);
    return;
  }
  if (task.task === "tell") await deriveTold(source!, task.kind);
  if (task.task === "exports") await makeExports(source!);
  if (task.task === "pages") await renderPages(source!, task.order);
  const done: Told = {
    parts: task.task === "parts" ? source!.watch.parts : undefined,
  };
  parentPort!.postMessage(done);
});
