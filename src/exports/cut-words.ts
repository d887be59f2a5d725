import type { Run } from "../derive/redline-words.ts";
import type { FontMetrics } from "./font-metrics.ts";

/** A piece of text that stays on one line. */
export interface Word {
  text: string;
  kind: Run["kind"];
  /** In ems, as is the gap before it. */
  width: number;
  gap: number;
  /** False where the font lacks one of its characters. */
  drawable: boolean;
}

/** Characters about as wide as high, which lines may break before and after. */
const WIDE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}\p{Script=Yi}\p{Emoji_Presentation}\u3000-\u303f\uff01-\uff60]/u;
/** Between an old wording and the new one beside it, in ems. */
const CHANGE_GAP = 0.34;

const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });

/** Breaks at blanks, and before and after each character of scripts that write without blanks. */
function splitWords(text: string): string[] {
  const words: string[] = [];
  let word = "";
  for (const { segment } of graphemes.segment(text)) {
    const alone = WIDE.test(segment);
    if (alone || word === "") {
      if (word !== "") words.push(word);
      word = alone ? "" : segment;
      if (alone) words.push(segment);
    } else word += segment;
  }
  return word === "" ? words : [...words, word];
}

/** A character the font lacks counts as wide as such characters mostly are. */
export function measureWord(text: string, font: FontMetrics) {
  let [width, drawable] = [0, true];
  for (const { segment } of graphemes.segment(text)) {
    for (const character of segment) {
      const advance = font.advance(character.codePointAt(0)!);
      if (advance === undefined) drawable = false;
      width += advance ?? (WIDE.test(character) ? 1 : 0.55);
    }
  }
  return { width, drawable };
}

/** Cuts text into words. Characters that draw nothing or are no text (controls, marks of direction) are dropped. */
export function cutWords(runs: Run[], font: FontMetrics): Word[] {
  const words: Word[] = [];
  const blank = font.advance(0x20) ?? 0.25;
  let [gap, last]: [number, Run["kind"]] = [0, "same"];
  for (const { kind, text } of runs) {
    if (words.length > 0 && last !== "same" && kind !== "same")
      gap = CHANGE_GAP;
    last = kind;
    const clean = text.normalize("NFC").replace(/[^\P{C}\s]/gu, "");
    for (const piece of clean.split(/(\s+)/u)) {
      if (piece === "") continue;
      if (piece.trim() === "") gap = Math.max(gap, blank);
      else
        for (const word of splitWords(piece)) {
          words.push({ text: word, kind, gap, ...measureWord(word, font) });
          gap = 0;
        }
    }
  }
  return words;
}

/** Cuts a word that no line can hold into pieces that fit. */
export function cutLong(word: Word, ems: number, font: FontMetrics): Word[] {
  if (word.width <= ems) return [word];
  const pieces: Word[] = [];
  let text = "";
  const push = () => {
    const gap = pieces.length === 0 ? word.gap : 0;
    pieces.push({ ...word, gap, text, ...measureWord(text, font) });
  };
  for (const { segment } of graphemes.segment(word.text)) {
    if (text !== "" && measureWord(text + segment, font).width > ems) {
      push();
      text = "";
    }
    text += segment;
  }
  push();
  return pieces;
}
