import type { AgreementRecord } from "../model/record.ts";
import { listCalendars, termCalendarPath } from "./calendar/calendars.ts";
import { markdownPath } from "./markdown/page.ts";
import { oembedPath } from "./oembed.ts";
import { findSitePage } from "./site-page.ts";

/** A page in another form, as its head names it. */
export interface Alternate {
  type: string;
  /** Below the site. */
  href: string;
  title: string;
  /** A word for it, where readers see it; left out where it is for programs alone. */
  label?: string;
}

function json(href: string): Alternate {
  return {
    type: "application/json",
    href: `/data/${href}.json`,
    title: "What this page says, as JSON",
    label: "JSON",
  };
}

function csv(href: string): Alternate {
  return {
    type: "text/csv",
    href: `/data/${href}.csv`,
    title: "What this page lists, as CSV",
    label: "CSV",
  };
}

/** Pages that list a noun, and the folder of its files. */
const LISTS: { [page: string]: string } = {
  terms: "terms",
  versions: "versions",
  claims: "claims",
  sources: "sources",
  glossary: "glossary",
  "open-questions": "open-questions",
  deals: "deals",
  availability: "offerings",
  changes: "changes",
  "was-it-true": "coverage",
};

/** Those of which there is no sheet. */
const LISTS_AS_JSON = ["tables", "compare", "as-of"];

function listDataForms(record: AgreementRecord, path: string): Alternate[] {
  const page = findSitePage(record, path);
  switch (page.kind) {
    case "home":
      return [json("record")];
    case "table":
      return [json(`tables/${page.item.id}`), csv(`tables/${page.item.id}`)];
    case "term": {
      const href = termCalendarPath(page.item.id);
      const dated = listCalendars(record).some((one) => one.path === href);
      const calendar = {
        type: "text/calendar",
        href,
        title: "The dates of this term, as a calendar",
        label: "Calendar",
      };
      return [json(`terms/${page.item.id}`), ...(dated ? [calendar] : [])];
    }
    case "version":
    case "claim":
    case "source":
    case "explainer":
      return [json(`${page.kind}s/${page.item.id}`)];
    case "pair":
      return [json(path.slice(1, -1))];
    case "as-of":
      return [json(`as-of/${page.item.date}`)];
    case "other": {
      const [folder, ...rest] = page.parts;
      if (folder === undefined || rest.length > 0) return [];
      if (LISTS_AS_JSON.includes(folder)) return [json(`${folder}/index`)];
      const noun = LISTS[folder];
      return noun ? [json(`${noun}/index`), csv(`${noun}/index`)] : [];
    }
    default:
      return [];
  }
}

/** The other forms of a page of the site map. */
export function listAlternates(
  record: AgreementRecord,
  path: string,
): Alternate[] {
  return [
    {
      type: "text/markdown",
      href: markdownPath(path),
      title: "This page as Markdown",
      label: "Markdown",
    },
    ...listDataForms(record, path),
    {
      type: "application/json+oembed",
      href: oembedPath(path),
      title: "How to show this page on another site (oEmbed)",
    },
  ];
}
