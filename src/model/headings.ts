import Slugger from "github-slugger";
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

/** The headings of a page, each with the part of the tree that it stands in, in order. */
export function listHeadings(tree: Root): { heading: Heading; node: Node }[] {
  const found: { heading: Heading; node: Node }[] = [];
  // As Astro gives ids.
  const slugger = new Slugger();
  visit(tree, "heading", (node) => {
    const words = textOf(node).trim().replace(/\s+/g, " ");
    let said = false;
    visit(node, (part) => void (said ||= part.type.startsWith("mdx")));
    const id = said ? undefined : slugger.slug(words);
    found.push({ heading: { words, depth: node.depth, id }, node });
  });
  return found;
}
