import { fileURLToPath } from "node:url";
import type { AstroInlineConfig } from "astro";
import type { ContentFolder } from "./content-folder.ts";

export const ROOT = fileURLToPath(new URL("..", import.meta.url));

/** Astro's configuration for a content folder: laid over `astro.config.mjs`. */
export function astroConfig(content: ContentFolder): AstroInlineConfig {
  return {
    root: ROOT,
    logLevel: "error",
    vite: {
      define: { __CONTENT__: JSON.stringify(content) },
      resolve: { alias: { "@content": content.folder } },
      server: { fs: { allow: [ROOT, content.folder] } },
    },
  };
}
