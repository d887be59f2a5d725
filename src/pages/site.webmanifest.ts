import { readColours } from "../exports/theme-colours.ts";
import { formatWebManifest } from "../exports/web-manifest.ts";
import { record } from "../record.ts";
import tokens from "../styles/tokens.css?raw";

export function GET(): Response {
  return new Response(formatWebManifest(record.site, readColours(tokens)), {
    headers: { "content-type": "application/manifest+json" },
  });
}
