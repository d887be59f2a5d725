import { rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { hugoVersion, measureHugo } from "./bench-hugo.ts";
import { measureRebuild } from "./bench-rebuild.ts";
import { line, listSteps, measureBuild } from "./measure.ts";
import { listFiles } from "./site-files.ts";
import { writeSyntheticContent } from "./synthetic-content.ts";

/** The claims behind the sheets: they bring some 1,600 pages of their own, whatever the number of sheets. */
const CLAIMS = 1_000;

const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(0)} KB`;

/**
 * Builds sites of so many pages with a table of 12 × 5 cells each, from nothing, and tells what they cost; where
 * Hugo is installed, what it takes for those pages alone.
 */
export async function benchPages(sizes: number[], work: string): Promise<void> {
  const hugo = hugoVersion();
  let before: { pages: number; seconds: number } | undefined;
  for (const sheets of sizes) {
    const content = join(work, `content-${sheets}`);
    const site = join(work, `site-${sheets}`);
    writeSyntheticContent(content, CLAIMS, sheets);
    const cost = await measureBuild(content, site, "--no-cache");
    const files = listFiles(site);
    const pages = files.filter((name) => name.endsWith(".html"));
    const bytes = (names: string[]) =>
      names.reduce((sum, name) => sum + statSync(join(site, name)).size, 0);
    const own = files.filter((name) => /^tables\/sheet-.*\.html$/.test(name));
    line(
      `${sheets} sheets, ${pages.length} pages, full build`,
      `${cost.seconds.toFixed(1)} s, ${cost.cpu.toFixed(1)} s CPU, ${cost.megabytes.toFixed(0)} MB, ${(pages.length / cost.seconds).toFixed(0)} pages a second`,
    );
    line("  steps", listSteps(cost));
    line(
      "  a sheet's page; all files",
      `${kilobytes(bytes(own) / own.length)}; ${files.length} files, ${(bytes(files) / 1e6).toFixed(0)} MB`,
    );
    // The first one also bundles the pages for those after it.
    await measureRebuild(content, site);
    const rebuild = await measureRebuild(content, site);
    line(
      "  rebuild after one edit",
      `${rebuild.seconds.toFixed(1)} s, ${rebuild.cpu.toFixed(1)} s CPU, ${rebuild.megabytes.toFixed(0)} MB`,
    );
    line("    its steps", listSteps(rebuild));
    if (before)
      line(
        "  for each page more than before",
        `${(((cost.seconds - before.seconds) * 1000) / (pages.length - before.pages)).toFixed(1)} ms`,
      );
    before = { pages: pages.length, seconds: cost.seconds };
    if (hugo) {
      const other = measureHugo(content, work);
      const render = cost.steps
        .filter(([name]) => name === "bundle" || name === "render")
        .reduce((sum, [, seconds]) => sum + seconds, 0);
      line(
        `  Hugo ${hugo}, the ${other.pages} sheets alone`,
        `${other.seconds.toFixed(1)} s, ${kilobytes(other.bytes)} a page`,
      );
      line(
        "  ratio to Hugo: everything; pages only",
        `${(cost.seconds / other.seconds).toFixed(2)}; ${(render / other.seconds).toFixed(2)}`,
      );
      line(
        "  files a second, compressed forms not counted; Hugo's",
        `${(files.length / cost.seconds).toFixed(0)}; ${(other.pages / other.seconds).toFixed(0)}`,
      );
    }
    rmSync(content, { recursive: true });
    rmSync(site, { recursive: true, force: true });
  }
}
