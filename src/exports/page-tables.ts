import { deriveAsOf } from "../derive/as-of.ts";
import { listChangeDays } from "../derive/change-days.ts";
import { listKnownSpans } from "../derive/known-days.ts";
import { deriveKnownOn } from "../derive/known-on.ts";
import { deriveLongestLags } from "../derive/longest-lags.ts";
import { deriveTable } from "../derive/table.ts";
import type { Table } from "../derive/table.ts";
import type { AgreementRecord } from "../model/record.ts";
import { findSitePage } from "./site-page.ts";

/** A table that is at home on a page: nowhere else do its cells say the same. */
export interface PageTable {
  table: Table;
  /** What stands before the ids of its rows and cells there. */
  idPrefix: string;
}

const LAGS = "/known/";

/** Whether the page at a path may be home to tables, without deriving them. */
export function hasTables(record: AgreementRecord, path: string): boolean {
  const { kind } = findSitePage(record, path);
  return ["table", "as-of", "known"].includes(kind) || path === LAGS;
}

/** The tables that are at home on a page: its one table, or those of its day. */
export function listPageTables(
  record: AgreementRecord,
  path: string,
): PageTable[] {
  const page = findSitePage(record, path);
  const plain = (table: Table) => ({ table, idPrefix: "" });
  if (path === LAGS) return [plain(deriveLongestLags(record))];
  switch (page.kind) {
    case "table":
      return [plain(deriveTable(record, page.item))];
    case "as-of": {
      const { date } = page.item;
      const span = listChangeDays(record).find((one) => one.date === date);
      if (!span) return [];
      const { topics, offerings, deals } = deriveAsOf(record, span);
      const lists = [...offerings, ...deals];
      return [
        ...topics.map(plain),
        ...lists.map((table) => ({ table, idPrefix: `${table.id}.` })),
      ];
    }
    case "known": {
      const { date } = page.item;
      const span = listKnownSpans(record).find((one) => one.date === date);
      return span ? deriveKnownOn(record, span).topics.map(plain) : [];
    }
    default:
      return [];
  }
}
