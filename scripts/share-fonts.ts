import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readFontMetrics } from "../src/exports/font-metrics.ts";
import type { FontMetrics } from "../src/exports/font-metrics.ts";
import { readColours } from "../src/exports/theme-colours.ts";
import type { Colours } from "../src/exports/theme-colours.ts";
import { ROOT } from "./root.ts";

const CUTS = ["title", "words", "small"] as const;

/** What share images are drawn with: fonts by file and by width, and the light theme's colours. */
export interface DrawingKit {
  files: string[];
  bytes: Uint8Array[];
  fonts: { [cut in (typeof CUTS)[number]]: FontMetrics };
  colours: Colours;
}

export function loadDrawingKit(): DrawingKit {
  const files = CUTS.map((cut) => join(ROOT, `src/share-fonts/${cut}.ttf`));
  const bytes = files.map((file) => readFileSync(file));
  const [title, words, small] = bytes.map(readFontMetrics);
  return {
    files,
    bytes,
    fonts: { title: title!, words: words!, small: small! },
    colours: readColours(
      readFileSync(join(ROOT, "src/styles/tokens.css"), "utf8"),
    ),
  };
}
