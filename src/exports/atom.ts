import { toXml } from "xast-util-to-xml";
import { x } from "xastscript";
import type { ChangeEntry, ClaimChange } from "../derive/changes.ts";
import type { Run } from "../derive/redline-words.ts";
import { firstDay } from "../model/partial-date.ts";
import type { PartialDate } from "../model/partial-date.ts";
import type { AgreementRecord } from "../model/record.ts";
import type { Site } from "../model/site.ts";
import type { Feed } from "./feeds.ts";

/**
 * An entry's identity (RFC 4151): the site's host, the year of the change, the path of its home. None of them moves:
 * the ledger keeps the date and the id of what was published.
 */
export function formatEntryId(site: Site, entry: ChangeEntry): string {
  const { hostname, pathname } = new URL(site.address);
  return `tag:${hostname},${entry.year}:${pathname.replace(/\/$/, "")}/changes/${entry.id}`;
}

/** Feeds want a moment (RFC 3339); the record knows days. It is midnight UTC at the start of the first day meant. */
export function moment(date: PartialDate): string {
  return `${firstDay(date)}T00:00:00Z`;
}

/** No document of XML 1.0 may hold these, escaped or not. */
const FORBIDDEN = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

/** XML that any reader takes: the writer leaves `>` as it is, and `]]>` may not stand in text. */
function sound(xml: string): string {
  return xml.replaceAll("]]>", "]]&gt;").replaceAll(FORBIDDEN, "\uFFFD");
}

function redlineNodes(runs: Run[]) {
  return runs.flatMap(({ kind, text }, at) => {
    const follows = kind === "added" && runs[at - 1]?.kind === "removed";
    const node =
      kind === "same" ? text : x(kind === "removed" ? "del" : "ins", text);
    return follows ? [" ", node] : [node];
  });
}

function claimNode(site: Site, claim: ClaimChange) {
  return x("li", [
    x("p", [
      x("a", { href: `${site.address}${claim.href}` }, claim.about),
      `: ${claim.word}.`,
    ]),
    ...claim.steps.flatMap(({ redline, sentence }) => [
      x("p", redlineNodes(redline)),
      ...(claim.kind === "changed" ? [x("p", sentence)] : []),
    ]),
  ]);
}

function bodyNodes(site: Site, { date, reason, summary, claims }: ChangeEntry) {
  return [
    x("p", [`${date}. `, x("strong", `${reason.word}.`)]),
    x("p", summary),
    ...(claims.length > 0
      ? [
          x(
            "ul",
            claims.map((claim) => claimNode(site, claim)),
          ),
        ]
      : []),
  ];
}

/** What an entry says, as HTML that is well-formed XML: the same in every kind of feed. */
export function formatEntryBody(site: Site, entry: ChangeEntry): string {
  return sound(toXml(bodyNodes(site, entry)));
}

export function formatEntryTitle({ reason, summary }: ChangeEntry): string {
  return `${reason.word}: ${summary}`;
}

function entryNode(record: AgreementRecord, entry: ChangeEntry) {
  const { site } = record;
  const { reason } = entry;
  return x("entry", [
    x("id", formatEntryId(site, entry)),
    x("title", formatEntryTitle(entry)),
    x("published", moment(entry.authored)),
    x("updated", moment(entry.authored)),
    x("link", {
      rel: "alternate",
      type: "text/html",
      href: `${site.address}${entry.href}`,
    }),
    x("category", { term: reason.id, label: reason.word }),
    ...entry.topics.map((id) =>
      x("category", { term: id, label: record.byId.topics.get(id)!.title }),
    ),
    x("content", { type: "xhtml" }, [
      x(
        "div",
        { xmlns: "http://www.w3.org/1999/xhtml" },
        bodyNodes(site, entry),
      ),
    ]),
  ]);
}

/**
 * A feed as an Atom 1.0 document. Entries carry the record's own dates; a feed without entries is as old as the day
 * the record speaks for.
 */
export function formatAtom(record: AgreementRecord, feed: Feed): string {
  const { site } = record;
  const self = `${site.address}${feed.path}`;
  const tree = x(
    "feed",
    { xmlns: "http://www.w3.org/2005/Atom", "xml:lang": site.language },
    [
      x("id", self),
      x("title", feed.title),
      x("subtitle", site.tagline),
      x("updated", moment(feed.entries[0]?.authored ?? site.as_of)),
      x("link", { rel: "self", type: "application/atom+xml", href: self }),
      x("link", {
        rel: "alternate",
        type: "text/html",
        href: `${site.address}/changes/`,
      }),
      x("author", [x("name", site.publisher), x("uri", `${site.address}/`)]),
      x("rights", "CC BY 4.0"),
      x("icon", `${site.address}/icon.svg`),
      ...feed.entries.map((entry) => entryNode(record, entry)),
    ],
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n${sound(toXml(tree))}\n`;
}
