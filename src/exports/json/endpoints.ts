import { AS_OF_KINDS } from "./as-of.ts";
import { COMPARE_KINDS } from "./compare.ts";
import type { JsonKind } from "./envelope.ts";
import { JSON_NOUNS } from "./nouns.ts";
import { RECORD_KIND } from "./whole-record.ts";

/** Files of one kind and form under one address with places left open, such as `/data/terms/{id}.json`. */
export interface Endpoint {
  template: string;
  tag: string;
  summary: string;
  /** The schema of its JSON, where the site publishes one. */
  schema: string | undefined;
  /** What fills the open places, one for each file; the first comes as an example. */
  fillings: { [place: string]: string }[];
}

type Family = Pick<Endpoint, "tag" | "summary"> & {
  schema?: string | undefined;
  template: string;
  filling: { [place: string]: string };
};

/** The kinds of the list and of one item, by the folder of a noun. */
const KINDS = new Map<string, JsonKind[]>([
  ...JSON_NOUNS.map(({ folder, kinds }) => [folder, kinds] as const),
  ["compare", COMPARE_KINDS],
  ["as-of", AS_OF_KINDS],
]);

/** Files of which there is one. */
const SINGLE: {
  [path: string]: Pick<Family, "summary" | "schema"> & { tag?: string };
} = {
  "/data/record.json": {
    tag: "JSON",
    summary: RECORD_KIND.about,
    schema: RECORD_KIND.name,
  },
  "/data/record.zip": {
    tag: "CSV",
    summary: "Every table and noun in one archive",
  },
  "/data/openapi.json": { summary: "This description" },
  "/permalinks.json": {
    summary: "Every address that was ever published, and where it went",
  },
  "/edition.json": {
    summary: "The edition, and the SHA-256 of every file of the site",
  },
  "/sitemap.xml": { summary: "Every page" },
  "/llms.txt": { summary: "A guide to the site for language models" },
  "/llms-full.txt": {
    summary: "Explainers, whole tables and terms in one text",
  },
};

const REFERENCES: { [ending: string]: string } = {
  bib: "BibTeX",
  ris: "RIS",
  json: "CSL-JSON",
  txt: "plain text",
};

const FEEDS: { [ending: string]: string } = {
  xml: "an Atom feed",
  json: "a JSON Feed",
  ics: "a calendar (iCalendar)",
};

/** A page's path without slashes at its ends, with its last part left open; of two versions, both. */
function openPage(page: string): Pick<Family, "template" | "filling"> {
  const at = page.lastIndexOf("/") + 1;
  const [folder, id] = [page.slice(0, at), page.slice(at)];
  const [from, to] = id.split("..");
  if (to !== undefined)
    return {
      template: `${folder}{from}..{to}`,
      filling: { from: from!, to },
    };
  return at === 0
    ? { template: "{page}", filling: { page } }
    : { template: `${folder}{id}`, filling: { id } };
}

/** What a page is one of, in words: "a page of claims", "a page". */
function pagesOf(page: string): string {
  const at = page.lastIndexOf("/");
  return at < 0 ? "a page" : `a page below /${page.slice(0, at)}/`;
}

/** What a file of a kind says, by the ending of its name. */
function formOf(
  { about, name }: Pick<JsonKind, "about" | "name">,
  ending: string,
): Pick<Family, "tag" | "summary" | "schema"> {
  if (ending === "json") return { tag: "JSON", summary: about, schema: name };
  const cells = ending.startsWith("cells.") ? ", a line a cell" : "";
  return {
    tag: "CSV",
    summary: ending.endsWith("json")
      ? `What the columns of the CSV mean (CSVW)${cells}`
      : `${about}, as CSV${cells}`,
  };
}

