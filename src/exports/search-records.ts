import { cellWords } from "../derive/cell.ts";
import { deriveClaimPage } from "../derive/claim-page.ts";
import { formatDate } from "../derive/format-date.ts";
import { deriveStanding } from "../derive/standing.ts";
import type { Row } from "../derive/grid.ts";
import type { Table } from "../derive/table.ts";
import { deriveTermPage } from "../derive/term-page.ts";
import type { Explainer } from "../model/explainer.ts";
import type { AgreementRecord } from "../model/record.ts";
import type { Section } from "./page-sections.ts";

/** What a search finds, in the order in which the kinds are shown. */
export const SEARCH_KINDS = [
  { id: "term", title: "Terms" },
  { id: "word", title: "Glossary" },
  { id: "section", title: "Explainers" },
  { id: "claim", title: "Claims" },
  { id: "version", title: "Versions" },
  { id: "row", title: "Tables" },
  { id: "question", title: "Open questions" },
  { id: "source", title: "Sources" },
] as const;
export type SearchKind = (typeof SEARCH_KINDS)[number]["id"];

/** One thing that can be found: where it stands and the words that find it. Empty text means there is none. */
export interface SearchRecord {
  kind: SearchKind;
  /** The address of the very section, row or entry. */
  url: string;
  title: string;
  /** What it belongs to: a claim's term, a section's page, a row's table. */
  about: string;
  /** In words. */
  date: string;
  text: string;
  /** For a claim that leads a cell: the cell's address in the widest table that has it. */
  cell: string;
}

type Found = Partial<SearchRecord> & Pick<SearchRecord, "url" | "title">;

function make(kind: SearchKind, found: Found): SearchRecord {
  return { about: "", date: "", text: "", cell: "", ...found, kind };
}

function widestFirst(tables: Table[]): Table[] {
  return [...tables].sort(
    (a, b) =>
      b.columns.length * b.rows.length - a.columns.length * a.rows.length,
  );
}

/** Cell id → its address in the widest table that has it. */
function cellAddresses(tables: Table[]): Map<string, string> {
  const addresses = new Map<string, string>();
  for (const table of widestFirst(tables)) {
    for (const { id } of table.rows.flatMap((row) => row.cells)) {
      if (!addresses.has(id)) addresses.set(id, `/tables/${table.id}/#${id}`);
    }
  }
  return addresses;
}

function asSentence(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** A claim that only says what a document passes over is titled by its term, and would push the term's own page down. */
function withoutTerm(title: string, term: string): string {
  if (!title.startsWith(`${term}: `)) return title;
  return asSentence(title.slice(term.length + 2));
}

function claimRecords(
  record: AgreementRecord,
  tables: Table[],
): SearchRecord[] {
  const cells = cellAddresses(tables);
  return record.claims.map((claim) => {
    const { title, term } = deriveClaimPage(record, claim, []);
    const about = term?.title ?? "";
    return make("claim", {
      url: `/claims/${claim.id}/`,
      title: withoutTerm(title, about),
      about,
      date: formatDate(claim.valid_from),
      text: [claim.statement, claim.note].filter(Boolean).join(" "),
      cell: cells.get(`${claim.term}.${claim.version}`) ?? "",
    });
  });
}

function termRecords(record: AgreementRecord): SearchRecord[] {
  return record.terms.map((term) => {
    const { now, lead, topic } = deriveTermPage(record, term);
    const { since } = deriveStanding(record, term.id, record.site.as_of);
    return make("term", {
      url: `/terms/${term.id}/`,
      title: term.title,
      about: topic.title,
      date: since ? `since ${formatDate(since)}` : "",
      text: [
        term.question,
        `${asSentence(cellWords(now))}.`,
        ...lead,
        term.why_it_matters,
      ].join(" "),
    });
  });
}

function sectionRecords(explainer: Explainer, read: Section[]): SearchRecord[] {
  return read.map(({ id, title, text }) =>
    make("section", {
      url: id ? `/${explainer.id}/#${id}` : `/${explainer.id}/`,
      title: title || explainer.title,
      about: title ? explainer.title : explainer.question,
      text: title ? text : `${explainer.description} ${text}`,
    }),
  );
}

function rowText(table: Table, row: Row): string {
  const cells = row.cells
    .filter((cell) => cell.entries.length > 0)
    .map((cell) => {
      const column = table.columns.find(
        ({ id }) => cell.id === `${row.id}.${id}`,
      );
      return `${column ? `${column.label}: ` : ""}${cellWords(cell)}.`;
    });
  return [row.sublabel, ...cells].filter(Boolean).join(" ");
}

/** Each table, and each row once: in the widest table that has it. */
function tableRecords(tables: Table[]): SearchRecord[] {
  const home = new Map<string, Table>();
  for (const table of widestFirst(tables)) {
    for (const row of table.rows)
      if (!home.has(row.id)) home.set(row.id, table);
  }
  return tables.flatMap((table) => [
    make("row", {
      url: `/tables/${table.id}/`,
      title: table.title,
      text: `${table.summary} ${table.rows.map((row) => row.label).join(", ")}.`,
    }),
    ...table.rows
      .filter((row) => home.get(row.id) === table)
      .map((row) =>
        make("row", {
          url: `/tables/${table.id}/#${row.id}`,
          title: row.label,
          about: table.title,
          text: rowText(table, row),
        }),
      ),
  ]);
}

/** The entries of pages that list whole nouns: versions, glossary, open questions, sources. */
function listedRecords(record: AgreementRecord): SearchRecord[] {
  return [
    ...record.timeline.map((version) =>
      make("version", {
        url: `/versions/${version.id}/`,
        title: version.title,
        about: version.kind,
        date: formatDate(version.date),
        text: version.summary,
      }),
    ),
    ...record.glossary.map((word) =>
      make("word", {
        url: `/glossary/#${word.id}`,
        title: word.term,
        text: word.meaning,
      }),
    ),
    ...record.openQuestions.map((item) =>
      make("question", {
        url: `/open-questions/#${item.id}`,
        title: item.question,
        text: `${item.why_it_matters} ${item.best_evidence} ${item.would_settle_it}`,
      }),
    ),
    ...record.sources.map((source) =>
      make("source", {
        url: `/sources/${source.id}/`,
        title: source.title,
        about: source.publisher,
        date: formatDate(source.published),
        text: [source.publisher, source.note].filter(Boolean).join(". "),
      }),
    ),
  ];
}

/**
 * Everything the search finds, in the order of the record. `sectionsOf` gives the rendered prose of an
 * explainer's page: what its embeds say is only known after rendering.
 */
export function listSearchRecords(
  record: AgreementRecord,
  tables: Table[],
  sectionsOf: (page: string) => Section[],
): SearchRecord[] {
  return [
    ...termRecords(record),
    ...record.explainers.flatMap((explainer) =>
      sectionRecords(explainer, sectionsOf(explainer.id)),
    ),
    ...claimRecords(record, tables),
    ...listedRecords(record),
    ...tableRecords(tables),
  ];
}
