import type { AsOfPage } from "../derive/as-of.ts";
import { formatSpan, formatSpanTitle } from "../derive/day-span.ts";
import type { KnownClaim, KnownPage } from "../derive/known-on.ts";
import type { Table } from "../derive/table.ts";
import { formatRuns } from "./text-redline.ts";
import { formatTextTable } from "./text-table.ts";

const tables = (list: Table[]) => list.map(formatTextTable);

/** The page of one day as plain text for review: what held, by what is known today. */
export function formatTextAsOf(page: AsOfPage): string {
  const changes = page.changes.map(
    ({ verb, about, redline }) => `  ${about}, ${verb}: ${formatRuns(redline)}`,
  );
  const versions = page.versions.map(
    ({ title, date, compared }) =>
      `  ${title} (${date})${compared ? `, ${compared.href}` : ""}`,
  );
  return [
    `${formatSpanTitle(page.span)}: ${formatSpan(page.span)}`,
    "",
    "WHAT CHANGED",
    ...versions,
    ...changes,
    "",
    ...tables(page.topics),
    ...tables(page.offerings),
    ...tables(page.deals),
  ].join("\n");
}

function listClaims(heading: string, claims: KnownClaim[]): string[] {
  if (claims.length === 0) return [];
  const lines = claims.map(({ about, words, detail }) =>
    ["  ", about && `${about}: `, words, ` (${detail})`].join(""),
  );
  return [heading, ...lines, ""];
}

/** The page of one day as plain text for review: what was known, and what was learned later. */
export function formatTextKnown(page: KnownPage): string {
  return [
    `Known on ${page.span.date}: ${formatSpan(page.span)}`,
    "",
    ...listClaims("WHAT BECAME PUBLIC", page.published),
    ...listClaims("WHAT WAS WITHDRAWN", page.withdrawn),
    ...listClaims("ANNOUNCED, NOT YET IN FORCE", page.ahead),
    ...tables(page.topics),
    `Nothing known: ${page.silent.map(({ title }) => title).join("; ")}`,
    "",
    "SOURCES",
    ...page.notes.flatMap(({ citations }) =>
      citations.map((c) => `  ${c.published}: ${c.sourceId}`),
    ),
    "",
  ].join("\n");
}