function dataFamily(path: string): Family | undefined {
  const [, folder, name, ending] =
    /^\/data\/([a-z-]+)\/(.+?)\.((?:cells\.)?csv-metadata\.json|cells\.csv|[a-z]+)$/.exec(
      path,
    ) ?? [];
  if (!folder || !name || !ending) return undefined;
  if (folder === "schema")
    return {
      template: "/data/schema/{name}.json",
      filling: { name },
      tag: "JSON",
      summary: "The JSON Schema (2020-12) of a kind of file",
    };
  const [list, item] = KINDS.get(folder) ?? [];
  // What editors keep for themselves has a sheet and no kind of JSON.
  const sheet = { about: `The entries of ${folder}`, name: "" };
  const kind =
    name !== "index" ? item : (list ?? (ending === "json" ? undefined : sheet));
  if (!kind) return undefined;
  const { template, filling } = openPage(`/data/${folder}/${name}`);
  const single = name === "index";
  const form = formOf(kind, ending);
  return {
    ...form,
    template: `${single ? `/data/${folder}/index` : template}.${ending}`,
    filling: single ? {} : filling,
  };
}

function feedFamily(path: string): Family | undefined {
  const [, name, ending] = /^\/feeds\/(.+)\.(xml|json|ics)$/.exec(path) ?? [];
  if (!name || !ending) return undefined;
  const { template, filling } = openPage(name);
  const about = name.startsWith("dates") ? "Dates that matter" : "Changes";
  const single = !name.includes("/");
  const of = single ? "" : ` of one of /feeds/${name.split("/")[0]!}/`;
  return {
    template: `/feeds/${single ? name : template}.${ending}`,
    filling: single ? {} : filling,
    tag: "Feeds and calendars",
    summary: `${about}${of}, as ${FEEDS[ending]!}`,
  };
}

function pageFamily(path: string): Family | undefined {
  const [, cited, style] =
    /^\/cite\/(.+)\.(bib|ris|json|txt)$/.exec(path) ?? [];
  if (cited && style) {
    const { template, filling } = openPage(cited);
    return {
      template: `/cite/${template}.${style}`,
      filling,
      tag: "References",
      summary: `How to cite ${pagesOf(cited)} and its cells, as ${REFERENCES[style]!}`,
    };
  }
  const [, embedded] = /^\/oembed\/(.+)\.json$/.exec(path) ?? [];
  if (embedded) {
    const { template, filling } = openPage(embedded);
    return {
      template: `/oembed/${template}.json`,
      filling,
      tag: "Embeds",
      summary: `How to embed ${pagesOf(embedded)} (oEmbed)`,
    };
  }
  const [, page] = /^\/(?:(.+)\/)?index\.md$/.exec(path) ?? [];
  if (!path.endsWith("/index.md")) return undefined;
  const { template, filling } =
    page === undefined ? { template: "", filling: {} } : openPage(page);
  return {
    template: `${template && `/${template}`}/index.md`,
    filling,
    tag: "Markdown",
    summary: `${page === undefined ? "The first page" : `The text of ${pagesOf(page)}`}, as Markdown`,
  };
}

function familyOf(path: string): Family | undefined {
  const single = Object.hasOwn(SINGLE, path) ? SINGLE[path] : undefined;
  if (single)
    return {
      template: path,
      filling: {},
      tag: "The site",
      ...single,
    };
  return dataFamily(path) ?? feedFamily(path) ?? pageFamily(path);
}

/** Groups files by kind and form, in the order in which the first of each comes. Files of no known kind are left out. */
export function groupEndpoints(paths: Iterable<string>): Endpoint[] {
  const endpoints = new Map<string, Endpoint>();
  for (const path of paths) {
    const family = familyOf(path);
    if (!family) continue;
    const { template, filling, tag, summary, schema } = family;
    const known = endpoints.get(template);
    if (known) known.fillings.push(filling);
    else
      endpoints.set(template, {
        template,
        tag,
        summary,
        schema,
        fillings: [filling],
      });
  }
  return [...endpoints.values()];
}
