import type { Clock } from "../derive/cell-rule.ts";
import { deriveTable } from "../derive/table.ts";
import type { Table } from "../derive/table.ts";
import { listPageTables } from "../exports/page-tables.ts";
import { findSitePage } from "../exports/site-page.ts";
import type { AgreementRecord } from "../model/record.ts";
import type { TableSpec } from "../model/table-spec.ts";

/** A table on a page, with what decides its cells. */
export interface ShownTable {
  table: Table;
  /** What stands before the ids of its rows and cells there. */
  idPrefix: string;
  /** Its declaration; the tables of a day have none. */
  spec: TableSpec | undefined;
  /** By which clock the columns of terms are read; undefined for other rows. */
  clock: Clock | undefined;
}

function clockOf(spec: TableSpec | undefined): Clock | undefined {
  if (spec?.kind !== "terms") return undefined;
  return spec.dates ? "day" : "version";
}

function declared(
  record: AgreementRecord,
  holds: (spec: TableSpec) => boolean,
): ShownTable[] {
  return record.tables.filter(holds).map((spec) => ({
    table: deriveTable(record, spec),
    idPrefix: `${spec.id}.`,
    spec,
    clock: clockOf(spec),
  }));
}

/** Every table that stands on a page, at home there or not. */
export function listTables(
  record: AgreementRecord,
  path: string,
): ShownTable[] {
  const page = findSitePage(record, path);
  if (page.kind === "explainer") {
    const { embeds } = page.item;
    return declared(record, ({ id }) =>
      embeds.some(
        ({ name, attributes }) => name === "Table" && attributes["id"] === id,
      ),
    );
  }
  if (path === "/availability/")
    return declared(record, ({ kind }) => kind === "offerings");
  if (path === "/deals/")
    return declared(record, ({ kind }) => kind === "deals");
  return listPageTables(record, path).map(({ table, idPrefix }) => {
    const spec =
      page.kind === "table" || idPrefix !== ""
        ? record.byId.tables.get(table.id)
        : undefined;
    const ofDay =
      page.kind === "as-of"
        ? "day"
        : page.kind === "known"
          ? "known"
          : undefined;
    const clock = spec ? clockOf(spec) : ofDay;
    return { table, idPrefix, spec, clock };
  });
}
