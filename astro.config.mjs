import { unified } from "@astrojs/markdown-remark";
import mdx from "@astrojs/mdx";
import { defineConfig } from "astro/config";
import { fileURLToPath } from "node:url";
import { bindEmbeds } from "./src/markdown/bind-embeds.ts";
import { highlightCode } from "./src/markdown/highlight-code.ts";

const content = fileURLToPath(new URL("./content", import.meta.url));

export default defineConfig({
  publicDir: "./src/static",
  trailingSlash: "always",
  build: { format: "directory", assets: "_assets", inlineStylesheets: "never" },
  devToolbar: { enabled: false },
  markdown: {
    syntaxHighlight: false,
    processor: unified({
      remarkPlugins: [bindEmbeds],
      rehypePlugins: [highlightCode],
    }),
  },
  integrations: [mdx()],
  // The scripts replace both to build another content folder.
  vite: {
    define: {
      __CONTENT__: JSON.stringify({ folder: content, shownAs: "content" }),
    },
    // Scripts and fonts stay files: the pages need no inline script.
    build: { assetsInlineLimit: 0 },
    resolve: { alias: { "@content": content }, dedupe: ["astro"] },
  },
});
