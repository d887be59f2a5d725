import { readFileSync } from "node:fs";
import { join } from "node:path";
import { auditPages } from "../src/audit/audit-site.ts";
import { FRAMED_FOLDER } from "../src/model/framed.ts";
import { formatReport, loadRecord } from "../src/model/index.ts";
import type { AgreementRecord } from "../src/model/index.ts";
import { BuildStopped } from "./build-stopped.ts";
import type { ContentFolder } from "./content-folder.ts";
import { fillSize } from "./fill-size.ts";
import { indexSearch } from "./index-search.ts";
import { compareSite, formatLost, writeStubs } from "./keep-addresses.ts";
import type { Progress } from "./progress.ts";
import { writeShareImages } from "./share-images.ts";
import { precompress } from "./precompress.ts";
import { publish } from "./publish.ts";
import { readForAudit, readPages } from "./read-pages.ts";
import { renderPages } from "./render-pages.ts";
import { createEmbedWriter } from "./write-embeds.ts";
import { writeExports } from "./write-exports.ts";
import { writePins } from "./write-pins.ts";
import { createMarkdownWriter } from "./write-markdown.ts";
import { EDITION_FILE, writeEdition } from "./write-edition.ts";

const MAX_FAULTS = 40;

/** Variables that pages read as `import.meta.env`, and that a build decides by itself. */
const TOLD_TO_PAGES = [
  "ASSETS_PREFIX",
  "BASE_URL",
  "DEV",
  "MODE",
  "PROD",
  "SITE",
  "SSR",
];

export interface Built {
  record: AgreementRecord;
  pages: number;
  warnings: string;
}

/**
 * Checks the content, builds the site beside `out`, audits it and swaps it in. On any failure `out` stays
 * as it was. Throws BuildStopped with the report when the content or the built site has problems.
 */
export async function buildSite(
  content: ContentFolder,
  out: string,
  progress: Progress,
): Promise<Built> {
  const { record, problems } = await progress.step("check", () =>
    loadRecord(content.folder, content.shownAs),
  );
  if (!record) throw new BuildStopped(formatReport(problems));
  // Else a shell that says otherwise, such as a test runner's, would change the bytes: with `PROD` set to nothing,
  // pages would have no policy.
  process.env["NODE_ENV"] = "production";
  for (const name of TOLD_TO_PAGES) delete process.env[name];
  return publish(out, async (fresh) => {
    await progress.step("render", () => renderPages(content, record, fresh));
    const pagesRead = await progress.step("pages", () => {
      const markdown = createMarkdownWriter(record, fresh);
      const writeEmbed = createEmbedWriter(record, fresh);
      const read = readPages(fresh, (name, page) => {
        markdown.visit(name, page);
        writeEmbed(name, page);
      });
      markdown.finish();
      return read;
    });
    await progress.step("addresses", async () => {
      const kept = compareSite(record, pagesRead.addresses);
      if (kept.lost.length > 0) throw new BuildStopped(formatLost(kept));
      await writeStubs(record, fresh, kept.gone);
    });
    await progress.step("pins", () => {
      const frame = join(fresh, FRAMED_FOLDER, "index.html");
      writePins(record, fresh, readFileSync(frame, "utf8"));
    });
    await progress.step("index", () => indexSearch(record, fresh));
    await progress.step("share images", () => writeShareImages(record, fresh));
    await progress.step("exports", () => writeExports(record, fresh));
    await progress.step("size", () => fillSize(fresh));
    const pages = await progress.step("audit", () => {
      const { pages, files } = readForAudit(fresh, pagesRead);
      // The list of files is written last, since it lists every other file.
      const faults = auditPages(
        pages,
        new Map([...files, [EDITION_FILE, undefined]]),
      );
      if (faults.length > 0) {
        const lines = faults
          .slice(0, MAX_FAULTS)
          .map(({ page, message }) => `${page}: ${message}`);
        const more =
          faults.length > MAX_FAULTS
            ? `\n… and ${faults.length - MAX_FAULTS} more`
            : "";
        throw new BuildStopped(
          `${lines.join("\n")}${more}\nThe built site has ${faults.length} faults. Nothing was published.`,
        );
      }
      return pages.size;
    });
    await progress.step("edition", () => writeEdition(record, fresh));
    await progress.step("compress", () => precompress(fresh));
    return {
      record,
      pages,
      warnings: problems.length > 0 ? formatReport(problems) : "",
    };
  });
}
