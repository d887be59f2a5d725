import { formatAtom } from "../../exports/atom.ts";
import { listFeeds } from "../../exports/feeds.ts";
import type { Feed } from "../../exports/feeds.ts";
import { record } from "../../record.ts";

export function getStaticPaths() {
  return listFeeds(record).map((feed) => ({
    params: { feed: feed.path.slice("/feeds/".length, -".xml".length) },
    props: { feed },
  }));
}

export function GET({ props }: { props: { feed: Feed } }): Response {
  return new Response(formatAtom(record, props.feed), {
    headers: { "content-type": "application/atom+xml" },
  });
}
