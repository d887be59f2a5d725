import type { Root } from "mdast";
import type { Node } from "unist";
import { visit } from "unist-util-visit";

/** A heading that an author wrote. */
export interface Heading {
  words: string;
  /** 2 for `##`; the page's title is the only one of level 1. */
  depth: number;
  /** By which a link leads to it; undefined where an embed says a part of its words. */
  id: string | undefined;
}

/** The words of a part of a Markdown tree. */
export function textOf(node: Node): string {
  if ("value" in node) return String(node.value);
  const children = "children" in node ? (node.children as Node[]) : [];
  return children.map(textOf).join("");
}

/** The id that Astro gives a heading: GitHub's, which numbers the second of its kind from 1. */
export function headingId(words: string, before: string[]): string {
  const id = words
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{Nd}\p{Nl}\p{Pc}\- ]/gu, "")
    .replaceAll(" ", "-");
  const same = before.filter((other) => other === words).length;
  return same > 0 ? `${id}-${same}` : id;
}

/** The headings of a page, each with the part of the tree that it stands in, in order. */
export function listHeadings(tree: Root): { heading: Heading; node: Node }[] {
  const found: { heading: Heading; node: Node }[] = [];
  const before: string[] = [];
  visit(tree, "heading", (node) => {
    const words = textOf(node).trim().replace(/\s+/g, " ");
    let said = false;
    visit(node, (part) => void (said ||= part.type.startsWith("mdx")));
    const id = said ? undefined : headingId(words, before);
    found.push({ heading: { words, depth: node.depth, id }, node });
    before.push(words);
  });
  return found;
}
