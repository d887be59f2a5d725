import { relative, resolve } from "node:path";
import { parseArgs } from "node:util";
import { buildSite, BuildStopped } from "./build-site.ts";
import { contentFolder } from "./content-folder.ts";
import { createProgress } from "./progress.ts";

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
  if (!(error instanceof BuildStopped)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
