import { enableCompileCache } from "node:module";
import { join } from "node:path";
import { ROOT } from "./root.ts";

// Node keeps what is imported from here on as it compiled it: half a second of each build. Threads, and processes that
// this one begins, learn from the environment where.
process.env["NODE_COMPILE_CACHE"] ??= join(
  ROOT,
  "node_modules/.cache/redline/code",
);
enableCompileCache(process.env["NODE_COMPILE_CACHE"]);
