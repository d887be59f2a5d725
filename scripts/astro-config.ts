import { unified } from "@astrojs/markdown-remark";
import mdx from "@astrojs/mdx";
import type { AstroInlineConfig } from "astro";
import { bindEmbeds } from "../src/markdown/bind-embeds.ts";
import { highlightCode } from "../src/markdown/highlight-code.ts";
import { keepHeadingIds } from "../src/markdown/keep-heading-ids.ts";
import type { PublishedSections } from "../src/markdown/keep-heading-ids.ts";
import type { ContentFolder } from "./content-folder.ts";
import { ROOT } from "./root.ts";

/** Astro's whole configuration for a content folder, and for the headings that it has published. */
export function astroConfig(
  content: ContentFolder,
  sections: PublishedSections,
): AstroInlineConfig {
  return {
    configFile: false,
    root: ROOT,
    logLevel: "error",
    publicDir: "./src/static",
    trailingSlash: "always",
    build: {
      format: "directory",
      assets: "_assets",
      inlineStylesheets: "never",
    },
    devToolbar: { enabled: false },
    markdown: {
      syntaxHighlight: false,
      processor: unified({
        remarkPlugins: [bindEmbeds, keepHeadingIds(sections)],
        rehypePlugins: [highlightCode],
      }),
    },
    integrations: [mdx()],
    vite: {
      // Scripts and fonts stay files: the pages need no inline script.
      build: { assetsInlineLimit: 0 },
      resolve: {
        alias: { "@content": content.folder },
        dedupe: ["astro"],
      },
      server: { fs: { allow: [ROOT, content.folder] } },
    },
  };
}
