import { formatSitemap } from "../exports/sitemap.ts";
import { record } from "../record.ts";

export function GET(): Response {
  return new Response(formatSitemap(record), {
    headers: { "content-type": "application/xml" },
  });
}
