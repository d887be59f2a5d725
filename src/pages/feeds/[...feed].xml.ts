import { formatAtom } from "../../exports/atom.ts";
import { listFeeds } from "../../exports/feeds.ts";
import type { Feed } from "../../exports/feeds.ts";
import { record } from "../../record.ts";

const nameOf = ({ path }: Feed) => path.slice("/feeds/".length, -".xml".length);

export function getStaticPaths() {
  return listFeeds(record).map((feed) => ({ params: { feed: nameOf(feed) } }));
}

export function GET({ params }: { params: { feed: string } }): Response {
  const feed = listFeeds(record).find((one) => nameOf(one) === params.feed)!;
  return new Response(formatAtom(record, feed), {
    headers: { "content-type": "application/atom+xml" },
  });
}
