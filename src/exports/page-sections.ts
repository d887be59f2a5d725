import { parse } from "parse5";
import type { DefaultTreeAdapterMap } from "parse5";

type Element = DefaultTreeAdapterMap["element"];
type Node = DefaultTreeAdapterMap["node"];

/** A page's prose from one second-level heading to the next. The part before the first has no id and no title. */
export interface Section {
  id: string;
  title: string;
  text: string;
}

const BLOCK = /^(?:p|li|ol|ul|dl|dt|dd|div|figure|figcaption|pre|h\d)$/;

function attribute(element: Element, name: string): string | undefined {
  return element.attrs.find((attr) => attr.name === name)?.value;
}

function hasClass(element: Element, name: string): boolean {
  return (attribute(element, "class") ?? "").split(/\s+/).includes(name);
}

/** Tables are found by their own rows; note marks, code and meanings in place are no part of the sentence. */
function isAside(element: Element): boolean {
  return (
    /^(?:table|script|style|pre|svg)$/.test(element.tagName) ||
    attribute(element, "popover") !== undefined ||
    ["comparison", "mark"].some((name) => hasClass(element, name))
  );
}

function textOf(node: Node): string {
  if ("value" in node) return node.value;
  if (!("childNodes" in node)) return "";
  if ("tagName" in node && isAside(node)) return "";
  const text = node.childNodes.map(textOf).join("");
  return "tagName" in node && BLOCK.test(node.tagName) ? ` ${text} ` : text;
}

function tidy(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

function findProse(node: Node): Element | undefined {
  if ("tagName" in node && hasClass(node, "prose")) return node;
  if (!("childNodes" in node)) return undefined;
  for (const child of node.childNodes) {
    const found = findProse(child);
    if (found) return found;
  }
  return undefined;
}

/** Reads the prose of a built page, section by section, as plain text. A page without prose has no sections. */
export function readSections(html: string): Section[] {
  const prose = findProse(parse(html));
  if (!prose) return [];
  const sections: Section[] = [{ id: "", title: "", text: "" }];
  for (const node of prose.childNodes) {
    if ("tagName" in node && node.tagName === "h2")
      sections.push({
        id: attribute(node, "id") ?? "",
        title: tidy(textOf(node)),
        text: "",
      });
    else sections.at(-1)!.text += ` ${textOf(node)}`;
  }
  return sections.map((section) => ({ ...section, text: tidy(section.text) }));
}
