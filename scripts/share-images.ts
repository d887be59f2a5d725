import { createHash } from "node:crypto";
import { createRequire } from "node:module";
import { join } from "node:path";
import { listShareCards, shareImagePath } from "../src/exports/share-cards.ts";
import { formatShareImage } from "../src/exports/share-image.ts";
import type { AgreementRecord } from "../src/model/index.ts";
import { hashOf } from "./hash-files.ts";
import { ROOT } from "./root.ts";
import { openFileCache } from "./file-cache.ts";
import { PNG_WRITER } from "./palette-png.ts";
import { loadDrawingKit } from "./share-fonts.ts";
import type { SiteWriter } from "./site-writer.ts";
import { createThreads, forEachSome } from "./threads.ts";

const CACHE = join(ROOT, "node_modules/.cache/redline/share");
/** About 60 MB: the images of some builds before this one, beside its own. */
const MOST_KEPT = 3000;

/** What was drawn anew, and what came from the cache; the rest is as in the last site. */
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
  site: Pick<SiteWriter, "make">,
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

  const cards = listShareCards(record);
  try {
    await forEachSome(cards, (card) => {
      const key = hashOf(base + JSON.stringify(card));
      return site.make(`share ${card.path}`, key, async (write) => {
        const svg = formatShareImage(card, kit.fonts, kit.colours);
        write(shareImagePath(card.path).slice(1), await draw(svg));
      });
    });
  } finally {
    await threads.end();
  }
  await cache.trim(cards.length + MOST_KEPT);
  return counts;
}
