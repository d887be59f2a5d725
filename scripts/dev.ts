import { fileURLToPath } from "node:url";
import { dev } from "astro";
import type { Plugin } from "vite";
import {
  createKeptReads,
  formatReport,
  loadDraft,
} from "../src/model/index.ts";
import { astroConfig } from "./astro-config.ts";
import { contentFolder } from "./content-folder.ts";
import { publishedSections } from "./published-sections.ts";
import { readFlags } from "./read-flags.ts";

/** The module that holds the record; with it, all that is derived from the record is stale. */
const RECORD = fileURLToPath(new URL("../src/record.ts", import.meta.url));

/** How long the page has the processor to itself before the report is made. */
const REPORT_AFTER = 400;

/** Prints what is wrong with the content, or once that it is well again. */
function createReport({ folder, shownAs, kept }: EditedContent): () => void {
  let last = "";
  return () => {
    const { problems } = loadDraft(folder, shownAs, kept);
    const report = problems.length > 0 ? formatReport(problems) : "";
    if (report !== last) console.error(report || "No problems.");
    last = report;
  };
}

/** Reloads the open page when a content file changes, is added or removed; then says what is wrong with it. */
function watchContent(content: EditedContent): Plugin {
  const report = createReport(content);
  let timer: NodeJS.Timeout | undefined;
  return {
    name: "redline-content",
    configureServer(server) {
      server.watcher.add(content.folder);
      server.watcher.on("all", (event, path) => {
        if (!path.startsWith(content.folder) || event.endsWith("Dir")) return;
        for (const { moduleGraph } of Object.values(server.environments))
          for (const module of moduleGraph.getModulesByFile(RECORD) ?? [])
            moduleGraph.invalidateModule(module);
        server.ws.send({ type: "full-reload" });
        clearTimeout(timer);
        timer = setTimeout(report, REPORT_AFTER);
      });
      report();
    },
  };
}

const { values } = readFlags({
  options: {
    content: { type: "string", default: "content" },
    port: { type: "string", default: "4321" },
  },
});
const content = { ...contentFolder(values.content), kept: createKeptReads() };
globalThis.__CONTENT__ = content;
const { record } = loadDraft(content.folder, content.shownAs, content.kept);

const config = astroConfig(content, publishedSections(record?.ledger));
const server = await dev({
  ...config,
  logLevel: "info",
  server: { port: Number(values.port) },
  vite: { ...config.vite, plugins: [watchContent(content)] },
});
console.log(
  `Editing ${content.shownAs}/ at http://localhost:${server.address.port}/ (Ctrl+C stops)`,
);
