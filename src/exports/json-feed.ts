import type { ChangeEntry } from "../derive/changes.ts";
import type { AgreementRecord } from "../model/record.ts";
import {
  formatEntryBody,
  formatEntryId,
  formatEntryTitle,
  moment,
} from "./atom.ts";
import { listFeeds } from "./feeds.ts";
import type { Feed } from "./feeds.ts";
import type { ExportFile } from "./list-exports.ts";

function itemOf(record: AgreementRecord, entry: ChangeEntry): object {
  const { site, byId } = record;
  return {
    id: formatEntryId(site, entry),
    url: `${site.address}${entry.href}`,
    title: formatEntryTitle(entry),
    content_html: formatEntryBody(site, entry),
    date_published: moment(entry.authored),
    date_modified: moment(entry.authored),
    tags: [
      entry.reason.word,
      ...entry.topics.map((id) => byId.topics.get(id)!.title),
    ],
  };
}

/** A feed as JSON Feed 1.1: the entries of the Atom feed beside it, with the same identity and words. */
export function formatJsonFeed(record: AgreementRecord, feed: Feed): string {
  const { site } = record;
  const json = {
    version: "https://jsonfeed.org/version/1.1",
    title: feed.title,
    home_page_url: `${site.address}/changes/`,
    feed_url: `${site.address}${feed.json}`,
    description: site.tagline,
    favicon: `${site.address}/icon.svg`,
    authors: [{ name: site.publisher, url: `${site.address}/` }],
    language: site.language,
    items: feed.entries.map((entry) => itemOf(record, entry)),
  };
  return `${JSON.stringify(json, null, 2)}\n`;
}

/** Every feed as JSON, beside its form in XML. */
export function* listJsonFeeds(record: AgreementRecord): Iterable<ExportFile> {
  for (const feed of listFeeds(record))
    yield [feed.json.slice(1), () => formatJsonFeed(record, feed)];
}
