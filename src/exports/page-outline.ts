import {
  attribute,
  childrenOf,
  findElement,
  hasClass,
  isElement,
  parsePage,
} from "../html/tree.ts";
import type { Element, Node } from "../html/tree.ts";
import { readWords } from "./prose-text.ts";

/** What a built page says of itself, as plain text; empty where it does not say it. */
export interface Outline {
  title: string;
  question: string;
  description: string;
  lead: string;
  /** The headings its table of contents lists, but for that of the sources. */
  contents: string[];
}

function linksIn(node: Node | undefined): Element[] {
  if (!node) return [];
  if (isElement(node) && node.tagName === "a") return [node];
  return childrenOf(node).flatMap(linksIn);
}

/** Reads a built page's outline. */
export function readOutline(html: string): Outline {
  const page = parsePage(html);
  const find = (fits: (element: Element) => boolean) => findElement(page, fits);
  const words = (element: Element | undefined) =>
    element ? readWords(element) : "";
  const described = find(
    (element) => attribute(element, "name") === "description",
  );
  return {
    title: words(find(({ tagName }) => tagName === "h1")),
    question: words(find((element) => hasClass(element, "question"))),
    description: (described && attribute(described, "content")) ?? "",
    lead: words(find((element) => hasClass(element, "lead"))),
    contents: linksIn(find((element) => hasClass(element, "contents")))
      .filter((link) => attribute(link, "href") !== "#sources")
      .map(words),
  };
}
