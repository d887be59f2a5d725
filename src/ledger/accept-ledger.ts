import { listItems } from "../model/item.ts";
import type { Item } from "../model/item.ts";
import { ADDRESS_KINDS } from "../model/ledger.ts";
import type { Ledger, LedgerItem, LedgerPage } from "../model/ledger.ts";
import type { AgreementRecord } from "../model/record.ts";
import { waitingChanges } from "../model/waiting-changes.ts";
import { idsOf } from "./compare-ledger.ts";
import type { Gone } from "./compare-ledger.ts";
import type { Address, SiteAddresses } from "./read-addresses.ts";

const byText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** The dates that calendars gave for an item, with the one it has now. */
function acceptDates(
  { dated }: Item,
  before: string[],
): Pick<LedgerItem, "dates"> {
  const now = dated ?? "";
  const dates = (before.at(-1) ?? "") === now ? before : [...before, now];
  return dates.length > 0 ? { dates } : {};
}

/** The items of the next edition: those of the record, and those that went, each with what it said before. */
function acceptItems(
  record: AgreementRecord,
  ledger: Ledger | undefined,
  edition: string,
): LedgerItem[] {
  const lines = new Map(ledger?.items.map((line) => [line.item, line]));
  const moves = new Map(record.moves.map((move) => [move.from, move.to]));
  const items = new Map(listItems(record).map((item) => [item.home, item]));
  const fresh = waitingChanges(record);
  const homes = new Set([...lines.keys(), ...items.keys()]);
  return [...homes].sort(byText).map((home): LedgerItem => {
    const item = items.get(home);
    const line = lines.get(home);
    if (!item) return { ...line!, to: moves.get(home) ?? line!.to ?? [] };
    const { is, says } = item;
    const dates = acceptDates(item, line?.dates ?? []);
    if (!line) return { item: home, is, says, since: edition, ...dates };
    const { since, was } = line;
    const change = fresh.find(({ claims, withdraws }) =>
      [...claims, ...(withdraws ?? [])].includes(item.id),
    );
    const past =
      change && line.says !== says
        ? [...(was ?? []), { says: line.says, change: change.id }]
        : was;
    return {
      item: home,
      is,
      says,
      since,
      ...(past ? { was: past } : {}),
      ...dates,
    };
  });
}

function acceptPage(
  path: string,
  before: LedgerPage | undefined,
  addresses: Address[] | undefined,
  gone: Gone[],
  edition: string,
): LedgerPage {
  const since = before?.since ?? edition;
  const own = gone.find(({ id }) => id === undefined);
  const ids: LedgerPage["ids"] = {};
  for (const kind of ADDRESS_KINDS) {
    const found = (addresses ?? [])
      .filter((address) => address.kind === kind)
      .map(({ id }) => id);
    if (found.length > 0) ids[kind] = found;
  }
  const known = before ? idsOf(before) : undefined;
  const later = Object.fromEntries(
    (addresses ?? []).flatMap(({ id }) => {
      const first = before?.later?.[id] ?? (known?.has(id) ? since : edition);
      return first === since ? [] : [[id, first]];
    }),
  );
  const sections = {
    ...before?.sections,
    ...Object.fromEntries(
      (addresses ?? [])
        .filter(({ kind }) => kind === "section")
        .map(({ id, text }) => [id, text]),
    ),
  };
  const left = Object.fromEntries(
    gone.flatMap(({ id, to }) => (id === undefined ? [] : [[id, to]])),
  );
  const some = <T extends object>(name: string, value: T) =>
    Object.keys(value).length > 0 ? { [name]: value } : {};
  return {
    page: path,
    since,
    ...some("ids", ids),
    ...some("sections", sections),
    ...some("later", later),
    ...some("gone", left),
    ...(own ? { to: own.to } : {}),
  };
}

/** The ledger of the edition that is accepted now: what was published, and what is new. Nothing is ever dropped. */
export function acceptLedger(
  record: AgreementRecord,
  built: SiteAddresses,
  gone: Gone[],
  edition: string,
): Ledger {
  const { ledger } = record;
  const before = new Map(ledger?.pages.map((page) => [page.page, page]));
  const paths = new Set([...before.keys(), ...built.keys()]);
  const leaving = new Map<string, Gone[]>();
  for (const one of gone)
    leaving.set(one.page, [...(leaving.get(one.page) ?? []), one]);
  return {
    edition,
    items: acceptItems(record, ledger, edition),
    pages: [...paths]
      .sort(byText)
      .map((path) =>
        acceptPage(
          path,
          before.get(path),
          built.get(path),
          leaving.get(path) ?? [],
          edition,
        ),
      ),
  };
}
