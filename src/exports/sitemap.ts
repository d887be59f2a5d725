import { listArticles } from "../derive/article-page.ts";
import { asOfPath, listChangeDays } from "../derive/change-days.ts";
import { knownPath, listKnownSpans } from "../derive/known-days.ts";
import type { AgreementRecord } from "../model/record.ts";
import { comparePath, listPairs } from "../derive/redline.ts";
import { GENERATED_PAGES } from "../model/rules/navigation-page.ts";

/** Every page of the site, as paths with slashes at both ends, in the order of the record. */
export function listPages(record: AgreementRecord): string[] {
  const below = (folder: string, items: { id: string }[]) =>
    items.map(({ id }) => `/${folder}/${id}/`);
  return [
    "/",
    ...record.explainers.map(({ id }) => `/${id}/`),
    ...GENERATED_PAGES.map((page) => `/${page}/`),
    "/claims/",
    ...below("tables", record.tables),
    ...below("terms", record.terms),
    ...below("versions", record.timeline),
    ...listPairs(record).map(([from, to]) => comparePath(record, from, to)),
    ...below("claims", record.claims),
    ...below("sources", record.sources),
    ...below("was-it-true", listArticles(record)),
    ...listChangeDays(record).map(({ date }) => asOfPath(date)),
    ...listKnownSpans(record).map(({ date }) => knownPath(date)),
  ];
}

export function formatSitemap(record: AgreementRecord): string {
  const urls = listPages(record).map(
    (path) => `  <url><loc>${record.site.address}${path}</loc></url>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${urls.join("\n")}
</urlset>
`;
}
