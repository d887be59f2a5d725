import type { AgreementRecord } from "../model/record.ts";
import { listPages } from "./sitemap.ts";

/** A rule of the host's: the paths it is for, where `*` stands for the rest of a path, and the headers it adds. */
export interface HeaderRule {
  path: string;
  headers: { [name: string]: string };
}

/** For every answer: nothing is guessed, little is told to other sites, no power of the browser is used. */
export const EVERYWHERE = {
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "strict-origin-when-cross-origin",
  "Permissions-Policy":
    "camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Strict-Transport-Security": "max-age=31536000",
};

/** For pages: no other site may frame them. */
export const UNFRAMED = {
  "Content-Security-Policy": "frame-ancestors 'none'",
  "X-Frame-Options": "DENY",
};

/** For files whose names change with what they hold. */
export const FOREVER = {
  "Cache-Control": "public, max-age=31536000, immutable",
};

/** For what any program may read from any site, and fonts: a sandboxed frame is of no site, not even of this one. */
export const OPEN = { "Access-Control-Allow-Origin": "*" };

/** The folders of files for programs. */
export const OPEN_FOLDERS = ["cite", "data", "feeds", "oembed"];

/** What a host is to send beside the files. Rules for one path add up: none takes back what another one set. */
export function listHeaderRules(record: AgreementRecord): HeaderRule[] {
  const folders = new Set(
    listPages(record).map((path) => path.split("/")[1] ?? ""),
  );
  const rules = new Map<string, HeaderRule["headers"]>();
  const add = (path: string, headers: HeaderRule["headers"]) =>
    rules.set(path, { ...rules.get(path), ...headers });
  add("/*", EVERYWHERE);
  for (const folder of [...folders].sort())
    add(folder === "" ? "/" : `/${folder}/*`, UNFRAMED);
  add("/404.html", UNFRAMED);
  add("/_assets/*", { ...FOREVER, ...OPEN });
  for (const folder of OPEN_FOLDERS) add(`/${folder}/*`, OPEN);
  add("/permalinks.json", OPEN);
  add("/edition.json", OPEN);
  return [...rules].map(([path, headers]) => ({ path, headers }));
}

/** The rules as the file `_headers`, which several static hosts read. */
export function formatHeaders(record: AgreementRecord): string {
  return listHeaderRules(record)
    .map(({ path, headers }) =>
      [
        path,
        ...Object.entries(headers).map(
          ([name, value]) => `  ${name}: ${value}`,
        ),
      ].join("\n"),
    )
    .join("\n")
    .concat("\n");
}

export function formatRobots(record: AgreementRecord): string {
  return `User-agent: *\nAllow: /\n\nSitemap: ${record.site.address}/sitemap.xml\n`;
}
