import {
  attribute,
  childrenOf,
  hasClass,
  isElement,
  textOf,
  tidy,
} from "../../html/tree.ts";
import type { Element } from "../../html/tree.ts";
import { escapeText } from "./escape.ts";
import { longestRun } from "./inline.ts";

/** Code as it stands, in a fence longer than any in it. */
export function formatCodeBlock(pre: Element): string[] {
  const text = textOf(pre).replace(/\n$/, "");
  const fence = "`".repeat(Math.max(3, longestRun(text) + 1));
  return [
    `${fence}${attribute(pre, "data-language") ?? ""}\n${text}\n${fence}`,
  ];
}

/** A drawing in words: its title and its description. Of one drawn for two widths, the first. */
export function formatDrawing(svg: Element): string[] {
  if (attribute(svg, "aria-hidden") === "true" || hasClass(svg, "narrow"))
    return [];
  const part = (tag: string) =>
    childrenOf(svg).find((node) => isElement(node) && node.tagName === tag);
  const words = ["title", "desc"].flatMap((tag) => {
    const found = part(tag);
    return found ? [tidy(textOf(found))] : [];
  });
  if (words.length === 0) return [];
  return [`Picture: ${escapeText(words.join(". "), false)}`];
}
