import { serialize } from "parse5";
import {
  attribute,
  childrenOf,
  findElement,
  hasClass,
  isElement,
  textOf,
  tidy,
} from "../html/tree.ts";
import type { Element, Node } from "../html/tree.ts";
import { fillFrame } from "./fill-frame.ts";

/** What a frame does without: ways around, controls that need a script, and links to its own cells. */
const CLASSES = [
  "address",
  "archived",
  "choose",
  "other-days",
  "asked",
  "to-cite",
];

function isLeftOut(node: Node): boolean {
  return (
    isElement(node) &&
    (node.tagName === "script" ||
      node.tagName === "form" ||
      CLASSES.some((name) => hasClass(node, name)))
  );
}

function idsIn(nodes: Node[]): Set<string> {
  const ids = new Set<string>();
  const visit = (node: Node): void => {
    if (isElement(node)) ids.add(attribute(node, "id") ?? "");
    for (const child of childrenOf(node)) visit(child);
  };
  nodes.forEach(visit);
  return ids;
}

/** Leads every link out of the frame into a window of its own, but those to what stands in the frame. */
function aimLink(link: Element, page: string, ids: ReadonlySet<string>): void {
  const href = link.attrs.find(({ name }) => name === "href");
  if (!href) return;
  if (href.value.startsWith("#")) {
    if (ids.has(decodeURIComponent(href.value.slice(1)))) return;
    href.value = `${page}${href.value}`;
  }
  const rel = attribute(link, "rel")?.split(" ") ?? [];
  link.attrs = [
    ...link.attrs.filter(({ name }) => name !== "rel" && name !== "target"),
    { name: "target", value: "_blank" },
    { name: "rel", value: [...new Set(["noopener", ...rel])].join(" ") },
  ];
}

function prepare(node: Node, page: string, ids: ReadonlySet<string>): void {
  if (!("childNodes" in node)) return;
  node.childNodes = node.childNodes.filter((child) => !isLeftOut(child));
  for (const child of node.childNodes) {
    if (isElement(child) && child.tagName === "a") aimLink(child, page, ids);
    prepare(child, page, ids);
  }
}

/**
 * A page as it stands in a frame on another site: its heading, its body and its sources. Made from the page itself,
 * which it then takes apart, so that both say the same. `frame` is the built page whose surroundings it borrows;
 * `path` is that of the page, with slashes at both ends.
 */
export function formatEmbedPage(
  frame: string,
  page: Node,
  path: string,
  address: string,
): string {
  const find = (fits: (element: Element) => boolean) => {
    const found = findElement(page, fits);
    return found ? [found] : [];
  };
  const parts = [
    ...find((element) => hasClass(element, "title")),
    ...find((element) => hasClass(element, "body")),
    ...find(
      (element) => element.tagName === "section" && hasClass(element, "notes"),
    ),
  ];
  const ids = idsIn(parts);
  for (const part of parts) prepare(part, path, ids);
  const [heading] = find(({ tagName }) => tagName === "h1");
  const words = heading ? childrenOf(heading) : [];
  const own = words.filter(
    (part) => !(isElement(part) && part.tagName === "small"),
  );
  const title = tidy(own.map(textOf).join(""));
  const main = parts
    .map((part) => {
      const name = attribute(part, "class");
      return `<${part.tagName} class="${name}">${serialize(part)}</${part.tagName}>`;
    })
    .join("");
  return fillFrame(frame, main, { title, link: title }, `${address}${path}`);
}
