import { parseArgs } from "node:util";
import { dev } from "astro";
import type { Plugin } from "vite";
import { formatReport, loadRecord } from "../src/model/index.ts";
import { astroConfig } from "./astro-config.ts";
import { contentFolder } from "./content-folder.ts";
import type { ContentFolder } from "./content-folder.ts";

/** Reloads the open page when a content file changes, is added or removed; prints what is wrong with it. */
function watchContent({ folder, shownAs }: ContentFolder): Plugin {
  return {
    name: "redline-content",
    configureServer(server) {
      server.watcher.add(folder);
      server.watcher.on("all", (event, path) => {
        if (!path.startsWith(folder) || event.endsWith("Dir")) return;
        for (const environment of Object.values(server.environments))
          environment.moduleGraph.invalidateAll();
        const { problems } = loadRecord(folder, shownAs);
        if (problems.length > 0) console.error(formatReport(problems));
        server.ws.send({ type: "full-reload" });
      });
    },
  };
}

const { values } = parseArgs({
  options: {
    content: { type: "string", default: "content" },
    port: { type: "string", default: "4321" },
  },
});
const content = contentFolder(values.content);
const { record, problems } = loadRecord(content.folder, content.shownAs);
if (problems.length > 0) console.error(formatReport(problems));

const config = astroConfig(content, record?.ledger);
const server = await dev({
  ...config,
  logLevel: "info",
  server: { port: Number(values.port) },
  vite: { ...config.vite, plugins: [watchContent(content)] },
});
console.log(
  `Editing ${content.shownAs}/ at http://localhost:${server.address.port}/ (Ctrl+C stops)`,
);
