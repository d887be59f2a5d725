import { deriveArticlePage } from "../derive/article-page.ts";
import { deriveClaimPage } from "../derive/claim-page.ts";
import { formatDate, formatOnDate } from "../derive/format-date.ts";
import { deriveHeadlines } from "../derive/headline.ts";
import type { Run } from "../derive/redline-words.ts";
import {
  claimStatus,
  currentStatus,
  dayStatus,
  neutralStatus,
  termStatus,
  versionStatus,
} from "../derive/status.ts";
import type { Status } from "../derive/status.ts";
import { deriveTable } from "../derive/table.ts";
import { deriveCellOn } from "../derive/term-cell.ts";
import { deriveRedlinePage } from "../derive/redline-page.ts";
import { deriveVersionPage } from "../derive/version-page.ts";
import type { AgreementRecord } from "../model/record.ts";
import { findSitePage, formatPathPart } from "./site-page.ts";

/** What a page's share image says. */
export interface ShareCard {
  path: string;
  /** The question the page answers, or what kind of page it is. */
  kicker: string;
  title: string;
  /** What the redline is about, where the title does not say it. */
  about: string;
  redline: Run[];
  status: string;
  siteName: string;
}

type Words = Omit<ShareCard, "path" | "siteName">;

/** Where the share image of a page lies: `/` → `/share/index.png`, `/claims/x/` → `/share/claims/x.png`. */
export function shareImagePath(path: string): string {
  return `/share/${path.replace(/^\/|\/$/g, "") || "index"}.png`;
}

const formatStatus = ({ label, text }: Status) =>
  `${label}${text.startsWith("as of ") ? "" : ","} ${text}`;

/** Only a wording that took another's place is a redline; a first or lone wording is none. */
const ifChanged = (runs: Run[]) =>
  runs.some((run) => run.kind === "removed") ? runs : [];

/** The first of the terms whose wording changed, with its redline; said beside it unless it plainly holds. */
function firstRedline(record: AgreementRecord, termIds: string[]) {
  for (const { term, cell, redline } of deriveHeadlines(record, termIds)) {
    if (ifChanged(redline).length === 0) continue;
    const { kind, label } = termStatus(record, cell);
    const doubt = kind === "current" ? "" : ` (${label.toLowerCase()})`;
    return { about: `${term.title}${doubt}`, redline };
  }
  return { about: "", redline: [] };
}

function describe(record: AgreementRecord, path: string): Words {
  const page = findSitePage(record, path);
  const { site } = record;
  const none = { about: "", redline: [] };
  switch (page.kind) {
    case "home":
      return {
        kicker: formatStatus(currentStatus(record)),
        title: site.tagline,
        ...firstRedline(record, site.headline_terms),
        status: site.address.replace("https://", ""),
      };
    case "explainer": {
      const { topic, question, title } = page.item;
      const terms = record.terms
        .filter((term) => term.topic === topic)
        .map((term) => term.id);
      const leading = site.headline_terms.filter((id) => terms.includes(id));
      const status = topic ? currentStatus(record) : neutralStatus(record);
      return {
        kicker: question,
        title,
        ...firstRedline(record, [...leading, ...terms]),
        status: formatStatus(status),
      };
    }
    case "table": {
      const { rows, columns, title } = deriveTable(record, page.item);
      return {
        kicker: `Table, ${rows.length} × ${columns.length} cells`,
        title,
        ...none,
        status: formatStatus(neutralStatus(record)),
      };
    }
    case "term": {
      const { id, question, title } = page.item;
      const now = deriveCellOn(record, id, site.as_of);
      const [headline] = deriveHeadlines(record, [id]);
      return {
        kicker: question,
        title,
        about: "",
        redline: ifChanged(headline?.redline ?? []),
        status: formatStatus(termStatus(record, now)),
      };
    }
    case "version": {
      const { changed, kind, binding, date } = deriveVersionPage(
        record,
        page.item,
      );
      const order = (id: string) => {
        const at = site.headline_terms.indexOf(id);
        return at < 0 ? site.headline_terms.length : at;
      };
      const step = changed
        .filter(({ redline }) => ifChanged(redline).length > 0)
        .sort((a, b) => order(a.term.id) - order(b.term.id))[0];
      const status = versionStatus(record, page.item, `${kind}, ${binding}`);
      return {
        kicker: date,
        title: page.item.title,
        about: step?.term.title ?? "",
        redline: step?.redline ?? [],
        status: formatStatus(status),
      };
    }
    case "claim": {
      const claim = deriveClaimPage(record, page.item, []);
      const redline = ifChanged(claim.redline);
      const since = formatDate(page.item.valid_from);
      // The redline already holds the words that are the page's title.
      const title = redline.length > 0 ? claim.term?.title : undefined;
      return {
        kicker: claim.question ?? since,
        title: title ?? claim.title,
        about: redline.length > 0 ? (claim.version?.date ?? since) : "",
        redline,
        status: formatStatus(claimStatus(record, page.item)),
      };
    }
    case "pair": {
      const { title, totals, sections } = deriveRedlinePage(
        record,
        page.from,
        page.to,
      );
      const row = sections
        .flatMap(({ rows }) => rows)
        .find(({ redline }) => ifChanged(redline).length > 0);
      return {
        kicker: title,
        title: totals,
        about: row?.term.title ?? "",
        redline: row?.redline ?? [],
        status: formatStatus(neutralStatus(record)),
      };
    }
    case "source":
      return {
        kicker: page.item.publisher,
        title: page.item.title,
        ...none,
        status: `Published ${formatDate(page.item.published)}`,
      };
    case "article": {
      const { answer, published } = deriveArticlePage(record, page.item);
      return {
        kicker: `Was it true? ${page.item.publisher}, ${published}`,
        title: page.item.title,
        ...none,
        status: answer.replace(/\.$/, ""),
      };
    }
    case "as-of":
    case "known": {
      const on = formatOnDate(page.item.date);
      return {
        kicker:
          page.kind === "as-of"
            ? `What held ${on}?`
            : `What could outsiders know ${on}?`,
        title: formatDate(page.item.date),
        ...none,
        status: formatStatus(dayStatus(page.kind)),
      };
    }
    case "other": {
      const last = page.parts.at(-1)!;
      const above = page.parts.slice(0, -1).map(formatPathPart).join(", ");
      return {
        kicker: above || site.tagline,
        title: formatPathPart(last),
        ...none,
        status: formatStatus(neutralStatus(record)),
      };
    }
  }
}

/** What the share image of the page at `path` says; an index without an item of its own is named by its path. */
export function deriveShareCard(
  record: AgreementRecord,
  path: string,
): ShareCard {
  return { path, ...describe(record, path), siteName: record.site.name };
}

/** The image in words, for those who cannot see it. */
export function formatShareAlt(card: ShareCard): string {
  const said = { same: "", removed: "removed: ", added: "added: " };
  const redline = card.redline
    .map(({ kind, text }) => `${said[kind]}${text.trim()}`)
    .join("; ");
  return [card.kicker, card.title, card.about, redline, card.status]
    .filter((part) => part !== "")
    .map((part) => (/[.?!]$/.test(part) ? part : `${part}.`))
    .join(" ");
}
