import { relative, resolve } from "node:path";
import type { KeptReads } from "../src/model/kept-reads.ts";
import { count } from "../src/model/problem.ts";
import { beginAgain } from "./begin-again.ts";
import { BuildStopped } from "./build-stopped.ts";
import { contentFolder } from "./content-folder.ts";
import type { Deriving } from "./deriving.ts";
import { createProgress } from "./progress.ts";
import { BuildRunning } from "./publish.ts";
import { readFlags } from "./read-flags.ts";
import { watchBuilds } from "./watch-builds.ts";

beginAgain();

const FULL = "free some space on the disk, or build elsewhere with --out";
const CLOSED = "let this user read the content and write beside the site";
const HINTS: { [code: string]: string } = {
  ENOSPC: FULL,
  EDQUOT: FULL,
  EACCES: CLOSED,
  EPERM: CLOSED,
  EROFS: CLOSED,
};

/** The numbers under which tools that are no JavaScript name the same errors. */
const NUMBERS: { [number: string]: string } = {
  1: "EPERM",
  13: "EACCES",
  28: "ENOSPC",
  30: "EROFS",
  122: "EDQUOT",
};

/** What the system refused, and where; without a code when it refused nothing. */
function readSystemError(error: unknown): {
  code?: string | undefined;
  syscall?: string;
  path?: string | undefined;
  dest?: string | undefined;
} {
  const { code, syscall, path, dest, message } =
    error as NodeJS.ErrnoException & { dest?: string };
  if (code && syscall) return { code, syscall, path, dest };
  const number = /\(os error (\d+)\)/.exec(message)?.[1];
  return { code: NUMBERS[number ?? ""], syscall: "a write" };
}

/** What to print of an error that ends a build; undefined of one that only a defect explains. */
function formatStop(error: unknown): string | undefined {
  if (error instanceof BuildStopped || error instanceof BuildRunning)
    return error.message;
  const { code, syscall, path, dest } = readSystemError(error);
  if (!code) return undefined;
  const where = dest ?? path;
  return [
    `Unexpected ${code} from ${syscall}${where ? ` of ${relative(process.cwd(), where)}` : ""}, expected to read the content and to write the site.`,
    `  hint: ${HINTS[code] ?? "see that the disk works and that this user may read and write there"}; the last site is as it was`,
  ].join("\n");
}

const { values } = readFlags({
  options: {
    content: { type: "string", default: "content" },
    out: { type: "string", default: "dist" },
    "no-cache": { type: "boolean", default: false },
    watch: { type: "boolean", default: false },
  },
});
const content = contentFolder(values.content);
const out = resolve(values.out);
const folder = relative(process.cwd(), out) || ".";

async function buildOnce(kept?: KeptReads, begun?: Deriving): Promise<void> {
  const start = performance.now();
  // Not before the process has begun again: with all that it needs, it takes a while.
  const { buildSite } = await import("./build-site.ts");
  const { record, pages, rendered, files, anew, warnings } = await buildSite(
    content,
    out,
    createProgress(process.stderr),
    { reuse: !values["no-cache"], kept, begun },
  );
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  if (warnings) console.error(warnings);
  console.log(
    `${pages} pages, ${record.claims.length} claims, ${record.tables.length} tables in ${seconds} s`,
  );
  console.log(
    anew
      ? `All was made anew: ${anew}.`
      : `${count(rendered, "page was", "pages were")} rendered; ${files.written} files are new, ${files.kept} are as in the last build.`,
  );
  console.log(
    `Built into ${folder}/. To view it: npm run preview${values.out === "dist" ? "" : ` -- --out ${folder}`}`,
  );
}

if (values.watch) {
  const { createKeptReads } = await import("../src/model/kept-reads.ts");
  const { createDeriving } = await import("./deriving.ts");
  const kept = createKeptReads();
  let begun: Deriving | undefined;
  watchBuilds(content, async () => {
    await buildOnce(kept, begun).catch((error: unknown) =>
      console.error(formatStop(error) ?? error),
    );
    // For the next build, which then need not wait until its code is loaded.
    begun = createDeriving();
  });
} else
  await buildOnce().catch((error: unknown) => {
    const stop = formatStop(error);
    if (stop === undefined) throw error;
    console.error(stop);
    process.exitCode = 1;
  });
