import { parse } from "parse5";
import type { DefaultTreeAdapterMap } from "parse5";

export type Element = DefaultTreeAdapterMap["element"];
export type Node = DefaultTreeAdapterMap["node"];

/** Reads a page as a browser would. This costs more than all that is then read from the tree: parse a page once. */
export function parsePage(html: string): Node {
  return parse(html);
}

export function isElement(node: Node): node is Element {
  return "tagName" in node;
}

export function childrenOf(node: Node): Node[] {
  return "childNodes" in node ? node.childNodes : [];
}

export function attribute(element: Element, name: string): string | undefined {
  return element.attrs.find((attr) => attr.name === name)?.value;
}

export function hasClass(element: Element, name: string): boolean {
  return (attribute(element, "class") ?? "").split(/\s+/).includes(name);
}

/** The text below a node as it stands, white space included. */
export function textOf(node: Node): string {
  if ("value" in node) return node.value;
  return childrenOf(node).map(textOf).join("");
}

/** White space as a reader sees it: single spaces, none at the ends. */
export function tidy(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

/** The first element, in the order of the page, that fits. */
export function findElement(
  node: Node,
  fits: (element: Element) => boolean,
): Element | undefined {
  if (isElement(node) && fits(node)) return node;
  for (const child of childrenOf(node)) {
    const found = findElement(child, fits);
    if (found) return found;
  }
  return undefined;
}
