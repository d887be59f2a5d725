import { attribute, childrenOf, hasClass, isElement } from "../../html/tree.ts";
import type { Element, Node } from "../../html/tree.ts";
import { escapeStart, finishInline } from "./escape.ts";
import { formatInline } from "./inline.ts";
import type { Place } from "./inline.ts";

function elementsIn(node: Node, ...tags: string[]): Element[] {
  return childrenOf(node).filter(
    (child): child is Element =>
      isElement(child) && tags.includes(child.tagName),
  );
}

/** A table of GitHub's Markdown, its caption before it. A cell holds its words and the marks of its footnotes. */
export function formatTable(table: Element, place: Place): string[] {
  const inside: Place = { ...place, inTable: true };
  const rows = elementsIn(table, "thead", "tbody", "tfoot").flatMap((part) =>
    elementsIn(part, "tr"),
  );
  const lines = rows.map((row) =>
    elementsIn(row, "th", "td").flatMap((cell) => [
      finishInline(formatInline(childrenOf(cell), inside)),
      ...Array.from(
        { length: Number(attribute(cell, "colspan") ?? 1) - 1 },
        () => "",
      ),
    ]),
  );
  const width = Math.max(0, ...lines.map((cells) => cells.length));
  if (width === 0) return [];
  const line = (cells: string[]) =>
    `| ${Array.from({ length: width }, (_, at) => cells[at] ?? "").join(" | ")} |`;
  const [head = [], ...body] = lines;
  const captions = elementsIn(table, "caption").flatMap((caption) =>
    childrenOf(caption).flatMap((part) => {
      // On its own page a table has the page's title.
      if (isElement(part) && hasClass(part, "spoken")) return [];
      const words = finishInline(formatInline([part], place));
      return words === "" ? [] : [escapeStart(words)];
    }),
  );
  return [
    ...captions,
    [line(head), `|${" --- |".repeat(width)}`, ...body.map(line)].join("\n"),
  ];
}
