import type { Run } from "../derive/redline-words.ts";
import { setText } from "./set-text.ts";
import type { SetText, TextBox } from "./set-text.ts";
import type { ShareCard } from "./share-cards.ts";
import { drawBars, drawText, rect } from "./share-drawing.ts";
import type { Bars, ShareFonts } from "./share-drawing.ts";
import type { Colours } from "./theme-colours.ts";

export const SHARE_IMAGE = { width: 1200, height: 630 } as const;

const MARGIN = 76;
const WIDTH = SHARE_IMAGE.width - 2 * MARGIN;
const RULE = 536;
const GAP = 30;
/** The width of the mark before the site's name. */
const MARK = 128;

const KICKER = { largest: 30, smallest: 26, leading: 1.3, maxLines: 2 };
const TITLE = { largest: 104, smallest: 38, leading: 1.12, maxLines: 6 };
const WORDS = { largest: 50, smallest: 28, leading: 1.44, maxLines: 4 };
const SMALL = { largest: 26, smallest: 20, leading: 1.3, maxLines: 1 };

/** A redline longer than this loses words from each wording, so that both can be seen. */
const LONGEST = 220;

function clipRuns(runs: Run[]): Run[] {
  const length = runs.reduce((sum, run) => sum + run.text.length, 0);
  if (length <= LONGEST) return runs;
  const most = Math.floor(LONGEST / Math.max(2, runs.length));
  return runs.map(({ kind, text }) => {
    const characters = [...text];
    if (characters.length <= most) return { kind, text };
    return { kind, text: `${characters.slice(0, most).join("").trimEnd()}…` };
  });
}

const heightOf = ({ lines, size }: SetText, { leading }: { leading: number }) =>
  lines.length * size * leading;

/** Where the longest line ends, from its left edge. */
const endOf = ({ lines }: SetText) =>
  Math.max(0, ...lines.flat().map((word) => word.x + word.width));

/** A line of which some was struck out and some put in. For pages without a redline. */
const BARS: Bars = [
  ["same", 2.2],
  ["same", 3.1],
  ["removed", 3.6],
  ["added", 2.7],
  ["same", 1.6],
  ["same", 3.9],
];

/**
 * A page's share image as SVG, 1200 × 630, in the light theme. Text is broken into lines here, by the fonts'
 * widths, since SVG does not wrap; words that the fonts cannot write become bars of their length.
 */
export function formatShareImage(
  card: ShareCard,
  fonts: ShareFonts,
  colours: Colours,
): string {
  const set = (
    text: string,
    cut: keyof ShareFonts,
    box: Omit<TextBox, "width" | "height"> & Partial<TextBox>,
  ) =>
    setText([{ kind: "same", text }], fonts[cut], {
      width: WIDTH,
      height: SHARE_IMAGE.height,
      ...box,
    });
  const kicker = set(card.kicker, "small", KICKER);
  const about = set(card.about, "small", SMALL);
  const redline = setText(clipRuns(card.redline), fonts.words, {
    ...WORDS,
    width: WIDTH,
    height: 170,
  });
  const top = 64 + heightOf(kicker, KICKER) + 10;
  const redlineTop = RULE - GAP - heightOf(redline, WORDS);
  const aboutTop = redlineTop - heightOf(about, SMALL) - 4;
  const bars = card.redline.length === 0;
  const bottom = bars ? RULE - 112 : aboutTop - 22;
  const title = set(card.title, "title", { ...TITLE, height: bottom - top });
  const name = set(card.siteName, "title", {
    ...SMALL,
    largest: 34,
    width: 380,
  });
  const status = set(card.status, "small", {
    ...SMALL,
    width: WIDTH - MARK - endOf(name) - 48,
  });
  const foot = (RULE + SHARE_IMAGE.height) / 2 + 2;
  const footTop = (text: SetText) => foot - (text.size * SMALL.leading) / 2;
  const quiet = { cut: "small", fill: colours.quiet } as const;
  const mark: Bars = [
    ["removed", 1.5],
    ["added", 1.5],
  ];
  const parts = [
    rect([0, 0, SHARE_IMAGE.width, SHARE_IMAGE.height], colours.paper),
    rect([0, 0, SHARE_IMAGE.width, 10], colours.removed),
    ...drawText(kicker, [MARGIN, 64], { ...quiet, ...KICKER }, colours),
    ...drawText(
      title,
      [MARGIN, top],
      { cut: "title", fill: colours.ink, ...TITLE },
      colours,
    ),
    ...drawText(about, [MARGIN, aboutTop], { ...quiet, ...SMALL }, colours),
    ...drawText(
      redline,
      [MARGIN, redlineTop],
      { cut: "words", fill: colours.ink, ...WORDS },
      colours,
    ),
    ...(bars ? drawBars(BARS, [MARGIN, RULE - 56], 44, colours) : []),
    rect([MARGIN, RULE, WIDTH, 2], colours.line),
    ...drawBars(mark, [MARGIN, foot], 30, colours),
    ...drawText(
      name,
      [MARGIN + MARK, footTop(name)],
      { cut: "title", fill: colours.ink, leading: SMALL.leading },
      colours,
    ),
    ...drawText(
      status,
      [MARGIN + WIDTH - endOf(status), footTop(status)],
      { ...quiet, ...SMALL },
      colours,
    ),
  ];
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${SHARE_IMAGE.width}" height="${SHARE_IMAGE.height}" viewBox="0 0 ${SHARE_IMAGE.width} ${SHARE_IMAGE.height}">
${parts.join("\n")}
</svg>
`;
}
