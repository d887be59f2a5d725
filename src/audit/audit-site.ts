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
  const candidate =
    name === "" || name.endsWith("/") ? `${name}index.html` : name;
  return files.has(candidate) ? candidate : undefined;
}

/** Where an address leads: what is wrong with that, or the file of the site, and the id in it. */
type Way =
  { fault: string } | { file: string; id: string; shown: string } | undefined;

const HOST = "site.invalid";

function readAddress(
  value: string,
  base: string,
  loads: boolean,
  files: SiteFiles,
): Way {
  let url: URL;
  let id: string;
  try {
    url = new URL(value, base);
    // A sign that is only half written (`%E0`) would stop whoever decodes it.
    decodeURIComponent(url.pathname);
    id = decodeURIComponent(url.hash.slice(1));
  } catch {
    return {
      fault: `Unexpected address \`${value}\`, expected one that can be read`,
    };
  }
  if (url.host !== HOST) {
    if (loads)
      return {
        fault: `Unexpected request to ${url.host}, expected none to other hosts`,
      };
    return ["https:", "mailto:"].includes(url.protocol)
      ? undefined
      : { fault: `Unexpected link \`${value}\`, expected https` };
  }
  const file = fileOf(url.pathname, files);
  return file === undefined
    ? {
        fault: `Unexpected link to ${url.pathname}, expected a page of the site`,
      }
    : { file, id, shown: `${url.pathname}${url.hash}` };
}

/** Reads an address; most stand on every page, and those that begin at the root lead to one place from all of them. */
function createReader(files: SiteFiles) {
  const root = `https://${HOST}/`;
  const [loaded, linked] = [new Map<string, Way>(), new Map<string, Way>()];
  return (value: string, page: string, loads: boolean): Way => {
    if (!value.startsWith("/")) {
      const path = page.replace(/(?:^|(\/))index\.html$/, "$1");
      return readAddress(value, `${root}${path}`, loads, files);
    }
    const known = loads ? loaded : linked;
    if (!known.has(value))
      known.set(value, readAddress(value, root, loads, files));
    return known.get(value);
  };
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
  const read = createReader(files);
  const ids = new Map<string, Set<string>>();
  const hasId = (file: string, id: string): boolean => {
    const facts = pages.get(file);
    if (id === "" || facts === undefined) return true;
    if (!ids.has(file)) ids.set(file, new Set(facts.ids));
    return ids.get(file)!.has(id);
  };
  const faults: Fault[] = [];
  for (const [page, facts] of pages) {
    const add = (message: string) => faults.push({ page, message });
    facts.faults.forEach(add);
    const audit = (value: string, loads: boolean) => {
      const way = read(value, page, loads);
      if (way === undefined) return;
      if ("fault" in way) add(way.fault);
      else if (!hasId(way.file, way.id))
        add(`Unexpected link to ${way.shown}, expected an id of that page`);
    };
    for (const value of facts.loads) audit(value, true);
    for (const value of facts.links) audit(value, false);
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
