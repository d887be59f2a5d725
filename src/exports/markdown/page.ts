import { childrenOf, findElement, isElement } from "../../html/tree.ts";
import type { Element, Node } from "../../html/tree.ts";
import { formatBlocks, formatHeading } from "./blocks.ts";
import type { Place } from "./inline.ts";
import { numbersOf } from "./notes.ts";

/** What stands below the title of a page's Markdown. */
export interface PageOrigin {
  /** The page's address in full. */
  url: string;
  /** In words. */
  edition: string;
  asOf: string;
}

/** The Markdown of a page lies beside it. `path`: with slashes at both ends. */
export function markdownPath(path: string): string {
  return `${path}index.md`;
}

function formatTitle(main: Element, place: Place): string {
  const heading = findElement(main, ({ tagName }) => tagName === "h1");
  const parts = heading ? childrenOf(heading) : [];
  const isSmall = (node: Node) => isElement(node) && node.tagName === "small";
  return [parts.filter((part) => !isSmall(part)), parts.filter(isSmall)]
    .map((nodes) => formatHeading(nodes, place))
    .filter((part) => part !== "")
    .join(": ");
}

function mainOf(page: Node): Element {
  const main = findElement(page, ({ tagName }) => tagName === "main");
  if (!main) throw new Error("a page without <main>");
  return main;
}

/**
 * A built page as Markdown: the words of its `main`, without controls and drawings, tables as GitHub writes them,
 * notes as footnotes, every address in full. No HTML.
 */
export function formatPageMarkdown(
  page: Node,
  { url, edition, asOf }: PageOrigin,
): string {
  const main = mainOf(page);
  const notes = numbersOf(main);
  const place: Place = { page: url, notes, depth: 0, inTable: false };
  return [
    `# ${formatTitle(main, place)}`,
    `<${url}> · ${edition} · as of ${asOf}`,
    ...formatBlocks(childrenOf(main), place),
  ]
    .join("\n\n")
    .concat("\n");
}

/** A page as a part of a longer text: its headings one level down, without footnotes. */
export function formatPagePart(page: Node, url: string): string {
  const main = mainOf(page);
  const place: Place = {
    page: url,
    notes: new Set(),
    depth: 1,
    inTable: false,
  };
  return [
    `## ${formatTitle(main, place)}`,
    `<${url}>`,
    ...formatBlocks(childrenOf(main), place),
  ].join("\n\n");
}
