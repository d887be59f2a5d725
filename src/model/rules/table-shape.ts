import { didYouMean } from "../did-you-mean.ts";
import type { AgreementRecord } from "../record.ts";
import type { Finding, Rule } from "../rule.ts";
import type { TableSpec } from "../table-spec.ts";

const DEAL_KINDS = ["compute", "chips", "investment", "lease-guarantee"];

interface Part {
  key: string;
  what: "row" | "column";
  known: Iterable<string>;
}

const PARTS: {
  [kind in TableSpec["kind"]]: (record: AgreementRecord) => Part[];
} = {
  terms: (record) => [
    { key: "topics", what: "row", known: record.byId.topics.keys() },
    { key: "terms", what: "row", known: record.byId.terms.keys() },
    { key: "versions", what: "column", known: record.byId.versions.keys() },
  ],
  impacts: (record) => [
    { key: "topics", what: "row", known: record.byId.topics.keys() },
    {
      key: "audiences",
      what: "column",
      known: record.site.audiences.map((audience) => audience.id),
    },
  ],
  offerings: (record) => [
    { key: "products", what: "row", known: record.byId.products.keys() },
    { key: "channels", what: "column", known: record.byId.channels.keys() },
  ],
  deals: (record) => [
    { key: "center", what: "row", known: record.byId.parties.keys() },
    { key: "kinds", what: "column", known: DEAL_KINDS },
  ],
  statements: (record) => [
    {
      key: "article",
      what: "row",
      known: record.coverage.map((entry) => entry.article),
    },
  ],
};

function checkPart(spec: TableSpec, { key, what, known }: Part): Finding[] {
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
  const all = new Set(known);
  return ids.flatMap((id, index) => {
    if (all.has(id)) return [];
    const near = didYouMean(id, all);
    return [
      {
        on: spec,
        path: Array.isArray(value) ? [key, index] : [key],
        message: `Unexpected ${what} \`${id}\`, expected an id that the record holds`,
        hint: near ? `did you mean \`${near}\`?` : undefined,
      },
    ];
  });
}

/** A table's rows and columns exist, and there is at least one of each. */
export const tableShape: Rule = (record) =>
  record.tables.flatMap((spec) => {
    const findings = PARTS[spec.kind](record).flatMap((part) =>
      checkPart(spec, part),
    );
    if (spec.kind === "terms" && spec.topics && findings.length === 0) {
      const rows = record.terms.filter((term) =>
        spec.topics!.includes(term.topic),
      );
      if (rows.length === 0) {
        findings.push({
          on: spec,
          path: ["topics"],
          message:
            "Unexpected table without rows, expected topics that have terms",
        });
      }
    }
    return findings;
  });
