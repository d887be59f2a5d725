import { endSentence } from "../derive/sentence-words.ts";
import {
  attribute,
  childrenOf,
  hasClass,
  isElement,
  tidy,
} from "../html/tree.ts";
import type { Element, Node } from "../html/tree.ts";

const BLOCK = /^(?:p|li|ol|ul|dl|dt|dd|div|figure|figcaption|pre|h\d)$/;

/** What a reader takes in beside the sentences: numbers of notes, words for the ear alone, what is drawn. */
const ASIDES = [
  "comparison",
  "mark",
  "redline-block",
  "spoken",
  "timeline",
  "outstanding",
];

/** Tables, redlines and lists of steps are found by the rows and terms that they show. */
function isAside(element: Element): boolean {
  return (
    /^(?:table|script|style|pre|svg|del)$/.test(element.tagName) ||
    attribute(element, "popover") !== undefined ||
    ASIDES.some((name) => hasClass(element, name))
  );
}

function proseOf(node: Node): string {
  if ("value" in node) return node.value;
  if (!isElement(node)) return childrenOf(node).map(proseOf).join("");
  if (isAside(node)) return "";
  const text = node.childNodes.map(proseOf).join("");
  if (!BLOCK.test(node.tagName)) return text;
  const words = tidy(text);
  return words ? ` ${endSentence(words)} ` : " ";
}

/** The sentences of a part of a page, as plain text; a heading or an item of a list ends like one. */
export function readProse(node: Node): string {
  return tidy(proseOf(node));
}

/** The words inside an element as they stand, such as those of a heading. */
export function readWords(element: Element): string {
  return tidy(element.childNodes.map(proseOf).join(""));
}
