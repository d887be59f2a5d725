import { cpSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { cpus, tmpdir, totalmem } from "node:os";
import { join } from "node:path";
import { LEDGER_FILE, PINS_FILE } from "../src/model/load.ts";
import { measureDevLoop } from "./bench-dev.ts";
import { measureRebuild, measureWatch } from "./bench-rebuild.ts";
import { canServe, measureServing } from "./bench-serve.ts";
import { line, listSteps, measure, measureBuild, median } from "./measure.ts";
import { benchPages } from "./bench-pages.ts";
import { readFlags } from "./read-flags.ts";
import { sizeForms, weighSite } from "./weigh-site.ts";
import { writeSyntheticContent } from "./synthetic-content.ts";

const { values } = readFlags({
  options: {
    content: { type: "string", default: "content" },
    runs: { type: "string", default: "5" },
    "check-only": { type: "boolean", default: false },
    serve: { type: "boolean", default: false },
    pages: { type: "string" },
  },
});
const runs = Number(values.runs);
const out = mkdtempSync(join(tmpdir(), "redline-bench-"));

line(
  "machine",
  `${cpus().length} × ${cpus()[0]?.model ?? "?"}, ${(totalmem() / 2 ** 30).toFixed(0)} GiB, Node ${process.version}`,
);

if (values.pages !== undefined) {
  await benchPages(values.pages.split(",").map(Number), out);
  rmSync(out, { recursive: true, force: true });
  process.exit();
}
if (values.serve) {
  if (canServe()) {
    const site = join(out, "site");
    await measureBuild(values.content, site);
    const largest = `/tables/${readdirSync(join(site, "tables"))[0]}/`;
    for (const one of await measureServing(site, ["/", largest]))
      line(
        `serving ${one.page}, ${one.compressed ? "compressed by the build" : "compressed on the fly"}`,
        `${one.perSecond.toFixed(0)} answers a second, ${one.errors} errors`,
      );
  } else console.log("nginx or wrk is not installed; see docs/publishing.md");
  rmSync(out, { recursive: true, force: true });
  process.exit();
}

/** One after the other. */
async function repeat<T>(times: number, run: () => Promise<T>): Promise<T[]> {
  const results: T[] = [];
  for (let time = 0; time < times; time += 1) results.push(await run());
  return results;
}

const checks = await repeat(runs, () =>
  measure("scripts/check.ts", "--content", values.content),
);
line(
  `npm run check, median of ${runs}`,
  `${median(checks.map((run) => run.seconds)).toFixed(2)} s`,
);

for (const claims of [1_000, 10_000, 100_000]) {
  const content = join(out, `content-${claims}`);
  writeSyntheticContent(content, claims);
  const times = await repeat(Math.min(3, runs), () =>
    measure("scripts/check.ts", "--content", content),
  );
  const seconds = median(times.map((run) => run.seconds));
  rmSync(content, { recursive: true });
  line(
    `  of ${claims} claims, median of ${times.length}`,
    `${(seconds * 1000).toFixed(0)} ms, ${((seconds * 1e6) / claims).toFixed(0)} ms per 1,000 claims`,
  );
}
if (values["check-only"]) {
  rmSync(out, { recursive: true, force: true });
  process.exit();
}

const loop = await measureDevLoop(values.content, out, runs);
line(
  `dev loop, saved file to page, median of ${runs}`,
  `${median(loop).toFixed(0)} ms`,
);

const builds = await repeat(Math.min(3, runs), () =>
  measureBuild(values.content, join(out, "site"), "--no-cache"),
);
line(
  `full build, median of ${builds.length}`,
  `${median(builds.map((run) => run.seconds)).toFixed(1)} s`,
);
line(
  "peak memory",
  `${Math.max(...builds.map((run) => run.megabytes)).toFixed(0)} MB`,
);

line("  steps", listSteps(builds.at(-1)!));
// Without its ledger, which would ask for an entry in the record's history.
const edited = join(out, "edited");
cpSync(values.content, edited, { recursive: true });
for (const name of [LEDGER_FILE, PINS_FILE])
  rmSync(join(edited, name), { force: true });
const kept = join(out, "kept");
await measureBuild(edited, kept);
const rebuilds = await repeat(Math.min(3, runs), () =>
  measureRebuild(edited, kept),
);
line(
  `rebuild after one edit, median of ${rebuilds.length}`,
  `${median(rebuilds.map((run) => run.seconds)).toFixed(1)} s`,
);
line("  steps", listSteps(rebuilds.at(-1)!));
const watched = await measureWatch(edited, kept, runs);
line(
  `the same in build -- --watch, median of ${runs}`,
  `${median(watched).toFixed(1)} s`,
);

for (const { form, files, bytes } of await sizeForms(join(out, "site")))
  line(`  ${form}`, `${files} files, ${(bytes / 1e6).toFixed(1)} MB`);

const { pages, fonts } = await weighSite(join(out, "site"));
const kilobytes = (bytes: number) => `${(bytes / 1024).toFixed(1)} KB`;
line("pages", String(pages.length));
line(
  "median page, HTML + CSS + JS, brotli",
  kilobytes(median(pages.map(({ all }) => all))),
);
for (const { page, all } of pages.slice(0, 3))
  line(`  largest: ${page}`, kilobytes(all));
line(
  "JS of a page, most, outside search",
  kilobytes(
    Math.max(
      ...pages
        .filter(({ page }) => !page.startsWith("search/"))
        .map(({ scripts }) => scripts),
    ),
  ),
);
line("fonts", kilobytes(fonts));

rmSync(out, { recursive: true, force: true });
