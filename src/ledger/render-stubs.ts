import type { Site } from "../model/site.ts";
import type { Gone } from "./compare-ledger.ts";

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
  const at = html.lastIndexOf("</main>");
  if (at < 0 || gone.length === 0) return html;
  const section = `<section class="page gone" aria-labelledby="gone"><h2 id="gone">Formerly on this page</h2>${list(gone)}</section>`;
  return `${html.slice(0, at)}${section}${html.slice(at)}`;
}

/** A page in the place of one that is gone: where it went, what it said last, and a target for each of its ids. */
export function renderStubPage(site: Site, gone: Gone[]): string {
  const page = gone.find(({ id }) => id === undefined)!;
  const title = `${page.page} is gone`;
  const said = page.said ? `<p>It last said: “${escape(page.said)}”.</p>` : "";
  const ids = gone.filter(({ id }) => id !== undefined);
  return `<!doctype html>
<html lang="${escape(site.language)}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark"><meta name="robots" content="noindex"><title>${escape(title)} · ${escape(site.name)}</title></head><body><main><h1>${escape(title)}</h1><p>${whither(page.to)}</p>${said}${ids.length > 0 ? list(ids) : ""}<p><a href="/">${escape(site.name)}</a></p></main></body></html>
`;
}
