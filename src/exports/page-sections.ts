import {
  attribute,
  findElement,
  hasClass,
  isElement,
  parsePage,
  tidy,
} from "../html/tree.ts";
import type { Element, Node } from "../html/tree.ts";

/** A page's prose from one second-level heading to the next. The part before the first has no id and no title. */
export interface Section {
  id: string;
  title: string;
  text: string;
}

const BLOCK = /^(?:p|li|ol|ul|dl|dt|dd|div|figure|figcaption|pre|h\d)$/;

/** Tables are found by their own rows; note marks, code and meanings in place are no part of the sentence. */
function isAside(element: Element): boolean {
  return (
    /^(?:table|script|style|pre|svg)$/.test(element.tagName) ||
    attribute(element, "popover") !== undefined ||
    ["comparison", "mark"].some((name) => hasClass(element, name))
  );
}

function proseOf(node: Node): string {
  if ("value" in node) return node.value;
  if (!("childNodes" in node)) return "";
  if (isElement(node) && isAside(node)) return "";
  const text = node.childNodes.map(proseOf).join("");
  return isElement(node) && BLOCK.test(node.tagName) ? ` ${text} ` : text;
}

/** Reads the prose of a built page, section by section, as plain text. A page without prose has no sections. */
export function readSections(html: string): Section[] {
  const prose = findElement(parsePage(html), (element) =>
    hasClass(element, "prose"),
  );
  if (!prose) return [];
  const sections: Section[] = [{ id: "", title: "", text: "" }];
  for (const node of prose.childNodes) {
    if (isElement(node) && node.tagName === "h2")
      sections.push({
        id: attribute(node, "id") ?? "",
        title: tidy(proseOf(node)),
        text: "",
      });
    else sections.at(-1)!.text += ` ${proseOf(node)}`;
  }
  return sections.map((section) => ({ ...section, text: tidy(section.text) }));
}
