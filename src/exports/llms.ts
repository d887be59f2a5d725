import { STATES } from "../derive/cell.ts";
import { deriveEdition } from "../derive/edition.ts";
import { formatDate } from "../derive/format-date.ts";
import { comparePath } from "../derive/redline.ts";
import { formatPair } from "../derive/redline-page.ts";
import type { AgreementRecord } from "../model/record.ts";
import { GENERATED_PAGES } from "../model/rules/navigation-page.ts";
import { GUIDE_FILES, RECORD_FILES } from "./data-files.ts";
import { LICENCE } from "./licence.ts";
import {
  escapeStart,
  escapeText,
  formatDestination,
} from "./markdown/escape.ts";
import { markdownPath } from "./markdown/page.ts";
import { formatPathPart } from "./site-page.ts";

export const LLMS_FILE = "llms.txt";
export const LLMS_FULL_FILE = "llms-full.txt";

/** Lists that a short visit can do without: they name everything, or say nothing of the subject. */
const OPTIONAL = [
  "claims",
  "sources",
  "changes",
  "corrections",
  "status",
  "search",
];

interface Entry {
  title: string;
  /** Below the site. */
  path: string;
  note?: string | undefined;
}

const words = (text: string) => escapeText(text.replace(/\s+/g, " "), false);

function formatSection(
  record: AgreementRecord,
  heading: string,
  entries: Entry[],
): string[] {
  if (entries.length === 0) return [];
  const lines = entries.map(({ title, path, note }) => {
    const link = `[${words(title)}](${formatDestination(`${record.site.address}${path}`)})`;
    return note ? `- ${link}: ${words(note)}` : `- ${link}`;
  });
  return [`## ${heading}`, lines.join("\n")];
}

/** What the site is, before its parts: the same in both files. */
export function formatLlmsHead(record: AgreementRecord): string[] {
  const { site } = record;
  const states = Object.values(STATES)
    .filter(({ mark }) => mark !== "")
    .map(({ word, meaning }) => `- ${word}: ${meaning}`);
  return [
    `# ${words(site.name)}`,
    `> ${words(site.tagline)}. An independent record of ${words(site.subject)}: every statement has an address, a date and a source.`,
    escapeStart(
      `${deriveEdition(record).words}; it speaks for ${formatDate(site.as_of)}. The licence is ${LICENCE.name}. A statement is best cited by its own page, with the edition.`,
    ),
    "What was announced, what was in force and what was only reported are told apart. Words at the front of a cell say so:",
    states.join("\n"),
  ];
}

/** The guide for language models, in the form of llmstxt.org: what there is, each page as Markdown. */
export function formatLlms(record: AgreementRecord): string {
  const page = (title: string, path: string, note?: string): Entry => ({
    title,
    path: markdownPath(path),
    note,
  });
  const list = (id: string) => page(formatPathPart(id), `/${id}/`);
  const { timeline, site } = record;
  const steps = timeline.slice(1).map((to, index): Entry => {
    const from = timeline[index]!;
    return page(formatPair(from, to), comparePath(record, from, to), to.title);
  });
  const lists = [...GENERATED_PAGES, "claims"];
  const section = (heading: string, entries: Entry[]) =>
    formatSection(record, heading, entries);
  return [
    ...formatLlmsHead(record),
    `Every page of [the map of the site](${site.address}/sitemap.xml) lies there as Markdown, too: put \`index.md\` at the end of its address.`,
    ...section("Explainers", [
      page("What holds today", "/"),
      ...record.explainers.map(({ id, title, description }) =>
        page(title, `/${id}/`, description),
      ),
    ]),
    ...section(
      "Tables",
      record.tables.map(({ id, title, summary }) =>
        page(title, `/tables/${id}/`, summary),
      ),
    ),
    ...section(
      "Terms",
      record.terms.map(({ id, title, question }) =>
        page(title, `/terms/${id}/`, question),
      ),
    ),
    ...section(
      "Versions",
      timeline.map(({ id, title, date }) =>
        page(title, `/versions/${id}/`, formatDate(date)),
      ),
    ),
    ...section("From one version to the next", steps),
    ...section("Lists", lists.filter((id) => !OPTIONAL.includes(id)).map(list)),
    ...section("Data", [...RECORD_FILES, ...GUIDE_FILES]),
    ...section("Optional", [
      {
        title: "Explainers, the widest tables and all terms in one text",
        path: `/${LLMS_FULL_FILE}`,
      },
      ...lists.filter((id) => OPTIONAL.includes(id)).map(list),
    ]),
  ]
    .join("\n\n")
    .concat("\n");
}
