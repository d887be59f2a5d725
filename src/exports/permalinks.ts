import { itemsById } from "../model/item.ts";
import type { LedgerPage } from "../model/ledger.ts";
import type { AgreementRecord } from "../model/record.ts";

type Json = string | null | Json[] | { [key: string]: Json | undefined };

/** The addresses of the record's items that an id is made from. */
function itemsOf(
  homes: ReadonlyMap<string, string[]>,
  id: string,
): string[] | undefined {
  const found = id.split(".").flatMap((part) => homes.get(part) ?? []);
  return found.length > 0 ? found : undefined;
}

function pageOf(page: LedgerPage, homes: ReadonlyMap<string, string[]>): Json {
  const live = Object.entries(page.ids ?? {}).flatMap(([kind, ids]) =>
    ids.map((id): [string, Json] => [
      id,
      {
        kind,
        items: itemsOf(homes, id),
        since: page.later?.[id],
        state: page.to ? stateOf(page.to) : "live",
      },
    ]),
  );
  const gone = Object.entries(page.gone ?? {}).map(
    ([id, to]): [string, Json] => [
      id,
      { kind: "gone", state: stateOf(to), to },
    ],
  );
  return {
    since: page.since,
    state: page.to ? stateOf(page.to) : "live",
    to: page.to,
    ids: Object.fromEntries([...live, ...gone]),
  };
}

function stateOf(to: string[]): string {
  return to.length === 0 ? "retired" : to.length === 1 ? "moved" : "split";
}

/**
 * Every address that readers may rely on, by page: what it points at, since which edition, and where it went. Of an
 * id without `since`, that of its page counts. Addresses of an edition that was not accepted yet are not promised.
 */
export function formatPermalinks(record: AgreementRecord): string {
  const { ledger, site } = record;
  const homes = new Map(
    [...itemsById(record)].map(([id, items]) => [
      id,
      items.map(({ home }) => home),
    ]),
  );
  const pages = Object.fromEntries(
    (ledger?.pages ?? []).map((page) => [page.page, pageOf(page, homes)]),
  );
  return `${JSON.stringify({ address: site.address, edition: ledger?.edition ?? null, pages })}\n`;
}
