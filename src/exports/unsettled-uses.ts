import { formatDate } from "../derive/format-date.ts";
import { deriveInterval } from "../model/interval.ts";
import type { Explainer } from "../model/explainer.ts";
import { claimOf } from "../model/find-superseded.ts";
import { claimMeaning } from "../model/item.ts";
import type { AgreementRecord } from "../model/record.ts";

/** Something that an editor wrote upon a claim which no longer stands as it did. */
export interface UnsettledUse {
  /** Where it stands. */
  href: string;
  /** Line in the explainer's file; nothing for other uses. */
  line: number | undefined;
  /** The sentence, statement or reading, as plain text. */
  words: string;
  claim: string;
  /** "replaced by `x`", "withdrawn by `x`", "says something else". */
  why: string;
}

/** What became of a claim: what replaced or withdrew it. */
function fateOf(record: AgreementRecord, id: string): string | undefined {
  const claim = record.byId.claims.get(id);
  if (!claim) return undefined;
  const withdrawn = record.withdrawals.get(id);
  if (withdrawn) return `withdrawn by \`${withdrawn.id}\``;
  const next =
    deriveInterval(record, claim).successor ??
    record.successors.get(id)?.[0]?.id;
  return next && `replaced by \`${next}\``;
}

/** Claim id → why what rests on it must be looked at: it was replaced, withdrawn or reworded since. */
function listUnsettled(
  before: AgreementRecord,
  after: AgreementRecord,
): Map<string, string> {
  const found = after.claims.flatMap((claim): [string, string][] => {
    const old = before.byId.claims.get(claim.id);
    if (!old) return [];
    const fate = fateOf(after, claim.id);
    if (fate && fate !== fateOf(before, claim.id)) return [[claim.id, fate]];
    return claimMeaning(old) === claimMeaning(claim)
      ? []
      : [[claim.id, "says something else"]];
  });
  return new Map(found);
}

/** Where in a file each embed begins, in the order of the record's embeds. */
function offsetsOf({ text, embeds }: Explainer): (number | undefined)[] {
  let at = 0;
  return embeds.map(({ name }) => {
    const tag = new RegExp(`<${name}(?=[\\s/>])`, "g");
    tag.lastIndex = at;
    const found = tag.exec(text)?.index;
    if (found !== undefined) at = found + 1;
    return found;
  });
}

const TAG = /<([A-Z]\w*)((?:[^>"]|"[^"]*")*)>/g;

/** A run of an explainer's source as a reader meets it, near enough to be recognised. */
function plainWords(record: AgreementRecord, source: string): string {
  return source
    .replace(TAG, (_, name: string, inside: string) => {
      const value = (attribute: string) =>
        new RegExp(`\\b${attribute}="([^"]*)"`).exec(inside)?.[1];
      const claim = record.byId.claims.get(value("of") ?? value("id") ?? "");
      if (!inside.endsWith("/")) return "";
      if (name === "Value") return value("words") ?? claim?.value ?? "…";
      if (name === "Claim") return claim?.statement ?? "…";
      if (name === "AsOf") return formatDate(record.site.as_of);
      const date = record.byId.versions.get(value("version") ?? "")?.date;
      if (name === "Date" && (date ?? claim))
        return formatDate(date ?? claim!.valid_from);
      return "…";
    })
    .replace(/<\/[A-Z]\w*>/g, "")
    .replace(/\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replace(/\*\*|__/g, "")
    .replace(/^[#>\-\s]+/, "")
    .replace(/\s+/g, " ")
    .trim();
}

/** The sentence around an offset: no further than its paragraph; a full stop inside a tag ends nothing. */
function sentenceAt(text: string, at: number): string {
  const start = text.lastIndexOf("\n\n", at) + 1;
  const next = text.indexOf("\n\n", at);
  const end = next < 0 ? text.length : next;
  const blanked = text
    .slice(start, end)
    .replace(TAG, (tag) => "x".repeat(tag.length));
  const ends = [...blanked.matchAll(/[.?!]["”)]?(?:<\/[A-Z]\w*>)?\s+/g)].map(
    (match) => start + match.index + match[0].length,
  );
  const from = ends.filter((stop) => stop <= at).at(-1) ?? start;
  const to = ends.find((stop) => stop > at) ?? end;
  return text.slice(from, to);
}

function usesInExplainers(
  record: AgreementRecord,
  why: ReadonlyMap<string, string>,
): UnsettledUse[] {
  return record.explainers.flatMap((explainer) => {
    const offsets = offsetsOf(explainer);
    const seen = new Set<string>();
    return explainer.embeds.flatMap((embed, index): UnsettledUse[] => {
      const claim = claimOf(record, embed)?.id;
      const reason = why.get(claim ?? "");
      const at = offsets[index];
      if (claim === undefined || !reason || at === undefined) return [];
      const words = plainWords(record, sentenceAt(explainer.text, at));
      const line = explainer.text.slice(0, at).split("\n").length;
      if (seen.has(`${claim} ${words}`)) return [];
      seen.add(`${claim} ${words}`);
      const href = `/${explainer.id}/`;
      return [{ href, line, words, claim, why: reason }];
    });
  });
}

/**
 * What editors wrote upon claims that were replaced, withdrawn or reworded between two records: sentences of the
 * explainers, judged statements, and readings of what a change means.
 */
export function findUnsettled(
  before: AgreementRecord,
  after: AgreementRecord,
): UnsettledUse[] {
  const why = listUnsettled(before, after);
  const uses = (href: string, words: string, claims: string[]) =>
    claims
      .filter((claim) => why.has(claim))
      .map((claim) => ({
        href,
        line: undefined,
        words,
        claim,
        why: why.get(claim)!,
      }));
  const read = after.impacts.flatMap(
    ({ topic, audience, value, reading, claims }) => {
      const table = after.tables.find(
        (spec) =>
          spec.kind === "impacts" &&
          spec.topics.includes(topic) &&
          spec.audiences.includes(audience),
      );
      const cell = `/tables/${table?.id ?? ""}/#${topic}.${audience}`;
      return uses(table ? cell : `/${topic}/`, `${value}: ${reading}`, claims);
    },
  );
  const judged = after.coverage.flatMap(({ id, article, statement, claims }) =>
    uses(`/was-it-true/${article}/#${id}`, statement, claims),
  );
  return [...usesInExplainers(after, why), ...read, ...judged];
}
