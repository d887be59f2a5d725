import { parse } from "parse5";
import { attribute, childrenOf, isElement } from "../html/tree.ts";
import type { Element, Node } from "../html/tree.ts";
import type { Gone } from "./compare-ledger.ts";

/**
 * Every element of a page, with its place in the text. Looked for in the text itself, a tag might be one that
 * an attribute speaks of: `>` and `<` stand there as they are.
 */
function listElements(html: string): Element[] {
  const listBelow = (node: Node): Element[] =>
    childrenOf(node).flatMap((child) =>
      isElement(child) ? [child, ...listBelow(child)] : listBelow(child),
    );
  return listBelow(parse(html, { sourceCodeLocationInfo: true }));
}

function escape(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll('"', "&quot;");
}

function link(to: string): string {
  return `<a href="${escape(to)}">${escape(to)}</a>`;
}

function whither(to: string[]): string {
  if (to.length === 0) return "It was retired; nothing takes its place.";
  return `It went to ${to.map(link).join(" and ")}.`;
}

function entry({ id, to, said }: Gone): string {
  const last = said ? ` It last said: “${escape(said)}”.` : "";
  return `<li id="${escape(id!)}"><code>#${escape(id!)}</code> stood here. ${whither(to)}${last}</li>`;
}

function list(gone: Gone[]): string {
  return `<ul class="links">${gone.map(entry).join("")}</ul>`;
}

/**
 * The page with a target for each address that it had and has no more. A fragment never reaches a server, so only
 * the page itself can say where its subject went.
 */
export function addStubs(html: string, gone: Gone[]): string {
  if (gone.length === 0) return html;
  const main = listElements(html).find(({ tagName }) => tagName === "main");
  const at = main?.sourceCodeLocation?.endTag?.startOffset;
  if (at === undefined) return html;
  const section = `<section class="page gone" aria-labelledby="gone"><h2 id="gone">Formerly on this page</h2>${list(gone)}</section>`;
  return `${html.slice(0, at)}${section}${html.slice(at)}`;
}

/** What a page says of itself, and so must not say of another. */
function isOfItself(element: Element): boolean {
  const of = (name: string) => attribute(element, name) ?? "";
  switch (element.tagName) {
    case "script":
      return of("type") === "application/ld+json";
    case "link":
      return of("rel") === "canonical";
    case "meta":
      return /^(?:og:|twitter|description)/.test(of("property") || of("name"));
    default:
      return false;
  }
}

/** What takes the place of an element, or of what it holds, or is added at its end. */
function editsOf(
  element: Element,
  put: { title: string; main: string; head: string },
): { from: number; to: number; text: string }[] {
  const place = element.sourceCodeLocation;
  if (!place) return [];
  const { startTag, endTag, startOffset, endOffset } = place;
  if (isOfItself(element))
    return [{ from: startOffset, to: endOffset, text: "" }];
  if (!startTag || !endTag) return [];
  const end = endTag.startOffset;
  switch (element.tagName) {
    case "title":
      return element.namespaceURI.endsWith("/xhtml")
        ? [{ from: startOffset, to: endOffset, text: put.title }]
        : [];
    case "main":
      return [{ from: startTag.endOffset, to: end, text: put.main }];
    case "head":
      return [{ from: end, to: end, text: put.head }];
    default:
      return [];
  }
}

/**
 * A page in the place of one that is gone: where it went and why, what it said last, and a target for each of its
 * ids. `frame` is a built page of the site, whose head and surroundings it borrows.
 */
export function renderStubPage(
  frame: string,
  gone: Gone[],
  why: string | undefined,
): string {
  const page = gone.find(({ id }) => id === undefined)!;
  const ids = gone.filter(({ id }) => id !== undefined);
  const title = `Gone: ${escape(page.page)}`;
  const body = [
    `<header class="title"><p class="question">This page is no longer here.</p><h1>${escape(page.page)}</h1></header>`,
    `<p class="lead">${whither(page.to)}</p>`,
    why ? `<p>${escape(why)}</p>` : "",
    page.said ? `<p>It last said: “${escape(page.said)}”.</p>` : "",
    ids.length > 0 ? `<h2>What stood on it</h2>${list(ids)}` : "",
  ].join("");
  const edits = listElements(frame).flatMap((element) =>
    editsOf(element, {
      title: `<title>${title}</title>`,
      main: `<article class="page"><div class="body">${body}</div></article>`,
      head: '<meta name="robots" content="noindex">',
    }),
  );
  return edits
    .sort((a, b) => b.from - a.from)
    .reduce(
      (html, { from, to, text }) => html.slice(0, from) + text + html.slice(to),
      frame,
    );
}
