import { parse } from "parse5";
import type { DefaultTreeAdapterMap } from "parse5";
import type { AddressKind } from "../model/ledger.ts";

type Element = DefaultTreeAdapterMap["element"];
type Node = DefaultTreeAdapterMap["node"];

/** A place on a page that can be linked to. */
export interface Address {
  id: string;
  kind: AddressKind;
  /** The words of a section's heading; empty for all else. */
  text: string;
}

/** Page path, with slashes at both ends → its addresses in the order of the page. */
export type SiteAddresses = ReadonlyMap<string, Address[]>;

/** Numbers of footnotes change with the page; controls and drawings are not places to link to. */
const FURNITURE = /^(?:note|source)-\d+$/;
const WITHOUT = new Set(["svg", "form", "nav", "button", "input", "dialog"]);

const KINDS: { [tag: string]: AddressKind } = {
  td: "cell",
  tr: "row",
  th: "column",
  h2: "section",
  h3: "section",
  h4: "section",
};

function attribute(element: Element, name: string): string | undefined {
  return element.attrs.find((attr) => attr.name === name)?.value;
}

function textOf(node: Node): string {
  if ("value" in node) return node.value;
  return "childNodes" in node ? node.childNodes.map(textOf).join("") : "";
}

/** The addresses of a built page: the ids in its `main`, without footnotes, controls and drawings. */
export function readAddresses(html: string): Address[] {
  const addresses: Address[] = [];
  const visit = (node: Node, inMain: boolean): void => {
    let inside = inMain;
    if ("tagName" in node) {
      if (WITHOUT.has(node.tagName)) return;
      const id = attribute(node, "id");
      if (inside && id && !FURNITURE.test(id)) {
        const kind = KINDS[node.tagName] ?? "item";
        const text = kind === "section" ? textOf(node) : "";
        addresses.push({ id, kind, text: text.trim().replace(/\s+/g, " ") });
      }
      inside ||= node.tagName === "main";
    }
    if ("childNodes" in node)
      for (const child of node.childNodes) visit(child, inside);
  };
  visit(parse(html), false);
  return addresses;
}

/** The addresses of a built site. `files`: path below the site → its text. */
export function readSiteAddresses(
  files: ReadonlyMap<string, string | undefined>,
): SiteAddresses {
  const pages = new Map<string, Address[]>();
  for (const [name, html] of files) {
    if (html === undefined || !/(?:^|\/)index\.html$/.test(name)) continue;
    pages.set(`/${name.slice(0, -"index.html".length)}`, readAddresses(html));
  }
  return pages;
}
