/** A spot in a content file. Lines and columns count from 1; `length` is what the caret underlines. */
export interface Place {
  file: string;
  line: number;
  column: number;
  length: number;
  /** The whole line, for the report's excerpt; empty for problems of a whole file. */
  excerpt: string;
}

/** A content file's text with the start of each line, so that offsets become lines and columns. */
export interface SourceText {
  file: string;
  text: string;
  lineStarts: number[];
}

export function sourceText(file: string, text: string): SourceText {
  const lineStarts = [0];
  for (
    let at = text.indexOf("\n");
    at !== -1;
    at = text.indexOf("\n", at + 1)
  ) {
    lineStarts.push(at + 1);
  }
  return { file, text, lineStarts };
}

/** The place of the text from offset `start` up to, not including, `end`; cut to its first line. */
export function placeAt(source: SourceText, start: number, end: number): Place {
  let low = 0;
  let high = source.lineStarts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (source.lineStarts[middle]! <= start) low = middle;
    else high = middle - 1;
  }
  const lineStart = source.lineStarts[low]!;
  const lineEnd = (source.lineStarts[low + 1] ?? source.text.length + 1) - 1;
  const excerpt = source.text.slice(lineStart, lineEnd).replace(/\r$/, "");
  const column = start - lineStart + 1;
  const length = Math.max(1, Math.min(end, lineStart + excerpt.length) - start);
  return { file: source.file, line: low + 1, column, length, excerpt };
}

/** The place of a file as a whole. */
export function placeOfFile(file: string): Place {
  return { file, line: 1, column: 1, length: 0, excerpt: "" };
}
