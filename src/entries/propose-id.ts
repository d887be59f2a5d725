import type { AgreementRecord } from "../model/index.ts";
import { compareDates } from "../model/partial-date.ts";
import type { Answers } from "./question.ts";
import { listOf } from "./question.ts";

const MAX_ID = 80;
const MAX_WORDS = 3;
/** Words that tell one title from another by nothing. */
const EMPTY = new Set(
  "a an and are as at by for from has in is it its of on or that the this to was what who with".split(
    " ",
  ),
);

function wordsOf(text: string): string[] {
  return text
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[\u0300-\u036f'’]/g, "")
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== "");
}

/** The first words of a text that mean something, as part of an id; empty where there are none. */
export function slug(text: string, words = MAX_WORDS): string {
  return slugOf(wordsOf(text), words);
}

function slugOf(all: readonly string[], words: number): string {
  const telling = all.filter((word) => !EMPTY.has(word));
  return (telling.length > 0 ? telling : all).slice(0, words).join("-");
}

function join(...parts: (string | undefined)[]): string {
  return parts
    .filter((part) => part)
    .join("-")
    .slice(0, MAX_ID)
    .replace(/-+$/, "");
}

/** The first of some ids that is free; the last one with a number after it where none is. */
export function freeId(
  taken: { has(id: string): boolean },
  ...ids: string[]
): string {
  const free = ids.find((id) => id !== "" && !taken.has(id));
  if (free !== undefined) return free;
  const last = ids.at(-1)!;
  for (let number = 2; ; number += 1)
    if (!taken.has(join(last, String(number))))
      return join(last, String(number));
}

/** What the ids of a publisher's sources begin with: as the newest of them does, or its name. */
function publisherPrefix(record: AgreementRecord, publisher: string): string {
  const own = record.sources
    .filter((source) => source.publisher === publisher)
    .sort((a, b) => compareDates(b.published, a.published));
  for (const { id, published } of own) {
    const at = id.indexOf(`-${published}`);
    if (at > 0) return id.slice(0, at);
  }
  return slug(publisher);
}

/** `<publisher>-<date>-<words>` */
export function proposeSourceId(
  record: AgreementRecord,
  { publisher = "", published = "", title = "" }: Answers,
): string {
  const prefix = publisherPrefix(record, publisher);
  const base = join(prefix, published);
  // What stands before the date already is not said again after it.
  const said = new Set([...prefix.split("-"), ...wordsOf(publisher)]);
  const own = wordsOf(title).filter((word) => !said.has(word));
  return freeId(
    record.byId.sources,
    join(base, slugOf(own, MAX_WORDS)),
    join(base, slug(title)),
    base,
  );
}

/** `<term>-<date>`, or for context `<words>-<date>`; where that is taken, with who says so between the two. */
export function proposeClaimId(
  record: AgreementRecord,
  { term, value = "", valid_from = "", sources, statement = "" }: Answers,
): string {
  const subject = term || slug(value || statement);
  const source = record.byId.sources.get(listOf(sources)[0] ?? "");
  const who = source && publisherPrefix(record, source.publisher);
  return freeId(
    record.byId.claims,
    join(subject, valid_from),
    join(subject, who, valid_from),
  );
}

/** A version is called by its date. */
export function proposeVersionId(
  record: AgreementRecord,
  { date = "", title = "" }: Answers,
): string {
  return freeId(record.byId.versions, date, join(date, slug(title)));
}

/** `<publisher>-<date>-<number>`: the next number of the article's statements. */
export function proposeStatementId(
  record: AgreementRecord,
  { article = "", published = "" }: Answers,
): string {
  const source = record.byId.sources.get(article);
  const date = source?.published ?? published;
  const at = article.indexOf(`-${date}`);
  const base = at > 0 && date ? article.slice(0, at) : article;
  const own = record.coverage.filter((entry) => entry.article === article);
  const dated = own.length > 0 && !own.some(({ id }) => id.includes(date));
  for (let number = own.length + 1; ; number += 1) {
    const nth = String(number).padStart(2, "0");
    const id = join(base, dated ? undefined : date, nth);
    if (!record.byId.coverage.has(id)) return id;
  }
}
