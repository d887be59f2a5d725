import { listChangeDays } from "../derive/change-days.ts";
import { deriveRedline } from "../derive/redline.ts";
import { listKnownSpans } from "../derive/known-days.ts";
import { deriveStanding } from "../derive/standing.ts";
import { findSitePage } from "../exports/site-page.ts";
import type { SitePage } from "../exports/site-page.ts";
import type { NounName } from "../model/nouns.ts";
import type { AgreementRecord } from "../model/record.ts";
import { drawnBy } from "./drawn-by.ts";
import type { Explanation, Part } from "./explanation.ts";
import { explainEmbeds } from "./explain-embeds.ts";
import { listTables } from "./list-tables.ts";
import { partOf, partsAtHome, partsOfClaims } from "./name-entry.ts";

/** What a page as a whole comes to. */
export type OfPage = Pick<Explanation, "about" | "parts" | "drawnBy"> & {
  claimIds: string[];
};

/** The entries that a page without an item of its own lists. */
const LISTS: { [folder: string]: NounName[] } = {
  terms: ["topics", "terms"],
  versions: ["versions"],
  compare: ["versions"],
  timeline: ["terms", "versions"],
  sources: ["sources"],
  claims: ["terms", "claims"],
  availability: ["offerings"],
  deals: ["deals"],
  "was-it-true": ["coverage"],
  glossary: ["glossary"],
  "open-questions": ["openQuestions"],
  changes: ["changes"],
  corrections: ["changes"],
};

/** Every claim on a term, the leading ones first. */
function claimsOfTerm(record: AgreementRecord, term: string) {
  const leading = record.leading.get(term) ?? [];
  const others = record.claims.filter(
    (claim) => claim.term === term && !leading.includes(claim),
  );
  return [
    ...leading.map(({ id }) => ({ id, role: "leads the term" })),
    ...others.map(({ id }) => ({
      id,
      role: record.withdrawals.has(id) ? "was withdrawn" : "stands beside it",
    })),
  ];
}

/** The claims of every cell of the page's tables. */
function claimsOfTables(record: AgreementRecord, path: string) {
  const ids = listTables(record, path).flatMap(({ table }) =>
    table.rows.flatMap(({ cells }) => cells.flatMap((cell) => cell.claimIds)),
  );
  return [...new Set(ids)].map((id) => ({ id, role: "fills a cell" }));
}

/** What the record brings to a page; undefined where the site has no such page. */
function partsOf(
  record: AgreementRecord,
  path: string,
  page: SitePage,
): Part[] | undefined {
  const home = partsAtHome(record, path);
  const claims = (list: { id: string; role: string }[]) =>
    partsOfClaims(record, list);
  switch (page.kind) {
    case "home":
      return [
        { role: "names the site", what: "site", on: record.site },
        ...claims(
          record.site.headline_terms.flatMap((term) => {
            const { claim } = deriveStanding(record, term, record.site.as_of);
            return claim ? [{ id: claim.id, role: "holds today" }] : [];
          }),
        ),
      ];
    case "explainer":
      return [...home, ...explainEmbeds(record, page.item.embeds)];
    case "table":
      return [...home, ...claims(claimsOfTables(record, path))];
    case "term":
      return [...home, ...claims(claimsOfTerm(record, page.item.id))];
    case "version": {
      const own = record.claims.filter(
        ({ version }) => version === page.item.id,
      );
      const role = "names the version";
      return [...home, ...claims(own.map(({ id }) => ({ id, role })))];
    }
    case "claim": {
      const { id, term, version, disputes } = page.item;
      const later = record.successors.get(id) ?? [];
      const told = record.changes.filter((change) =>
        [...change.claims, ...(change.withdraws ?? [])].includes(id),
      );
      return [
        ...home,
        ...partOf(record, "is the term", "terms", term),
        ...partOf(record, "is the version", "versions", version),
        ...later.flatMap((one) =>
          partOf(record, "supersedes it", "claims", one.id),
        ),
        ...(disputes ?? []).flatMap((one) =>
          partOf(record, "disputes it", "claims", one.id),
        ),
        ...told.flatMap((one) =>
          partOf(record, "tells of it", "changes", one.id),
        ),
      ];
    }
    case "source": {
      const { id } = page.item;
      const citing = record.claims.filter(({ sources }) =>
        sources.some((source) => source.id === id),
      );
      return [
        ...home,
        ...partOf(record, "was last visited", "verifications", id),
        ...citing.flatMap((one) =>
          partOf(record, "rests on it", "claims", one.id),
        ),
      ];
    }
    case "article":
      return [
        ...partOf(record, "is the article", "sources", page.item.id),
        ...record.coverage
          .filter(({ article }) => article === page.item.id)
          .flatMap((entry) =>
            partOf(record, "is judged", "coverage", entry.id),
          ),
      ];
    case "pair": {
      const { from, to } = page;
      const { items } = deriveRedline(record, from, to);
      const ids = items.flatMap(({ before, after }) =>
        [after.own, after.claim, before.claim].flatMap((one) => one?.id ?? []),
      );
      return [
        ...partOf(record, "is the earlier version", "versions", from.id),
        ...partOf(record, "is the later version", "versions", to.id),
        ...claims(
          [...new Set(ids)].map((id) => ({ id, role: "stands on a side" })),
        ),
      ];
    }
    case "as-of":
    case "known": {
      const spans =
        page.kind === "as-of" ? listChangeDays(record) : listKnownSpans(record);
      return spans.some(({ date }) => date === page.item.date)
        ? claims(claimsOfTables(record, path))
        : undefined;
    }
    case "other": {
      const [folder = "", ...rest] = page.parts;
      if (rest.length > 0) return undefined;
      return (LISTS[folder] ?? []).flatMap((noun) =>
        record[noun].flatMap(({ id }) => partOf(record, "is listed", noun, id)),
      );
    }
  }
}

/** Explains a page that the site has; `about` is what it is called. */
export function explainPage(
  record: AgreementRecord,
  path: string,
): OfPage | undefined {
  const page = findSitePage(record, path);
  const parts = partsOf(record, path, page);
  if (!parts) return undefined;
  const claim = page.kind === "claim" ? [page.item.id] : [];
  const name =
    page.kind === "pair"
      ? `${page.from.id} and ${page.to.id} compared`
      : page.kind === "as-of" || page.kind === "known"
        ? `${page.kind === "as-of" ? "what held from" : "what was known from"} ${page.item.date} on`
        : "item" in page && "id" in page.item
          ? `the page of ${page.kind} \`${page.item.id}\``
          : page.kind === "home"
            ? "the home page"
            : "a page made from the whole record";
  return { about: name, parts, drawnBy: drawnBy(page), claimIds: claim };
}
