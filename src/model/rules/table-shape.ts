import { didYouMean } from "../did-you-mean.ts";
import type { AgreementRecord } from "../record.ts";
import type { Finding, Rule } from "../rule.ts";
import type { TableSpec } from "../table-spec.ts";

const DEAL_KINDS = ["compute", "chips", "investment", "lease-guarantee"];

interface Part {
  key: string;
  what: "row" | "column";
  /** Left out where any value will do. */
  known?: ReadonlySet<string>;
  /** What is expected, e.g. "one from terms.yaml". */
  from: string;
}

function rows(key: string, known: Iterable<string>, from: string): Part {
  return { key, what: "row", known: new Set(known), from };
}

function columns(key: string, known: Iterable<string>, from: string): Part {
  return { key, what: "column", known: new Set(known), from };
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
  return ids.flatMap((id, index) => {
    if (known?.has(id) ?? true) return [];
    const near = didYouMean(id, known!);
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
  const shows = record.terms.some(
    (term) =>
      (topics?.includes(term.topic) ?? true) &&
      (terms?.includes(term.id) ?? true),
  );
  if (!shows) {
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
export const tableShape: Rule = (record) => {
  const known = new Map<TableSpec["kind"], Part[]>();
  const partsOf = (kind: TableSpec["kind"]): Part[] => {
    const parts = known.get(kind) ?? PARTS[kind](record);
    known.set(kind, parts);
    return parts;
  };
  return record.tables.flatMap((spec) => {
    const findings = partsOf(spec.kind).flatMap((part) =>
      checkPart(spec, part),
    );
    return findings.length > 0 ? findings : checkTerms(spec, record);
  });
};
