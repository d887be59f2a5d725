import { formatPermalinks } from "../exports/permalinks.ts";
import { record } from "../record.ts";

export function GET(): Response {
  return new Response(formatPermalinks(record), {
    headers: { "content-type": "application/json" },
  });
}
