import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Resvg } from "@resvg/resvg-js";
import { ROOT } from "./root.ts";

/**
 * Draws the icon set from `src/static/icon.svg`, in its light colours. Run by hand when the icon changes
 * (`node scripts/draw-icons.ts`); what it writes is committed.
 */
const folder = join(ROOT, "src/static");
const icon = readFileSync(join(folder, "icon.svg"), "utf8");

/** The icon without rounded corners, its drawing scaled about the middle: systems cut their own shape out of it. */
function squared(scale: number): string {
  const shift = 16 * (1 - scale);
  return icon
    .replace(
      /(<rect class="ground"[^>]*) rx="\d+"([^>]*>)/,
      `$1$2<g transform="translate(${shift} ${shift}) scale(${scale})">`,
    )
    .replace("</svg>", "</g></svg>");
}

function draw(svg: string, size: number): Buffer {
  return new Resvg(svg, {
    fitTo: { mode: "width", value: size },
    font: { loadSystemFonts: false },
  })
    .render()
    .asPng();
}

/** A Windows icon file that holds PNGs. */
function packIco(images: { size: number; png: Buffer }[]): Buffer {
  const head = Buffer.alloc(6 + 16 * images.length);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(images.length, 4);
  let offset = head.length;
  for (const [index, { size, png }] of images.entries()) {
    const at = 6 + 16 * index;
    head.set([size, size], at);
    head.writeUInt16LE(1, at + 4);
    head.writeUInt16LE(32, at + 6);
    head.writeUInt32LE(png.length, at + 8);
    head.writeUInt32LE(offset, at + 12);
    offset += png.length;
  }
  return Buffer.concat([head, ...images.map(({ png }) => png)]);
}

const files: { [name: string]: Buffer } = {
  "apple-touch-icon.png": draw(squared(0.9), 180),
  "icon-192.png": draw(icon, 192),
  "icon-512.png": draw(icon, 512),
  // The middle four fifths of a maskable icon are always seen.
  "icon-maskable-512.png": draw(squared(0.72), 512),
  "favicon.ico": packIco(
    [16, 32].map((size) => ({ size, png: draw(icon, size) })),
  ),
};
for (const [name, bytes] of Object.entries(files)) {
  writeFileSync(join(folder, name), bytes);
  console.log(`${name}: ${bytes.length} bytes`);
}
