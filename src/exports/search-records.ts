import { cellWords } from "../derive/cell.ts";
import { CONFIDENCE } from "../derive/claim-words.ts";
import { deriveChanges } from "../derive/changes.ts";
import { deriveClaimPage } from "../derive/claim-page.ts";
import { formatDate, formatPeriod } from "../derive/format-date.ts";
import { capitalise, endSentence } from "../derive/sentence-words.ts";
import { deriveStatement } from "../derive/statement.ts";
import { deriveStanding } from "../derive/standing.ts";
import type { Table } from "../derive/table.ts";
import { deriveTermPage } from "../derive/term-page.ts";
import type { Claim } from "../model/claim.ts";
import { deriveInterval, isOver } from "../model/interval.ts";
import { compareDates } from "../model/partial-date.ts";
import type { Explainer } from "../model/explainer.ts";
import type { AgreementRecord } from "../model/record.ts";
import type { Term } from "../model/term.ts";
import type { Outline } from "./page-outline.ts";
import type { Section } from "./page-sections.ts";
import { dayRecords, pageRecords } from "./search-pages.ts";
import { makeSearchRecord } from "./search-record.ts";
import type { SearchRecord } from "./search-record.ts";
import { cellAddresses, tableRecords } from "./search-tables.ts";

/** A claim that only says what a document passes over is titled by its term, and would push the term's own page down. */
function withoutTerm(title: string, term: string): string {
  if (!title.startsWith(`${term}: `)) return title;
  return capitalise(title.slice(term.length + 2));
}

/** When a claim held: of one that is over its end, too, so that nobody takes it for what holds. */
function heldWords(record: AgreementRecord, claim: Claim): string {
  const { from, to } = deriveInterval(record, claim);
  return isOver({ to }, record.site.as_of)
    ? formatPeriod(from, to)
    : formatDate(from);
}

function claimRecords(
  record: AgreementRecord,
  tables: Table[],
): SearchRecord[] {
  const cells = cellAddresses(tables);
  return record.claims.map((claim) => {
    const { title, term } = deriveClaimPage(record, claim, []);
    const about = term?.title ?? "";
    return makeSearchRecord("claim", {
      url: `/claims/${claim.id}/`,
      title: withoutTerm(title, about),
      about,
      date: heldWords(record, claim),
      text: [claim.statement, claim.note].filter(Boolean).join(" "),
      cell: cells.get(`${claim.term}.${claim.version}`) ?? "",
    });
  });
}

/** What was ever said on a term, newest first, each value once, with its day and doubt; but for what `told` has said. */
function valuesOf(record: AgreementRecord, term: Term, told: string): string[] {
  const values = new Map<string, string>();
  record.claims
    .filter(({ id }) => !record.withdrawals.has(id))
    .filter((claim) => claim.term === term.id && claim.value)
    .toSorted((a, b) => compareDates(b.valid_from, a.valid_from))
    .forEach(({ value, valid_from, confidence }) => {
      if (told.includes(value!) || values.has(value!)) return;
      const doubt =
        confidence === "primary" ? "" : `, ${CONFIDENCE[confidence]}`;
      values.set(value!, `${formatDate(valid_from)}${doubt}: ${value}`);
    });
  return [...values.values()].map(endSentence);
}

function termRecords(record: AgreementRecord): SearchRecord[] {
  return record.terms.map((term) => {
    const { now, lead, topic } = deriveTermPage(record, term);
    const { since } = deriveStanding(record, term.id, record.site.as_of);
    const answer = [
      term.question,
      endSentence(capitalise(cellWords(now))),
      ...lead,
      term.why_it_matters,
    ].join(" ");
    return makeSearchRecord("term", {
      url: `/terms/${term.id}/`,
      title: term.title,
      about: topic.title,
      date: since ? `since ${formatDate(since)}` : "",
      text: [answer, ...valuesOf(record, term, answer)].join(" "),
    });
  });
}

/** The sections of an explainer; its beginning is found by what the navigation calls its topic, too. */
function sectionRecords(
  record: AgreementRecord,
  explainer: Explainer,
  read: Section[],
): SearchRecord[] {
  const called = record.byId.topics.get(explainer.id)?.short ?? "";
  return read.map(({ id, title, text }) =>
    makeSearchRecord("section", {
      url: id ? `/${explainer.id}/#${id}` : `/${explainer.id}/`,
      title: title || explainer.title,
      about: title ? explainer.title : explainer.question,
      text: title ? text : `${explainer.description} ${text}`,
      also: title ? "" : called,
    }),
  );
}

/** Judged statements: found by their words, by who published them and by why they were judged so. */
function statementRecords(record: AgreementRecord): SearchRecord[] {
  return record.coverage.map((entry) => {
    const { href, verdict, mistake, note } = deriveStatement(record, entry);
    const { publisher, title } = record.byId.sources.get(entry.article)!;
    const then = `Then: ${verdict.day.word}. Now: ${verdict.now.word}.`;
    return makeSearchRecord("statement", {
      url: href,
      title: entry.statement,
      about: publisher,
      date: formatDate(entry.published),
      text: [then, mistake && `${mistake}.`, note, title]
        .filter(Boolean)
        .join(" "),
    });
  });
}

/** The entries of pages that list whole nouns: versions, glossary, open questions, changes, sources. */
function listedRecords(record: AgreementRecord): SearchRecord[] {
  return [
    ...record.timeline.map((version) =>
      makeSearchRecord("version", {
        url: `/versions/${version.id}/`,
        title: version.title,
        about: version.kind,
        date: formatDate(version.date),
        text: version.summary,
      }),
    ),
    ...record.glossary.map((word) =>
      makeSearchRecord("word", {
        url: `/glossary/#${word.id}`,
        title: word.term,
        text: word.meaning,
      }),
    ),
    ...record.openQuestions.map((item) =>
      makeSearchRecord("question", {
        url: `/open-questions/#${item.id}`,
        title: item.question,
        text: `${item.why_it_matters} ${item.best_evidence} ${item.would_settle_it}`,
      }),
    ),
    ...deriveChanges(record).map((change) =>
      makeSearchRecord("change", {
        url: change.href,
        title: change.summary,
        about: change.reason.word,
        date: change.date,
        text: change.claims
          .map(({ about, word }) => `${about}: ${word}.`)
          .join(" "),
      }),
    ),
    ...record.sources.map((source) =>
      makeSearchRecord("source", {
        url: `/sources/${source.id}/`,
        title: source.title,
        about: source.publisher,
        date: formatDate(source.published),
        text: source.note ?? "",
      }),
    ),
  ];
}

/**
 * Everything the search finds, in the order of the record. `sectionsOf` gives the rendered prose of an
 * explainer's page, `outlineOf` what another page says of itself: both are only known after rendering.
 */
export function listSearchRecords(
  record: AgreementRecord,
  tables: Table[],
  sectionsOf: (page: string) => Section[],
  outlineOf: (page: string) => Outline,
): SearchRecord[] {
  return [
    ...termRecords(record),
    ...pageRecords(record, outlineOf),
    ...record.explainers.flatMap((explainer) =>
      sectionRecords(record, explainer, sectionsOf(explainer.id)),
    ),
    ...claimRecords(record, tables),
    ...statementRecords(record),
    ...listedRecords(record),
    ...dayRecords(record),
    // A judged statement is found once, on its article's page.
    ...tableRecords(record, tables).filter(
      ({ url }) => !record.byId.coverage.has(url.split("#")[1] ?? ""),
    ),
  ];
}
