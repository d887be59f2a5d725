import type { Run } from "../derive/redline-words.ts";
import { cutLong, cutWords, measureWord } from "./cut-words.ts";
import type { Word } from "./cut-words.ts";
import type { FontMetrics } from "./font-metrics.ts";

/** A word in its place on a line. */
export interface PlacedWord {
  text: string;
  kind: Run["kind"];
  x: number;
  width: number;
  /** False where the font lacks one of its characters: then a bar of its length stands for it. */
  drawable: boolean;
}

export interface SetText {
  size: number;
  lines: PlacedWord[][];
}

/** The box that text must stay within, and the sizes to try. */
export interface TextBox {
  width: number;
  height: number;
  largest: number;
  smallest: number;
  /** Distance of baselines, in ems. */
  leading: number;
  maxLines: number;
}

const RIGHT_TO_LEFT =
  /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;
const ELLIPSIS = "…";

function breakLines(words: Word[], ems: number): Word[][] {
  const lines: Word[][] = [];
  let used = Infinity;
  for (const word of words) {
    if (used + word.gap + word.width > ems) {
      lines.push([{ ...word, gap: 0 }]);
      used = word.width;
    } else {
      lines.at(-1)!.push(word);
      used += word.gap + word.width;
    }
  }
  return lines;
}

function widthOf(line: Word[]): number {
  return line.reduce((sum, word) => sum + word.gap + word.width, 0);
}

/** The same number of lines, as equal in length as they can be. */
function balanceLines(words: Word[], lines: Word[][], ems: number): Word[][] {
  let best = lines;
  for (let width = ems * 0.97; width > ems * 0.5; width -= ems * 0.03) {
    const tried = breakLines(words, width);
    const fits = tried.every((line) => widthOf(line) <= width);
    if (!fits || tried.length > lines.length) break;
    best = tried;
  }
  return best;
}

function shorten(
  lines: Word[][],
  count: number,
  ems: number,
  font: FontMetrics,
) {
  if (lines.length <= count) return lines;
  const kept = lines.slice(0, count);
  const mark = { gap: 0, ...measureWord(ELLIPSIS, font), text: ELLIPSIS };
  const last = [...(kept.pop() ?? [])];
  while (last.length > 1 && widthOf(last) + mark.width > ems) last.pop();
  let end = last.at(-1)!;
  if (widthOf(last) + mark.width > ems) {
    last.pop();
    end = cutLong(end, ems - mark.width, font)[0]!;
    last.push(end);
  }
  return [...kept, [...last, { ...mark, kind: end.kind }]];
}

/** Words in their places. A line that begins from the right keeps the order within its runs of drawable words. */
function placeLine(
  line: Word[],
  size: number,
  box: TextBox,
  mirrored: boolean,
) {
  let x = 0;
  const placed = line.map(({ text, kind, gap, width, drawable }) => {
    const at = x + gap * size;
    x = at + width * size;
    return { text, kind, x: at, width: width * size, drawable };
  });
  if (!mirrored) return placed;
  for (let from = 0; from < placed.length;) {
    let to = from + 1;
    if (placed[from]!.drawable) while (placed[to]?.drawable) to += 1;
    const [start, end] = [placed[from]!.x, placed[to - 1]!];
    const shift = box.width - (end.x + end.width) - start;
    for (const word of placed.slice(from, to)) word.x += shift;
    from = to;
  }
  return placed;
}

/**
 * Sets text as large as its box allows, in lines of even length; text that is too long even at the smallest
 * size ends in an ellipsis. Nothing ever leaves the box, whatever the script or the length of its words.
 */
export function setText(runs: Run[], font: FontMetrics, box: TextBox): SetText {
  const words = cutWords(runs, font);
  const mirrored = RIGHT_TO_LEFT.test(
    /\p{L}/u.exec(runs.map((run) => run.text).join(""))?.[0] ?? "",
  );
  const place = (lines: Word[][], size: number): SetText => ({
    size,
    lines: lines.map((line) => placeLine(line, size, box, mirrored)),
  });
  for (let size = box.largest; size >= box.smallest; size -= 2) {
    const ems = box.width / size;
    if (words.some((word) => word.width > ems)) continue;
    const lines = breakLines(words, ems);
    const height = lines.length * box.leading * size;
    if (lines.length <= box.maxLines && height <= box.height)
      return place(balanceLines(words, lines, ems), size);
  }
  const size = box.smallest;
  const ems = box.width / size;
  const cut = words.flatMap((word) => cutLong(word, ems, font));
  const room = Math.floor(box.height / (box.leading * size));
  const count = Math.max(1, Math.min(box.maxLines, room));
  return place(shorten(breakLines(cut, ems), count, ems, font), size);
}
