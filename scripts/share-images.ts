import { createHash } from "node:crypto";
import { createRequire } from "node:module";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { renderAsync } from "@resvg/resvg-js";
import { listShareCards, shareImagePath } from "../src/exports/share-cards.ts";
import { formatShareImage, SHARE_IMAGE } from "../src/exports/share-image.ts";
import type { AgreementRecord } from "../src/model/index.ts";
import { ROOT } from "./root.ts";
import { openFileCache } from "./file-cache.ts";
import { encodePalettePng, PNG_WRITER } from "./palette-png.ts";
import { loadDrawingKit } from "./share-fonts.ts";
import type { SiteWriter } from "./site-writer.ts";

const CACHE = join(ROOT, "node_modules/.cache/redline/share");
/** About 60 MB: the images of some builds before this one. */
const MOST_KEPT = 4000;

/** What was drawn anew, and what came from the cache. */
export interface ShareImages {
  drawn: number;
  reused: number;
}

/**
 * Draws the share image of every page into `share/`. An image is drawn once for each content: its key
 * is a hash of its SVG, the fonts and the renderer. No font of the machine is used.
 */
export async function writeShareImages(
  record: AgreementRecord,
  site: Pick<SiteWriter, "write">,
  cacheFolder = CACHE,
): Promise<ShareImages> {
  const kit = loadDrawingKit();
  const renderer = createRequire(import.meta.url)(
    "@resvg/resvg-js/package.json",
  ) as { version: string };
  const made = createHash("sha256").update(
    `${renderer.version} ${PNG_WRITER} zlib ${process.versions.zlib}`,
  );
  for (const bytes of kit.bytes) made.update(bytes);
  const base = made.digest("hex");
  const font = { loadSystemFonts: false, fontFiles: kit.files };
  const cache = openFileCache(cacheFolder);
  const counts: ShareImages = { drawn: 0, reused: 0 };

  const draw = async (svg: string): Promise<Buffer> => {
    const key = createHash("sha256").update(base).update(svg).digest("hex");
    const kept = await cache.read(key);
    counts[kept ? "reused" : "drawn"] += 1;
    if (kept) return kept;
    const { pixels } = await renderAsync(svg, { font });
    const { width, height } = SHARE_IMAGE;
    const png = await encodePalettePng(pixels, width, height);
    await cache.write(key, png);
    return png;
  };

  // The renderer and zlib work on other threads: a few images at a time keep every core busy.
  const waiting = listShareCards(record).values();
  const lane = async () => {
    for (const card of waiting) {
      const svg = formatShareImage(card, kit.fonts, kit.colours);
      site.write(shareImagePath(card.path).slice(1), await draw(svg));
    }
  };
  await Promise.all(
    Array.from({ length: availableParallelism() + 1 }, () => lane()),
  );
  await cache.trim(MOST_KEPT);
  return counts;
}
