import { childrenOf, isElement } from "../../html/tree.ts";
import type { Element, Node } from "../../html/tree.ts";
import { escapeStart, finishInline } from "./escape.ts";
import { formatInline, isLeftOut } from "./inline.ts";
import type { Place } from "./inline.ts";

/** The blocks of a list item, or of a footnote, below its mark. */
function indent(blocks: string[], mark: string, gap: string): string {
  const margin = " ".repeat(mark.length);
  const [first = "", ...rest] = blocks.join(gap).split("\n");
  return [
    mark + first,
    ...rest.map((line) => (line === "" ? "" : margin + line)),
  ].join("\n");
}

function formatItems(items: { mark: string; blocks: string[] }[]): string[] {
  const filled = items.filter(({ blocks }) => blocks.length > 0);
  if (filled.length === 0) return [];
  // Items of one block, and a list below it, stand close together; others need air to be read as they are meant.
  const close = filled.every(
    ({ blocks }) =>
      blocks.length === 1 ||
      (blocks.length === 2 && /^(?:[-*]|\d+[.)]) /.test(blocks[1]!)),
  );
  const gap = close ? "\n" : "\n\n";
  return [
    filled.map(({ mark, blocks }) => indent(blocks, mark, gap)).join(gap),
  ];
}

/** Two lists after each other would be read as one, had they the same mark. */
function listMark(before: string | undefined, marks: [string, string]): string {
  const start = before === undefined ? "" : before.slice(0, 12);
  const sign = /^\d+([.)]) /.exec(start)?.[1] ?? /^([-*]) /.exec(start)?.[1];
  return sign === marks[0] ? marks[1] : marks[0];
}

/** The items of a list that are shown. */
export const itemsOf = (list: Element) =>
  childrenOf(list).filter(
    (node): node is Element =>
      isElement(node) && node.tagName === "li" && !isLeftOut(node),
  );

/** `format` writes the blocks inside an item. */
export function formatList(
  list: Element,
  format: (nodes: Node[]) => string[],
  before: string | undefined,
): string[] {
  const numbered = list.tagName === "ol";
  const sign = listMark(before, numbered ? [".", ")"] : ["-", "*"]);
  return formatItems(
    itemsOf(list).map((item, index) => ({
      mark: `${numbered ? index + 1 : ""}${sign} `,
      blocks: format(childrenOf(item)),
    })),
  );
}

/** Each name with what is said of it, as the item of a list. */
export function formatDescriptions(
  list: Element,
  place: Place,
  format: (nodes: Node[]) => string[],
  before: string | undefined,
): string[] {
  const sign = listMark(before, ["-", "*"]);
  const parts = childrenOf(list).flatMap((node) =>
    isElement(node) && node.tagName === "div" && !isLeftOut(node)
      ? childrenOf(node)
      : [node],
  );
  const items: { mark: string; blocks: string[] }[] = [];
  for (const part of parts) {
    if (!isElement(part) || isLeftOut(part)) continue;
    if (part.tagName === "dt") {
      const name = finishInline(formatInline(childrenOf(part), place));
      items.push({
        mark: `${sign} `,
        blocks: name === "" ? [] : [`${escapeStart(name)}:`],
      });
      continue;
    }
    if (part.tagName !== "dd") continue;
    const blocks = format(childrenOf(part));
    const item = items.at(-1);
    if (!item) items.push({ mark: `${sign} `, blocks });
    else if (
      blocks[0] !== undefined &&
      item.blocks.length === 1 &&
      !/^(?:[-*>|] |```|\d+[.)] )/.test(blocks[0])
    )
      item.blocks = [`${item.blocks[0]} ${blocks[0]}`, ...blocks.slice(1)];
    else item.blocks.push(...blocks);
  }
  return formatItems(items);
}
