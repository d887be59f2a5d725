import { parse } from "parse5";
import type { DefaultTreeAdapterMap } from "parse5";

type Element = DefaultTreeAdapterMap["element"];
type Node = DefaultTreeAdapterMap["node"];

/** What the audit needs to know of one page. */
export interface PageFacts {
  ids: string[];
  /** Every address the page links to or loads, as written. */
  links: { value: string; loads: boolean }[];
  cells: { id: string | undefined; state: string; links: string[] }[];
  inlineStyles: number;
}

function attribute(element: Element, name: string): string | undefined {
  return element.attrs.find((attr) => attr.name === name)?.value;
}

const LOADING = new Set([
  "script",
  "img",
  "iframe",
  "source",
  "video",
  "audio",
  "embed",
  "object",
]);
const LOADED_RELS = /\b(?:stylesheet|icon|preload|modulepreload|manifest)\b/;

function loads(element: Element): boolean {
  if (element.tagName === "link")
    return LOADED_RELS.test(attribute(element, "rel") ?? "");
  return LOADING.has(element.tagName);
}

/** Reads a page's ids, links and table cells from its HTML. */
export function readPage(html: string): PageFacts {
  const facts: PageFacts = { ids: [], links: [], cells: [], inlineStyles: 0 };
  const visit = (
    node: Node,
    cell: PageFacts["cells"][number] | undefined,
  ): void => {
    let inside = cell;
    if ("tagName" in node) {
      const id = attribute(node, "id");
      if (id !== undefined) facts.ids.push(id);
      if (attribute(node, "style") !== undefined || node.tagName === "style")
        facts.inlineStyles += 1;
      for (const name of ["href", "src"]) {
        const value = attribute(node, name);
        if (value === undefined) continue;
        facts.links.push({ value, loads: loads(node) });
        inside?.links.push(value);
      }
      if (node.tagName === "td") {
        inside = { id, state: attribute(node, "data-state") ?? "", links: [] };
        facts.cells.push(inside);
      }
    }
    if ("childNodes" in node)
      for (const child of node.childNodes) visit(child, inside);
  };
  visit(parse(html), undefined);
  return facts;
}
