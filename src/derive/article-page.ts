import { mistake as mistakes } from "../model/coverage.ts";
import type { Mistake } from "../model/coverage.ts";
import { compareDates } from "../model/partial-date.ts";
import { count } from "../model/problem.ts";
import type { AgreementRecord } from "../model/record.ts";
import type { Source } from "../model/source.ts";
import { formatDate, formatOnDate } from "./format-date.ts";
import { capitalise } from "./sentence-words.ts";
import { articlePath, deriveStatement } from "./statement.ts";
import type { Statement } from "./statement.ts";
import { MISTAKES, tallyVerdicts, VERDICTS } from "./verdict.ts";
import type { Tally, VerdictLabel } from "./verdict.ts";

/** An article whose statements were judged. */
export interface ArticlePage {
  source: Source;
  path: string;
  published: string;
  /** The article's day and the record's, as the verdicts are headed. */
  day: string;
  now: string;
  /** How many statements held on the day, and how many hold now. */
  answer: string;
  /** The verdict now in a word: that on its only statement, or how many of those that can be judged are accurate. */
  verdict: { words: string; label: VerdictLabel | undefined };
  tallies: Tally[];
  statements: Statement[];
}

function isOne(label: VerdictLabel): string {
  const { word } = label;
  return label.id === "opinion" ? "an opinion" : word;
}

function answerFor(
  statements: Statement[],
  onDay: string,
  asOf: string,
): string {
  const [only] = statements;
  if (only && statements.length === 1) {
    const { day, now } = only.verdict;
    const later = day === now ? `still ${isOne(now)}` : isOne(now);
    return `The statement was ${isOne(day)} ${onDay} and is ${later} on ${asOf}.`;
  }
  const held = (when: "day" | "now") =>
    statements.filter(({ verdict }) => verdict[when].id === "accurate").length;
  const [then, now] = [held("day"), held("now")];
  const views = statements.filter(
    ({ verdict }) => verdict.day.id === "opinion",
  ).length;
  const judged =
    views > 0
      ? `Of ${count(statements.length - views, "statement")} that can be judged`
      : `Of ${count(statements.length, "statement")}`;
  return `${judged}, ${then} ${then === 1 ? "was" : "were"} accurate ${onDay}; ${now} ${now === 1 ? "is" : "are"} on ${asOf}.`;
}

function verdictNow(statements: Statement[]): ArticlePage["verdict"] {
  const now = statements.map(({ verdict }) => verdict.now);
  const [only] = now;
  if (only && now.length === 1) return { words: only.word, label: only };
  const judged = now.filter(({ id }) => id !== "opinion");
  const held = judged.filter(({ id }) => id === "accurate");
  return {
    words: `${held.length} of ${judged.length} ${VERDICTS.accurate.word}`,
    label: undefined,
  };
}

export function deriveArticlePage(
  record: AgreementRecord,
  source: Source,
): ArticlePage {
  const statements = record.coverage
    .filter((entry) => entry.article === source.id)
    .map((entry) => deriveStatement(record, entry));
  const tallies = tallyVerdicts(statements.map(({ verdict }) => verdict));
  const asOf = formatDate(record.site.as_of);
  const onDay = formatOnDate(source.published);
  return {
    source,
    path: articlePath(source.id),
    published: formatDate(source.published),
    day: capitalise(onDay),
    now: `On ${asOf}`,
    answer: answerFor(statements, onDay, asOf),
    verdict: verdictNow(statements),
    tallies,
    statements,
  };
}

/** Every judged article: those with most statements first, then the newest. */
export function listArticles(record: AgreementRecord): Source[] {
  const counts = new Map<string, number>();
  for (const { article } of record.coverage)
    counts.set(article, (counts.get(article) ?? 0) + 1);
  const countOf = ({ id }: Source) => counts.get(id)!;
  return record.sources
    .filter(({ id }) => counts.has(id))
    .sort(
      (a, b) =>
        countOf(b) - countOf(a) || compareDates(b.published, a.published),
    );
}

/** The pages of all judged articles, in that order. */
export function listArticlePages(record: AgreementRecord): ArticlePage[] {
  return listArticles(record).map((source) =>
    deriveArticlePage(record, source),
  );
}

/** The same, newest first: as a reader looks for an article that was read somewhere. */
export function sortByDate(pages: ArticlePage[]): ArticlePage[] {
  return pages.toSorted(({ source: a }, { source: b }) =>
    compareDates(b.published, a.published),
  );
}

/** The single statements that got the same thing wrong. */
export interface MistakeGroup {
  id: Mistake | "held";
  title: string;
  meaning: string;
  articles: ArticlePage[];
}

/**
 * Articles of which one statement was judged, by what it got wrong, the most frequent mistake first; those that
 * were right on their day come last. Within a group the oldest comes first.
 */
export function groupByMistake(
  record: AgreementRecord,
  pages: ArticlePage[],
): MistakeGroup[] {
  const single = pages
    .filter(({ statements }) => statements.length === 1)
    .sort((a, b) => compareDates(a.source.published, b.source.published));
  const mistakeOf = ({ source }: ArticlePage) =>
    record.coverage.find((entry) => entry.article === source.id)?.mistake;
  const groups: MistakeGroup[] = mistakes.options.map((id) => ({
    id,
    ...MISTAKES[id],
    articles: single.filter((page) => mistakeOf(page) === id),
  }));
  groups.sort((a, b) => b.articles.length - a.articles.length);
  const held: MistakeGroup = {
    id: "held",
    title: "Right on the day, or an opinion",
    meaning: "Nothing in it was wrong when it was published.",
    articles: single.filter((page) => mistakeOf(page) === undefined),
  };
  return [...groups, held].filter(({ articles }) => articles.length > 0);
}
