import {
  attribute,
  childrenOf,
  isElement,
  parsePage,
  textOf,
  tidy,
} from "../html/tree.ts";
import type { Node } from "../html/tree.ts";
import { isFramed } from "../model/framed.ts";
import type { AddressKind } from "../model/ledger.ts";

/** A place on a page that can be linked to. */
export interface Address {
  id: string;
  kind: AddressKind;
  /** The words of a section's heading; empty for all else. */
  text: string;
}

/** Page path, with slashes at both ends → its addresses in the order of the page. */
export type SiteAddresses = ReadonlyMap<string, Address[]>;

/**
 * Numbers of footnotes and of the cards that explain a word change with the page; where a link of the page's own
 * leads past a table or to how to cite it, and controls and drawings, are not places to link to.
 */
const FURNITURE =
  /^(?:(?:note|source)-\d+|gloss\.\d+|(?:.+\.)?table-end|cite-this)$/;
const WITHOUT = new Set(["svg", "form", "nav", "button", "input", "dialog"]);

const KINDS: { [tag: string]: AddressKind } = {
  td: "cell",
  tr: "row",
  th: "column",
  h2: "section",
  h3: "section",
  h4: "section",
};

/** Whether an id only serves the page it stands on. */
export function isFurniture(id: string): boolean {
  return FURNITURE.test(id);
}

/** The addresses of a built page: the ids in its `main`, without footnotes, controls and drawings. */
export function readAddresses(page: Node): Address[] {
  const addresses: Address[] = [];
  const visit = (node: Node, inMain: boolean): void => {
    let inside = inMain;
    if (isElement(node)) {
      if (WITHOUT.has(node.tagName)) return;
      const id = attribute(node, "id");
      if (inside && id && !isFurniture(id)) {
        const kind = KINDS[node.tagName] ?? "item";
        const text = kind === "section" ? textOf(node) : "";
        addresses.push({ id, kind, text: tidy(text) });
      }
      inside ||= node.tagName === "main";
    }
    for (const child of childrenOf(node)) visit(child, inside);
  };
  visit(page, false);
  return addresses;
}

/** The path of the page that a file holds, where its addresses are promised; undefined for all other files. */
export function promisedPage(file: string): string | undefined {
  return /(?:^|\/)index\.html$/.test(file) && !isFramed(file)
    ? `/${file.slice(0, -"index.html".length)}`
    : undefined;
}

/** The addresses of a built site. `files`: path below the site → its HTML. */
export function readSiteAddresses(
  files: ReadonlyMap<string, string>,
): SiteAddresses {
  const pages = new Map<string, Address[]>();
  for (const [name, html] of files) {
    const page = promisedPage(name);
    if (page === undefined) continue;
    pages.set(page, readAddresses(parsePage(html)));
  }
  return pages;
}
