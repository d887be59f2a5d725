/** Letters that take the room of two: CJK, Hangul, full-width forms. */
const BROAD =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\uff60]/;

function widthOf(text: string): number {
  return [...text].reduce((sum, char) => sum + (BROAD.test(char) ? 2 : 1), 0);
}

/** The longest beginning of a text that fits, ending in an ellipsis. */
function cut(text: string, width: number): string {
  const chars = [...text];
  while (widthOf(chars.join("")) > width - 1) chars.pop();
  return `${chars.join("").trimEnd()}…`;
}

/** A text in at most `lines` lines of `width` letters, as SVG does not break lines; what is too much ends in "…". */
export function wrapLabel(
  text: string,
  width: number,
  lines: number,
): string[] {
  const done: string[] = [];
  let line = "";
  const words = text.split(" ");
  for (const [index, word] of words.entries()) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (widthOf(longer) <= width) {
      line = longer;
      continue;
    }
    const rest = words.slice(index).join(" ");
    if (done.length === lines - 1 || widthOf(word) > width)
      return [...done, cut(line === "" ? rest : `${line} ${rest}`, width)];
    if (line !== "") done.push(line);
    line = word;
  }
  return [...done, line];
}
