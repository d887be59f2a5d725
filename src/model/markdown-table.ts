/** A table that an author drew with signs; tables of the record are declared. */
export interface MarkdownTable {
  /** Its first line, as written. */
  head: string;
}

const UNDERLINE = /^\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?$/;

function countCells(line: string): number {
  return line.replace(/^\||(?<!\\)\|$/g, "").split(/(?<!\\)\|/).length;
}

/** The first line of a table in the text of a paragraph, without what quotes or indents it. */
export function findTableHead(paragraph: string): string | undefined {
  const lines = paragraph
    .split("\n")
    .map((line) => line.replace(/^[\s>]+/, "").trimEnd());
  return lines.find((head, at) => {
    const under = lines[at + 1] ?? "";
    return (
      under.includes("|") &&
      UNDERLINE.test(under) &&
      countCells(head) === countCells(under)
    );
  });
}
