import type { PageFacts } from "./read-page.ts";

/** A fault in the built site: a bug of ours, or of content that no rule catches yet. */
export interface Fault {
  page: string;
  message: string;
}

/** A built site: path below its folder, with `/`, → text for CSS, undefined or ignored for other files. */
export type SiteFiles = ReadonlyMap<string, string | undefined>;

function fileOf(path: string, files: SiteFiles): string | undefined {
  const name = decodeURIComponent(path).replace(/^\//, "");
  const candidates =
    name === "" || name.endsWith("/") ? [`${name}index.html`] : [name];
  return candidates.find((candidate) => files.has(candidate));
}

function auditLinks(
  page: string,
  facts: PageFacts,
  files: SiteFiles,
  ids: ReadonlyMap<string, Set<string>>,
): string[] {
  const messages: string[] = [];
  const base = new URL(
    `https://site.invalid/${page.replace(/(?:^|(\/))index\.html$/, "$1")}`,
  );
  for (const { value, loads } of facts.links) {
    let url: URL;
    try {
      url = new URL(value, base);
      // A sign that is only half written (`%E0`) would stop whoever decodes it.
      decodeURIComponent(url.pathname + url.hash);
    } catch {
      messages.push(
        `Unexpected address \`${value}\`, expected one that can be read`,
      );
      continue;
    }
    if (url.host !== base.host) {
      if (loads)
        messages.push(
          `Unexpected request to ${url.host}, expected none to other hosts`,
        );
      else if (!["https:", "mailto:"].includes(url.protocol))
        messages.push(`Unexpected link \`${value}\`, expected https`);
      continue;
    }
    const target = fileOf(url.pathname, files);
    if (!target)
      messages.push(
        `Unexpected link to ${url.pathname}, expected a page of the site`,
      );
    else if (
      url.hash &&
      ids.has(target) &&
      !ids.get(target)!.has(decodeURIComponent(url.hash.slice(1)))
    ) {
      messages.push(
        `Unexpected link to ${url.pathname}${url.hash}, expected an id of that page`,
      );
    }
  }
  return messages;
}

function auditPage(facts: PageFacts): string[] {
  const messages: string[] = [];
  const seen = new Set<string>();
  for (const id of facts.ids) {
    if (seen.has(id))
      messages.push(
        `Unexpected second id \`${id}\`, expected each id once a page`,
      );
    seen.add(id);
  }
  for (const cell of facts.cells) {
    if (!cell.id)
      messages.push("Unexpected table cell without an id, expected an address");
    else if (
      cell.state !== "no-entry" &&
      cell.state !== "link" &&
      !cell.links.some((link) => link.startsWith("#note-"))
    ) {
      messages.push(
        `Unexpected cell \`${cell.id}\` without a source, expected at least one`,
      );
    }
  }
  if (facts.inlineStyles > 0)
    messages.push(
      `Unexpected ${facts.inlineStyles} inline styles, expected classes`,
    );
  return messages;
}

/**
 * Finds what readers of a built site would trip over: dead links and fragments, two elements with one id, table cells
 * without address or source, requests to other hosts. `pages`: what stands on each; of `files` it takes only the
 * names, and the texts of styles.
 */
export function auditSite(
  pages: ReadonlyMap<string, PageFacts>,
  files: SiteFiles,
): Fault[] {
  const ids = new Map(
    [...pages].map(([name, facts]) => [name, new Set(facts.ids)]),
  );
  const faults: Fault[] = [];
  for (const [page, facts] of pages) {
    for (const message of [
      ...auditPage(facts),
      ...auditLinks(page, facts, files, ids),
    ]) {
      faults.push({ page, message });
    }
  }
  for (const [name, text] of files) {
    if (!name.endsWith(".css") || text === undefined) continue;
    for (const [, host] of text.matchAll(
      /url\(\s*["']?(?:https?:)?\/\/([^/"')]+)/g,
    )) {
      faults.push({
        page: name,
        message: `Unexpected request to ${host}, expected none to other hosts`,
      });
    }
  }
  return faults;
}
