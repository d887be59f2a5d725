import { writeFileSync } from "node:fs";
import { rename } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "astro";
import type { AstroIntegration } from "astro";
import { astroConfig } from "./astro-config.ts";
import { CODE_FOLDER, FILES_FOLDER, STYLES_FILE } from "./bundle-folder.ts";
import type { BundleOrder, BundleFault } from "./bundle-folder.ts";

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

/** Makes a bundle in the working directory: Astro keeps what it runs below that, unless the output lies there, too. */
async function makeBundle({ content, sections }: BundleOrder): Promise<void> {
  // It has no links in its name, and so must the output not, to be found below it.
  const folder = process.cwd();
  const config = astroConfig(content, sections);
  await build({
    ...config,
    outDir: join(folder, FILES_FOLDER),
    integrations: [...(config.integrations ?? []), takeBundle(folder)],
  });
}

// Nobody waits for the bundle any more.
process.on("disconnect", () => process.exit());
process.once("message", (order: BundleOrder) => {
  makeBundle(order).then(
    () => process.exit(),
    (error: NodeJS.ErrnoException) => {
      const { stack, message, code, syscall, path } = error;
      const fault: BundleFault = { stack, message, code, syscall, path };
      process.send!(fault, () => process.exit(1));
    },
  );
});
