import { didYouMean } from "../did-you-mean.ts";
import type { AgreementRecord } from "../record.ts";
import type { Finding, Rule } from "../rule.ts";
import type { TableSpec } from "../table-spec.ts";

const DEAL_KINDS = ["compute", "chips", "investment", "lease-guarantee"];

interface Part {
  key: string;
  what: "row" | "column";
  /** Left out where any value will do. */
  known?: Iterable<string>;
  /** What is expected, e.g. "one from terms.yaml". */
  from: string;
}

function rows(key: string, known: Iterable<string>, from: string): Part {
  return { key, what: "row", known, from };
}

function columns(key: string, known: Iterable<string>, from: string): Part {
  return { key, what: "column", known, from };
}

const PARTS: {
  [kind in TableSpec["kind"]]: (record: AgreementRecord) => Part[];
} = {
  terms: ({ byId }) => [
    rows("topics", byId.topics.keys(), "one from topics.yaml"),
    rows("terms", byId.terms.keys(), "one from terms.yaml"),
    columns("versions", byId.versions.keys(), "one from versions.yaml"),
    { key: "dates", what: "column", from: "a date" },
  ],
  impacts: ({ byId, site }) => [
    rows("topics", byId.topics.keys(), "one from topics.yaml"),
    columns(
      "audiences",
      site.audiences.map((audience) => audience.id),
      "one from `audiences:` in site.yaml",
    ),
  ],
  offerings: ({ byId }) => [
    rows("products", byId.products.keys(), "one from products.yaml"),
    columns("channels", byId.channels.keys(), "one from channels.yaml"),
  ],
  deals: ({ byId }) => [
    rows("center", byId.parties.keys(), "one from parties.yaml"),
    columns("kinds", DEAL_KINDS, `one of ${DEAL_KINDS.join(", ")}`),
  ],
  statements: ({ coverage }) => [
    rows(
      "article",
      coverage.map((entry) => entry.article),
      "an article with statements in coverage.yaml",
    ),
  ],
};

function checkPart(spec: TableSpec, part: Part): Finding[] {
  const { key, what, known, from } = part;
  const value = (spec as { [key: string]: unknown })[key];
  if (value === undefined) return [];
  const ids = Array.isArray(value) ? (value as string[]) : [String(value)];
  if (ids.length === 0) {
    return [
      {
        on: spec,
        path: [key],
        message: `Unexpected table without ${what}s, expected at least one in \`${key}\``,
      },
    ];
  }
  const all = new Set(known ?? ids);
  return ids.flatMap((id, index) => {
    if (all.has(id)) return [];
    const near = didYouMean(id, all);
    return [
      {
        on: spec,
        path: Array.isArray(value) ? [key, index] : [key],
        message: `Unexpected ${what} \`${id}\`, expected ${from}`,
        hint: near ? `did you mean \`${near}\`?` : undefined,
      },
    ];
  });
}

function checkTerms(spec: TableSpec, record: AgreementRecord): Finding[] {
  if (spec.kind !== "terms") return [];
  const { topics, terms, versions, dates } = spec;
  const findings: Finding[] = [];
  const shown = record.terms.filter(
    (term) =>
      (topics?.includes(term.topic) ?? true) &&
      (terms?.includes(term.id) ?? true),
  );
  if (shown.length === 0) {
    const expected =
      topics && terms ? "terms of those topics" : "topics that have terms";
    findings.push({
      on: spec,
      path: [terms ? "terms" : "topics"],
      message: `Unexpected table without rows, expected ${expected}`,
    });
  }
  if (versions && dates) {
    findings.push({
      on: spec,
      path: ["dates"],
      key: true,
      message: "Unexpected `dates` beside `versions`, expected one of the two",
    });
  }
  return findings;
}

/** A table's rows and columns exist, and there is at least one of each. */
export const tableShape: Rule = (record) =>
  record.tables.flatMap((spec) => {
    const parts = PARTS[spec.kind](record);
    const findings = parts.flatMap((part) => checkPart(spec, part));
    return findings.length > 0 ? findings : checkTerms(spec, record);
  });
