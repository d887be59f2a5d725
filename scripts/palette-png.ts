import { promisify } from "node:util";
import { crc32, deflate } from "node:zlib";

const compress = promisify(deflate);

/** Changes whenever the same pixels would be written as other bytes: part of the key of every cached image. */
export const PNG_WRITER = "palette-png 1";

const SIGNATURE = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]);
const MOST = 64;
/** Colours of grounds and full strokes: kept exactly, while the shades of their edges are rounded. */
const EXACT = 16;

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}

function distance(a: number, b: number): number {
  const red = (a & 255) - (b & 255);
  const green = ((a >> 8) & 255) - ((b >> 8) & 255);
  const blue = ((a >> 16) & 255) - ((b >> 16) & 255);
  return red * red + green * green + blue * blue;
}

/**
 * At most `MOST` colours, and for every colour the index of the one that stands for it. The most frequent come
 * first; after `EXACT` of them, each next one is frequent and unlike those before it. Ties go by the colour
 * itself, so that the same picture always gives the same palette.
 */
function choosePalette(counts: ReadonlyMap<number, number>) {
  const items = [...counts]
    .sort((a, b) => b[1] - a[1] || a[0] - b[0])
    .map(([colour, pixels]) => ({ colour, pixels, index: 0, far: Infinity }));
  const palette: number[] = [];
  while (palette.length < Math.min(MOST, items.length)) {
    let next = items[palette.length]!;
    if (palette.length >= EXACT)
      for (const item of items)
        if (item.pixels * item.far > next.pixels * next.far) next = item;
    for (const item of items) {
      const far = distance(item.colour, next.colour);
      if (far >= item.far) continue;
      item.far = far;
      item.index = palette.length;
    }
    palette.push(next.colour);
  }
  const indexOf = new Map(items.map(({ colour, index }) => [colour, index]));
  return { palette, indexOf };
}

/**
 * Writes opaque RGBA pixels as a PNG of few colours, a quarter of the size of one of full colour. Level 4: level 9
 * takes twenty times as long for a sixth less.
 */
export async function encodePalettePng(
  rgba: Buffer,
  width: number,
  height: number,
): Promise<Buffer> {
  // Whole pixels at once, copied only where they are not aligned. The platform is little-endian.
  const aligned = rgba.byteOffset % 4 === 0 ? rgba : new Uint8Array(rgba);
  const pixels = new Uint32Array(
    aligned.buffer,
    aligned.byteOffset,
    width * height,
  );
  const counts = new Map<number, number>();
  let start = 0;
  for (let index = 1; index <= pixels.length; index += 1) {
    const colour = pixels[start]!;
    if (index < pixels.length && pixels[index] === colour) continue;
    counts.set(colour, (counts.get(colour) ?? 0) + index - start);
    start = index;
  }
  const { palette, indexOf } = choosePalette(counts);
  const rows = Buffer.alloc((width + 1) * height);
  let [last, lastIndex] = [-1, 0];
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const colour = pixels[y * width + x]!;
      if (colour !== last) [last, lastIndex] = [colour, indexOf.get(colour)!];
      rows[y * (width + 1) + 1 + x] = lastIndex;
    }
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3, 0, 0, 0], 8);
  return Buffer.concat([
    SIGNATURE,
    chunk("IHDR", header),
    chunk(
      "PLTE",
      Buffer.from(
        palette.flatMap((c) => [c & 255, (c >> 8) & 255, (c >> 16) & 255]),
      ),
    ),
    chunk("IDAT", await compress(rows, { level: 4, memLevel: 9 })),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}
