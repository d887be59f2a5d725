import { renderAsync } from "@resvg/resvg-js";
import { SHARE_IMAGE } from "../src/exports/share-image.ts";
import { encodePalettePng } from "./palette-png.ts";
import { answer } from "./threads.ts";

// Draws a share image: its SVG with the fonts in those files, and none of the machine's, as PNG.
answer(
  async (
    svg: string,
    fontFiles: string[],
  ): Promise<Uint8Array<ArrayBuffer>> => {
    const font = { loadSystemFonts: false, fontFiles };
    const { pixels } = await renderAsync(svg, { font });
    const { width, height } = SHARE_IMAGE;
    return new Uint8Array(encodePalettePng(pixels, width, height));
  },
);
