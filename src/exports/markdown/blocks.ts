import {
  childrenOf,
  findElement,
  hasClass,
  isElement,
  textOf,
  tidy,
} from "../../html/tree.ts";
import type { Element, Node } from "../../html/tree.ts";
import { escapeStart, escapeText, finishInline } from "./escape.ts";
import { formatInline, isLeftOut } from "./inline.ts";
import type { Place } from "./inline.ts";
import { formatDescriptions, formatList } from "./lists.ts";
import { formatNotes } from "./notes.ts";
import { formatCodeBlock, formatDrawing } from "./still.ts";
import { formatTable } from "./table.ts";

const BLOCKS = new Set(
  "address article aside blockquote body dd details div dl dt figcaption figure footer h1 h2 h3 h4 h5 h6 header hr li main ol p pre section summary table ul".split(
    " ",
  ),
);

function isBlock(node: Node): node is Element {
  return (
    isElement(node) && (BLOCKS.has(node.tagName) || node.tagName === "svg")
  );
}

function formatParagraph(nodes: Node[], place: Place): string[] {
  const line = finishInline(formatInline(nodes, place));
  return line === "" ? [] : [escapeStart(line)];
}

/** The words of a heading; signs at its end that would be taken for the end of a heading are escaped. */
export function formatHeading(nodes: Node[], place: Place): string {
  const words = finishInline(formatInline(nodes, place));
  return words.replace(/(^|\s)(#+)$/, "$1\\$2");
}

function formatQuote(blocks: string[]): string[] {
  if (blocks.length === 0) return [];
  const lines = blocks.join("\n\n").split("\n");
  return [lines.map((line) => (line === "" ? ">" : `> ${line}`)).join("\n")];
}

/** What a drawing's description has said is not said again below it. */
function formatFigure(figure: Element, place: Place): string[] {
  const said = findElement(figure, ({ tagName }) => tagName === "desc");
  const words = said ? tidy(textOf(said)) : undefined;
  const blocks = formatBlocks(childrenOf(figure), place);
  return words === undefined
    ? blocks
    : blocks.filter((block) => block !== escapeStart(escapeText(words, false)));
}

function formatBlock(
  element: Element,
  place: Place,
  before: string | undefined,
): string[] {
  if (element.tagName === "svg") return formatDrawing(element);
  if (isLeftOut(element)) return [];
  const children = childrenOf(element);
  const inside = (nodes: Node[]) => formatBlocks(nodes, place);
  switch (element.tagName) {
    case "h1":
      return [];
    case "h2":
    case "h3":
    case "h4":
    case "h5":
    case "h6": {
      const words = formatHeading(children, place);
      const level = Math.min(6, Number(element.tagName[1]) + place.depth);
      return words === "" ? [] : [`${"#".repeat(level)} ${words}`];
    }
    case "p":
    case "summary":
      return formatParagraph(children, place);
    case "ul":
    case "ol":
      return formatList(element, inside, before);
    case "dl":
      return formatDescriptions(element, place, inside, before);
    case "table":
      return formatTable(element, place);
    case "pre":
      return formatCodeBlock(element);
    case "blockquote":
      return formatQuote(inside(children));
    case "hr":
      return ["---"];
    case "figure":
      return formatFigure(element, place);
    case "section":
      if (!hasClass(element, "notes")) return inside(children);
      if (place.notes.size === 0) return [];
      return children.flatMap((child) =>
        isElement(child) && child.tagName === "ol"
          ? formatNotes(child, place)
          : inside([child]),
      );
    default:
      return inside(children);
  }
}

/** Nodes as blocks of Markdown, without the empty lines between them. */
export function formatBlocks(nodes: Node[], place: Place): string[] {
  const blocks: string[] = [];
  let run: Node[] = [];
  const flush = () => {
    if (run.length > 0) blocks.push(...formatParagraph(run, place));
    run = [];
  };
  for (const node of nodes) {
    if (!isBlock(node)) {
      run.push(node);
      continue;
    }
    flush();
    blocks.push(...formatBlock(node, place, blocks.at(-1)));
  }
  flush();
  return blocks;
}
