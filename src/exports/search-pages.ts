import { asOfPath, listChangeDays } from "../derive/change-days.ts";
import { formatSpan } from "../derive/day-span.ts";
import { formatDate } from "../derive/format-date.ts";
import { knownPath, listKnownSpans } from "../derive/known-days.ts";
import { capitalise, endSentence } from "../derive/sentence-words.ts";
import type { AgreementRecord } from "../model/record.ts";
import { GENERATED_PAGES } from "../model/rules/navigation-page.ts";
import { listForms } from "./data-page.ts";
import type { Outline } from "./page-outline.ts";
import { makeSearchRecord } from "./search-record.ts";
import type { SearchRecord } from "./search-record.ts";

/** What readers call the pages that are no explainers, beside the words on them. */
const CALLED: { [page: string]: string } = {
  tables: "comparison side by side",
  terms: "clauses conditions provisions",
  versions: "amendments contracts history",
  compare: "diff difference redline",
  timeline: "history chronology calendar",
  "as-of": "date history past",
  known: "date at the time public knowledge",
  sources: "references citations bibliography evidence",
  availability: "buy sold offers offered products channels",
  deals: "investments funding commitments",
  "was-it-true": "fact check press news verdicts",
  glossary: "definitions meanings dictionary abbreviations",
  "open-questions": "unknown undisclosed unanswered",
  changes: "changelog updates news RSS Atom feed",
  corrections: "errata errors wrong",
  data: "download API iframe widget spreadsheet ICS RSS feed",
  status: "completeness freshness statistics",
  claims: "statements facts",
};

/** The pages that are no explainers and have no item of their own. The search does not find itself. */
export const TOOL_PAGES = [
  ...GENERATED_PAGES.filter((page) => page !== "search"),
  "claims",
];

/** A heading without the number of what stands below it. */
function withoutCount(heading: string): string {
  return heading.replace(/ \(\d+\)$/, "");
}

/** Each page by what it says of itself, and that of data by the forms in which it gives them. */
export function pageRecords(
  record: AgreementRecord,
  outlineOf: (page: string) => Outline,
): SearchRecord[] {
  const forms = Object.values(listForms(record)).flat();
  return TOOL_PAGES.map((page) => {
    const { title, question, description, lead, contents } = outlineOf(page);
    const given = page === "data" ? forms.map(({ what }) => what) : [];
    const parts = [...given, ...contents.map(withoutCount)].map(endSentence);
    return makeSearchRecord("page", {
      url: `/${page}/`,
      title,
      about: question,
      text: [description, ...parts, lead].filter(Boolean).join(" "),
      also: CALLED[page] ?? "",
    });
  });
}

/** The pages of days, by the date in words and by the days for which they answer. */
export function dayRecords(record: AgreementRecord): SearchRecord[] {
  return [
    ...listChangeDays(record).map((span) =>
      makeSearchRecord("day", {
        url: asOfPath(span.date),
        title: `As of ${formatDate(span.date)}`,
        about: "What held, by what is known today",
        text: `${capitalise(formatSpan(span))}.`,
      }),
    ),
    ...listKnownSpans(record).map((span) =>
      makeSearchRecord("day", {
        url: knownPath(span.date),
        title: `Known on ${formatDate(span.date)}`,
        about: "What outsiders could know",
        text: `${capitalise(formatSpan(span))}.`,
      }),
    ),
  ];
}
