import type { FontMetrics } from "./font-metrics.ts";
import type { PlacedWord, SetText } from "./set-text.ts";
import type { Colours } from "./theme-colours.ts";

/** Metrics of the cuts in `src/share-fonts/`: titles, the words of a redline, and everything small. */
export interface ShareFonts {
  title: FontMetrics;
  words: FontMetrics;
  small: FontMetrics;
}

const FAMILY: { [cut in keyof ShareFonts]: string } = {
  title: "Share Title",
  words: "Share Words",
  small: "Share Small",
};

function round(value: number): string {
  return String(Math.round(value * 10) / 10);
}

function escapeXml(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

export function rect(
  [x, y, width, height]: [number, number, number, number],
  fill: string,
  radius = 0,
): string {
  const rx = radius > 0 ? ` rx="${round(radius)}"` : "";
  return `<rect x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}"${rx} fill="${fill}"/>`;
}

/** Runs of neighbours on a line that share a kind, as from–to. */
function spans(line: PlacedWord[], kind: PlacedWord["kind"]) {
  const found: [number, number][] = [];
  let open = false;
  for (const word of [...line].sort((a, b) => a.x - b.x)) {
    const end = word.x + word.width;
    if (word.kind !== kind) open = false;
    else if (open) found.at(-1)![1] = end;
    else found.push([word.x, end]);
    open = word.kind === kind;
  }
  return found;
}

export interface Ink {
  cut: keyof ShareFonts;
  fill: string;
  leading: number;
}

/** Draws set text with its top left corner at (`left`, `top`). */
export function drawText(
  text: SetText,
  [left, top]: [number, number],
  { cut, fill, leading }: Ink,
  colours: Colours,
): string[] {
  const { size } = text;
  const fills = { same: fill, removed: colours.removed, added: colours.added };
  return text.lines.flatMap((line, index) => {
    const base = top + size * (leading * index + leading / 2 + 0.33);
    const under: string[] = [];
    const over: string[] = [];
    const pad = size * 0.1;
    for (const kind of ["removed", "added"] as const) {
      for (const [from, to] of spans(line, kind)) {
        const x = left + from;
        const box = [x - pad, base - size * 0.9, to - from + 2 * pad] as const;
        under.push(rect([...box, size * 1.22], colours[`${kind}-ground`], 4));
        const y = base + size * (kind === "removed" ? -0.29 : 0.16);
        const stroke = rect(
          [x - pad / 2, y, to - from + pad, Math.max(2, size * 0.065)],
          colours[kind],
        );
        (kind === "removed" ? over : under).push(stroke);
      }
    }
    const words = line.flatMap((word) => {
      const x = left + word.x;
      if (word.drawable)
        return `<text x="${round(x)}" y="${round(base)}" font-family="${FAMILY[cut]}" font-size="${size}" fill="${fills[word.kind]}">${escapeXml(word.text)}</text>`;
      if (/^\p{P}+$/u.test(word.text)) return [];
      const bar = [x, base - size * 0.56, word.width, size * 0.42] as const;
      return rect([...bar], fills[word.kind], 2);
    });
    return [...under, ...words, ...over];
  });
}

/** Bars in place of words: how each changed, and its length in ems. */
export type Bars = [kind: PlacedWord["kind"], ems: number][];

export function drawBars(
  bars: Bars,
  [left, middle]: [number, number],
  size: number,
  colours: Colours,
): string[] {
  let x = left;
  const fills = {
    same: colours.line,
    removed: colours["removed-ground"],
    added: colours["added-ground"],
  };
  return bars.flatMap(([kind, ems]) => {
    const [from, width] = [x, ems * size];
    x += width + size * 0.42;
    const bar = rect(
      [from, middle - size * 0.36, width, size * 0.72],
      fills[kind],
      size * 0.1,
    );
    const stroke = size * 0.1;
    if (kind === "same") return bar;
    const y =
      kind === "removed"
        ? middle - stroke / 2
        : middle + size * 0.36 - stroke / 2;
    const over = kind === "removed" ? size * 0.14 : 0;
    return [
      bar,
      rect([from - over, y, width + 2 * over, stroke], colours[kind]),
    ];
  });
}
