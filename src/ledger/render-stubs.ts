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
  const put = (text: string) => () => text;
  return frame
    .replace(/<\/html>[^]*$/, put("</html>\n"))
    .replace(/<script type="application\/ld\+json">[^]*?<\/script>/, put(""))
    .replace(/<link rel="canonical"[^>]*>/, put(""))
    .replace(
      /<meta (?:property="og:|name="(?:twitter|description))[^>]*>/g,
      put(""),
    )
    .replace(/<title>[^]*?<\/title>/, put(`<title>${title}</title>`))
    .replace("</head>", put('<meta name="robots" content="noindex"></head>'))
    .replace(
      /(<main\b[^>]*>)[^]*<\/main>/,
      (_, open: string) =>
        `${open}<article class="page"><div class="body">${body}</div></article></main>`,
    );
}
