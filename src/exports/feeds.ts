import { deriveChanges } from "../derive/changes.ts";
import type { ChangeEntry } from "../derive/changes.ts";
import { REASONS } from "../derive/reason.ts";
import type { AgreementRecord } from "../model/record.ts";
import { findSitePage } from "./site-page.ts";

/** A feed of the record's own history. */
export interface Feed {
  path: string;
  /** Where the same feed stands as JSON. */
  json: string;
  title: string;
  /** The short words for a list of feeds. */
  label: string;
  /** Newest first. */
  entries: ChangeEntry[];
}

export function topicFeedPath(topic: string): string {
  return `/feeds/topics/${topic}.xml`;
}

export function reasonFeedPath(reason: string): string {
  return `/feeds/reasons/${reason}.xml`;
}

function jsonFeedPath(path: string): string {
  return path.replace(/\.xml$/, ".json");
}

/** Every feed: of all changes, by topic, by reason. One without entries exists too, so that readers can wait for them. */
export function listFeeds(record: AgreementRecord): Feed[] {
  const { name } = record.site;
  const make = (
    path: string,
    label: string,
    holds: (entry: ChangeEntry) => boolean,
  ) => ({
    path,
    json: jsonFeedPath(path),
    label,
    title: `${name}: ${label}`,
    // Whoever only lists feeds does not read what they tell.
    get entries() {
      return deriveChanges(record).filter(holds);
    },
  });
  return [
    make("/feeds/changes.xml", "All changes", () => true),
    ...record.topics.map(({ id, title }) =>
      make(topicFeedPath(id), title, ({ topics }) => topics.includes(id)),
    ),
    ...REASONS.map(({ id, word }) =>
      make(reasonFeedPath(id), word, ({ reason }) => reason.id === id),
    ),
  ];
}

function topicOf(record: AgreementRecord, path: string): string | undefined {
  const page = findSitePage(record, path);
  switch (page.kind) {
    case "explainer":
      return page.item.topic;
    case "term":
      return page.item.topic;
    case "claim":
      return record.byId.terms.get(page.item.term ?? "")?.topic;
    default:
      return undefined;
  }
}

/** The feeds that a page's head names, as Atom and as JSON: that of all changes, and that of its topic. */
export function feedsOfPage(
  record: AgreementRecord,
  path: string,
): { path: string; title: string; type: string }[] {
  const topic = record.byId.topics.get(topicOf(record, path) ?? "");
  const { name } = record.site;
  const feeds = [
    { path: "/feeds/changes.xml", title: `${name}: All changes` },
    ...(topic
      ? [{ path: topicFeedPath(topic.id), title: `${name}: ${topic.title}` }]
      : []),
  ];
  return [
    ...feeds.map((feed) => ({ ...feed, type: "application/atom+xml" })),
    ...feeds.map(({ path, title }) => ({
      path: jsonFeedPath(path),
      title,
      type: "application/feed+json",
    })),
  ];
}
