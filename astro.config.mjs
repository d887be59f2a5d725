import { defineConfig } from "astro/config";
import { fileURLToPath } from "node:url";
import { astroConfig } from "./scripts/astro-config.ts";

// For editors and `astro check`; the scripts configure other content folders, and what the ledger remembers.
const folder = fileURLToPath(new URL("./content", import.meta.url));
const { configFile: _, ...config } = astroConfig(
  { folder, shownAs: "content" },
  undefined,
);

export default defineConfig(config);
