/** What line breaking needs of a font: how far each character moves the pen, in ems. */
export interface FontMetrics {
  /** Undefined where the font has no glyph for the character. */
  advance(codePoint: number): number | undefined;
}

/** Character → glyph from a `cmap` subtable of format 4: segments of 16-bit characters. */
function readSegments(table: DataView): (code: number) => number {
  const count = table.getUint16(6) / 2;
  const at = (column: number, index: number) => {
    const pad = column > 0 ? 2 : 0;
    return 14 + pad + (column * count + index) * 2;
  };
  return (code) => {
    for (let index = 0; index < count; index += 1) {
      if (code > table.getUint16(at(0, index))) continue;
      const start = table.getUint16(at(1, index));
      if (code < start) return 0;
      const delta = table.getUint16(at(2, index));
      const offsetAt = at(3, index);
      const offset = table.getUint16(offsetAt);
      if (offset === 0) return (code + delta) & 0xffff;
      const glyph = table.getUint16(offsetAt + offset + (code - start) * 2);
      return glyph === 0 ? 0 : (glyph + delta) & 0xffff;
    }
    return 0;
  };
}

/**
 * Reads advance widths from the bytes of a TrueType font. Kerning is left out: it nearly always brings letters
 * closer, so a line measured without it never turns out longer when it is drawn. Characters beyond U+FFFF count
 * as missing.
 */
export function readFontMetrics(font: Uint8Array): FontMetrics {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength);
  const tables = new Map<string, DataView>();
  for (let index = 0; index < view.getUint16(4); index += 1) {
    const entry = 12 + index * 16;
    const tag = String.fromCharCode(...font.subarray(entry, entry + 4));
    const [offset, length] = [
      view.getUint32(entry + 8),
      view.getUint32(entry + 12),
    ];
    tables.set(
      tag,
      new DataView(font.buffer, font.byteOffset + offset, length),
    );
  }
  const table = (tag: string) => {
    const found = tables.get(tag);
    if (!found) throw new Error(`the font has no table ${tag}`);
    return found;
  };
  const unitsPerEm = table("head").getUint16(18);
  const measured = table("hhea").getUint16(34);
  const [metrics, cmap] = [table("hmtx"), table("cmap")];
  const subtables = Array.from({ length: cmap.getUint16(2) }, (_, index) =>
    cmap.getUint32(4 + index * 8 + 4),
  );
  const start = subtables.find((offset) => cmap.getUint16(offset) === 4);
  if (start === undefined) throw new Error("the font has no cmap of format 4");
  const glyphOf = readSegments(
    new DataView(cmap.buffer, cmap.byteOffset + start),
  );
  const known = new Map<number, number | undefined>();
  return {
    advance(codePoint) {
      if (known.has(codePoint)) return known.get(codePoint);
      const glyph = codePoint > 0xffff ? 0 : glyphOf(codePoint);
      const units = metrics.getUint16(Math.min(glyph, measured - 1) * 4);
      const advance = glyph === 0 ? undefined : units / unitsPerEm;
      known.set(codePoint, advance);
      return advance;
    },
  };
}
