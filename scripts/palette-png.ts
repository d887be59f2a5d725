import { crc32, deflateSync } from "node:zlib";

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

/** A picture by the colours it has: neighbouring rows that are the same count as one. */
interface ColouredRows {
  /** Each colour with the number of its pixels, in the order in which they are met. */
  colours: { colour: number; pixels: number }[];
  /** For each pixel the place of its colour among `colours`, and how many rows follow each other like that. */
  rows: { places: Uint32Array; times: number }[];
}

function readRows(rgba: Buffer, width: number, height: number): ColouredRows {
  const colours: ColouredRows["colours"] = [];
  const rows: ColouredRows["rows"] = [];
  const placeOf = new Map<number, number>();
  const bytes = width * 4;
  for (let y = 0; y < height;) {
    const start = y * bytes;
    let times = 1;
    for (let next = start + bytes; y + times < height; next += bytes) {
      if (rgba.compare(rgba, start, start + bytes, next, next + bytes)) break;
      times += 1;
    }
    // Copied, since whole pixels are read only where they are aligned. The platform is little-endian.
    const row = new Uint32Array(
      rgba.buffer.slice(
        rgba.byteOffset + start,
        rgba.byteOffset + start + bytes,
      ),
    );
    const places = new Uint32Array(width);
    for (let from = 0; from < width;) {
      const colour = row[from]!;
      let to = from + 1;
      while (to < width && row[to] === colour) to += 1;
      let place = placeOf.get(colour);
      if (place === undefined) {
        place = colours.length;
        placeOf.set(colour, place);
        colours.push({ colour, pixels: 0 });
      }
      colours[place]!.pixels += (to - from) * times;
      places.fill(place, from, to);
      from = to;
    }
    rows.push({ places, times });
    y += times;
  }
  return { colours, rows };
}

/**
 * At most `MOST` colours, and for every colour, by its place, the index of the one that stands for it. The most
 * frequent come first; after `EXACT` of them, each next one is frequent and unlike those before it. Ties go by the
 * colour itself, so that the same picture always gives the same palette.
 */
function choosePalette(colours: ColouredRows["colours"]) {
  const items = colours
    .map(({ colour, pixels }, place) => ({
      place,
      colour,
      pixels,
      index: 0,
      far: Infinity,
    }))
    .sort((a, b) => b.pixels - a.pixels || a.colour - b.colour);
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
  const indexes = new Uint8Array(items.length);
  for (const { place, index } of items) indexes[place] = index;
  return { palette, indexes };
}

/**
 * Writes opaque RGBA pixels as a PNG of few colours, a quarter of the size of one of full colour. Level 4: level 9
 * takes twenty times as long for a sixth less.
 */
export function encodePalettePng(
  rgba: Buffer,
  width: number,
  height: number,
): Buffer {
  const { colours, rows } = readRows(rgba, width, height);
  const { palette, indexes } = choosePalette(colours);
  // Each row begins with a byte that says how it was filtered: not at all.
  const lines = Buffer.alloc((width + 1) * height);
  let line = 0;
  for (const { places, times } of rows) {
    const start = line + 1;
    for (let x = 0; x < width; x += 1) lines[start + x] = indexes[places[x]!]!;
    for (let time = 1; time < times; time += 1)
      lines.copyWithin(line + time * (width + 1), line, start + width);
    line += times * (width + 1);
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
    chunk("IDAT", deflateSync(lines, { level: 4, memLevel: 9 })),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}
