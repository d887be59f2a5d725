import { attribute, childrenOf, isElement, parsePage } from "../html/tree.ts";
import type { Element, Node } from "../html/tree.ts";

/** What the audit needs to know of one page. */
export interface PageFacts {
  ids: string[];
  /** Every address the page links to or loads, as written. */
  links: { value: string; loads: boolean }[];
  cells: { id: string | undefined; state: string; links: string[] }[];
  inlineStyles: number;
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
  return readFacts(parsePage(html));
}

/** The same from a page that is parsed already. */
export function readFacts(page: Node): PageFacts {
  const facts: PageFacts = { ids: [], links: [], cells: [], inlineStyles: 0 };
  const visit = (
    node: Node,
    cell: PageFacts["cells"][number] | undefined,
  ): void => {
    let inside = cell;
    if (isElement(node)) {
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
    for (const child of childrenOf(node)) visit(child, inside);
  };
  visit(page, undefined);
  return facts;
}
