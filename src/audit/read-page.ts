import { attribute, childrenOf, isElement, parsePage } from "../html/tree.ts";
import type { Element, Node } from "../html/tree.ts";

/** What the audit of a site needs to know of one page. */
export interface PageFacts {
  /** In the order of the page, each once. */
  ids: string[];
  /** Every address that the page links to, as written, each once; not those of its own ids. */
  links: string[];
  /** The same of those that it loads. */
  loads: string[];
  /** What is wrong with the page, whatever else is on the site. */
  faults: string[];
}

interface Cell {
  id: string | undefined;
  state: string;
  links: string[];
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

function findCellFault({ id, state, links }: Cell): string | undefined {
  if (!id) return "Unexpected table cell without an id, expected an address";
  if (state === "no-entry" || state === "link") return undefined;
  return links.some((link) => link.startsWith("#note-"))
    ? undefined
    : `Unexpected cell \`${id}\` without a source, expected at least one`;
}

/** The same from a page that is parsed already. */
export function readFacts(page: Node): PageFacts {
  const ids = new Set<string>();
  const links = new Set<string>();
  const loaded = new Set<string>();
  const cells: Cell[] = [];
  const faults: string[] = [];
  let inlineStyles = 0;
  const visit = (node: Node, cell: Cell | undefined): void => {
    let inside = cell;
    if (isElement(node)) {
      const id = attribute(node, "id");
      if (id !== undefined && ids.has(id))
        faults.push(
          `Unexpected second id \`${id}\`, expected each id once a page`,
        );
      if (id !== undefined) ids.add(id);
      if (attribute(node, "style") !== undefined || node.tagName === "style")
        inlineStyles += 1;
      for (const name of ["href", "src"]) {
        const value = attribute(node, name);
        if (value === undefined) continue;
        (loads(node) ? loaded : links).add(value);
        inside?.links.push(value);
      }
      if (node.tagName === "td") {
        inside = { id, state: attribute(node, "data-state") ?? "", links: [] };
        cells.push(inside);
      }
    }
    for (const child of childrenOf(node)) visit(child, inside);
  };
  visit(page, undefined);
  faults.push(...cells.flatMap((cell) => findCellFault(cell) ?? []));
  if (inlineStyles > 0)
    faults.push(`Unexpected ${inlineStyles} inline styles, expected classes`);
  for (const link of links) {
    // One with a sign that is only half written is read with the others.
    if (link.length > 1 && link.startsWith("#") && ids.has(link.slice(1)))
      links.delete(link);
  }
  return { ids: [...ids], links: [...links], loads: [...loaded], faults };
}
