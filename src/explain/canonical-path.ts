import { listChangeDays } from "../derive/change-days.ts";
import { findSpan } from "../derive/day-span.ts";
import { listKnownSpans } from "../derive/known-days.ts";
import { comparePath } from "../derive/redline.ts";
import { findSitePage } from "../exports/site-page.ts";
import type { AgreementRecord } from "../model/record.ts";

/** The page that answers for a path: that of the days a day belongs to, or of two versions in their order. */
export function canonicalPath(record: AgreementRecord, path: string): string {
  const page = findSitePage(record, path);
  if (page.kind === "pair") return comparePath(record, page.from, page.to);
  if (page.kind !== "as-of" && page.kind !== "known") return path;
  const spans =
    page.kind === "as-of" ? listChangeDays(record) : listKnownSpans(record);
  const { date } = page.item;
  const span = spans.find((one) => one.date === date) ?? findSpan(spans, date);
  return span ? `/${page.kind}/${span.date}/` : path;
}
