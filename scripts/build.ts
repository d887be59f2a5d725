import { relative, resolve } from "node:path";
import { parseArgs } from "node:util";
import { buildSite, BuildStopped } from "./build-site.ts";
import { contentFolder } from "./content-folder.ts";
import { createProgress } from "./progress.ts";
import { BuildRunning } from "./publish.ts";

const FULL = "free some space on the disk, or build elsewhere with --out";
const CLOSED = "let this user read the content and write beside the site";
const HINTS: { [code: string]: string } = {
  ENOSPC: FULL,
  EDQUOT: FULL,
  EACCES: CLOSED,
  EPERM: CLOSED,
  EROFS: CLOSED,
};

/** What to print of an error that ends a build; throws those that only a defect explains. */
function formatStop(error: unknown): string {
  if (error instanceof BuildStopped || error instanceof BuildRunning)
    return error.message;
  const { code, syscall, path, dest } = error as NodeJS.ErrnoException & {
    dest?: string;
  };
  if (!code || !syscall) throw error;
  const where = dest ?? path;
  return [
    `Unexpected ${code} from ${syscall}${where ? ` of ${relative(process.cwd(), where)}` : ""}, expected to read the content and to write the site.`,
    `  hint: ${HINTS[code] ?? "see that the disk works and that this user may read and write there"}; the last site is as it was`,
  ].join("\n");
}

const { values } = parseArgs({
  options: {
    content: { type: "string", default: "content" },
    out: { type: "string", default: "dist" },
  },
});
const start = performance.now();
const out = resolve(values.out);

try {
  const { record, pages, warnings } = await buildSite(
    contentFolder(values.content),
    out,
    createProgress(process.stderr),
  );
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  if (warnings) console.error(warnings);
  console.log(
    `${pages} pages, ${record.claims.length} claims, ${record.tables.length} tables in ${seconds} s`,
  );
  const folder = relative(process.cwd(), out) || ".";
  console.log(
    `Built into ${folder}/. To view it: npm run preview${values.out === "dist" ? "" : ` -- --out ${folder}`}`,
  );
} catch (error) {
  console.error(formatStop(error));
  process.exitCode = 1;
}
