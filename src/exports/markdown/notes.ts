import {
  attribute,
  childrenOf,
  findElement,
  hasClass,
  isElement,
} from "../../html/tree.ts";
import type { Element, Node } from "../../html/tree.ts";
import { finishInline } from "./escape.ts";
import { formatInline } from "./inline.ts";
import type { Place } from "./inline.ts";
import { itemsOf } from "./lists.ts";

/** The numbers of the footnotes that a page defines. */
export function numbersOf(main: Element): Set<string> {
  const section = findElement(
    main,
    (element) => element.tagName === "section" && hasClass(element, "notes"),
  );
  const list =
    section && findElement(section, ({ tagName }) => tagName === "ol");
  const items = list ? itemsOf(list) : [];
  return new Set(items.flatMap((item) => attribute(item, "value") ?? []));
}

/** The notes of a page as footnotes, each in one line: its sources, and where the claim stands. */
export function formatNotes(list: Element, place: Place): string[] {
  const format = (nodes: Node[]) => finishInline(formatInline(nodes, place));
  return itemsOf(list).map((item) => {
    const parts = childrenOf(item).filter(isElement);
    const isCitation = (part: Element) => hasClass(part, "citation");
    const citations = parts.filter(isCitation).map((part) => format([part]));
    const others = format(parts.filter((part) => !isCitation(part)));
    const words = [citations.join("; "), others].filter(Boolean).join(" ");
    return `[^${attribute(item, "value") ?? ""}]: ${words}`;
  });
}
