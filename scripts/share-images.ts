import { createHash } from "node:crypto";
import { createRequire } from "node:module";
import { join } from "node:path";
import { shareImagePath } from "../src/exports/share-cards.ts";
import { formatShareImage } from "../src/exports/share-image.ts";
import type { AgreementRecord } from "../src/model/index.ts";
import { hashOf } from "./hash-files.ts";
import { ROOT } from "./root.ts";
import { openFileCache } from "./file-cache.ts";
import { PNG_WRITER } from "./palette-png.ts";
import { loadDrawingKit } from "./share-fonts.ts";
import type { SiteWriter } from "./site-writer.ts";
import { createThreads } from "./threads.ts";
import { readTold } from "./told.ts";
import type { Taker } from "./told.ts";

const CACHE = join(ROOT, "node_modules/.cache/redline/share");
/** About 60 MB. What the build itself used is kept beside, however many. */
const MOST_KEPT = 3000;

/** What was drawn anew, and what came from the cache; the rest is as in the last site. */
export interface ShareImages {
  drawn: number;
  reused: number;
}

/**
 * Draws the share images of pages into `share/`. An image is drawn once for each content: its key is a hash of its SVG,
 * the fonts and the renderer. No font of the machine is used.
 */
export function createSharing(
  record: AgreementRecord,
  site: Pick<SiteWriter, "make">,
  cacheFolder = CACHE,
): Taker & { counts: ShareImages } {
  const kit = loadDrawingKit();
  const renderer = createRequire(import.meta.url)(
    "@resvg/resvg-js/package.json",
  ) as { version: string };
  const made = createHash("sha256").update(
    `${renderer.version} ${PNG_WRITER} zlib ${process.versions.zlib}`,
  );
  for (const bytes of kit.bytes) made.update(bytes);
  const base = made.digest("hex");
  const threads = createThreads<string, Uint8Array>(
    "share-thread.ts",
    kit.files,
  );
  const cache = openFileCache(cacheFolder);
  const counts: ShareImages = { drawn: 0, reused: 0 };

  const draw = async (svg: string): Promise<Uint8Array> => {
    const key = hashOf(base + svg);
    const kept = await cache.read(key);
    counts[kept ? "reused" : "drawn"] += 1;
    if (kept) return kept;
    const png = await threads.ask(svg);
    await cache.write(key, png);
    return png;
  };

  return {
    counts,
    take: (page, sha256, told) =>
      site.make(`share ${page}`, `${base} ${sha256}`, async (write) => {
        const card = readTold("card", record, page, told);
        const svg = formatShareImage(card, kit.fonts, kit.colours);
        write(shareImagePath(page).slice(1), await draw(svg));
      }),
    async end() {
      await threads.end();
      if (counts.drawn > 0) await cache.trim(MOST_KEPT);
    },
  };
}
