import { itemsById } from "../model/item.ts";
import type { Item } from "../model/item.ts";
import type { AddressKind, Ledger, LedgerPage } from "../model/ledger.ts";
import { linesOfMove } from "../model/move.ts";
import type { AgreementRecord } from "../model/record.ts";
import { isFurniture } from "./read-addresses.ts";
import type { SiteAddresses } from "./read-addresses.ts";
import { addressOf, createSuccessors } from "./successors.ts";
import type { FindSuccessors } from "./successors.ts";

/** An address that no longer stands where it was published, and where a reader should go. */
export interface Gone {
  page: string;
  /** Undefined for the page itself. */
  id: string | undefined;
  to: string[];
  /** What stood there last, as far as the ledger knows. */
  said: string;
}

/** An address that was lost without a word: what is wrong, and the lines that would declare where it went. */
export interface Lost {
  address: string;
  message: string;
  lines: string[];
}

export interface Comparison {
  /** Addresses of the built site that the ledger does not hold yet. */
  fresh: { address: string; kind: AddressKind | "page" }[];
  gone: Gone[];
  lost: Lost[];
}

/** The ids that a page promised, with their kinds; not what an earlier ledger took for one. */
export function idsOf(page: LedgerPage): Map<string, AddressKind> {
  return new Map(
    Object.entries(page.ids ?? {}).flatMap(([kind, ids]) =>
      ids
        .filter((id) => !isFurniture(id))
        .map((id) => [id, kind as AddressKind] as const),
    ),
  );
}

/** What an address said last: its heading, its item, or the claim that led its cell. */
function saidAt(
  ledger: Ledger,
  page: LedgerPage,
  id: string | undefined,
): string {
  if (id === undefined)
    return ledger.items.find(({ item }) => item === page.page)?.says ?? "";
  const heading = page.sections?.[id];
  if (heading) return heading;
  const parts = id.split(".");
  const [row, column] = parts.slice(-2);
  const found = ledger.items.find(({ item, is }) =>
    parts.length === 1
      ? item.endsWith(`/${id}/`) || item.endsWith(`#${id}`)
      : is.startsWith(`${row} · ${column} · `),
  );
  return found?.says ?? "";
}

/** What the comparison of one site needs to know. */
interface Sight {
  exists: (address: string) => boolean;
  find: FindSuccessors;
  items: ReadonlyMap<string, Item[]>;
  /** Pages whose content an editor decides line by line, and not the record. */
  authored: ReadonlySet<string>;
}

/**
 * On a page that is generated from the record, an id made from an item that still exists leads to that item, and a
 * section that has become empty leads to its page: both come and go with the record.
 */
function derivedSuccessors(
  sight: Sight,
  page: string,
  id: string,
  kind: AddressKind | undefined,
): string[] | undefined {
  if (sight.authored.has(page)) return undefined;
  if (kind === "section") return [page];
  const homes = id
    .split(".")
    .flatMap((part) => sight.items.get(part) ?? [])
    .map(({ home }) => home)
    .filter(sight.exists);
  return homes.length > 0 ? homes.slice(0, 1) : undefined;
}

function sightOf(record: AgreementRecord, built: SiteAddresses): Sight {
  const ids = new Map(
    [...built].map(([page, addresses]) => [
      page,
      new Set(addresses.map(({ id }) => id)),
    ]),
  );
  const exists = (address: string): boolean => {
    const [page, id] = address.split("#");
    const known = ids.get(page!);
    return known !== undefined && (id === undefined || known.has(id));
  };
  return {
    exists,
    find: createSuccessors(record.moves, exists),
    items: itemsById(record),
    authored: new Set([
      "/",
      ...record.explainers.map(({ id }) => `/${id}/`),
      ...record.tables.map(({ id }) => `/tables/${id}/`),
    ]),
  };
}

/** Compares one page of the ledger with what was built: calls back for each address that is gone or lost. */
function comparePage(
  ledger: Ledger,
  page: LedgerPage,
  kinds: ReadonlyMap<string, AddressKind> | undefined,
  sight: Sight,
): Pick<Comparison, "gone" | "lost"> {
  const gone: Gone[] = [];
  const lost: Lost[] = [];
  const lose = (id: string | undefined, message: string) => {
    const address = addressOf(page.page, id);
    const lines = linesOfMove(
      "<a name for this move>",
      address,
      "<the address that takes its place>",
    );
    lost.push({ address, message, lines });
  };
  const leave = (id: string | undefined, to: string[] | undefined) => {
    const address = addressOf(page.page, id);
    const since = (id && page.later?.[id]) ?? page.since;
    if (!to)
      return lose(
        id,
        `Unexpected loss of \`${address}\`, published since edition ${since}`,
      );
    const missing = to.find((target) => !sight.exists(target));
    if (missing !== undefined)
      return lose(
        id,
        `Unexpected successor \`${missing}\` of \`${address}\`, expected an address of the site`,
      );
    gone.push({ page: page.page, id, to, said: saidAt(ledger, page, id) });
  };
  const before = idsOf(page);
  const past = page.gone ?? {};
  if (!kinds) {
    const to = sight.find(page.page, undefined) ?? page.to;
    leave(undefined, to);
    if (!to) return { gone, lost };
    for (const id of new Set([...before.keys(), ...Object.keys(past)]))
      leave(id, sight.find(page.page, id) ?? past[id] ?? to);
    return { gone, lost };
  }
  for (const [id, kind] of before) {
    const found = kinds.get(id);
    const find = sight.find(page.page, id);
    if (found === kind) continue;
    if (!found)
      leave(id, find ?? derivedSuccessors(sight, page.page, id, kind));
    else if (!find)
      lose(
        id,
        `Unexpected ${found} at \`${addressOf(page.page, id)}\`, expected the ${kind} that was published there`,
      );
  }
  for (const [id, to] of Object.entries(past))
    if (!kinds.has(id)) leave(id, sight.find(page.page, id) ?? to);
  return { gone, lost };
}

/** Compares what was published with what was built. What is neither there nor accounted for is lost. */
export function compareLedger(
  ledger: Ledger | undefined,
  built: SiteAddresses,
  record: AgreementRecord,
): Comparison {
  const sight = sightOf(record, built);
  const kinds = new Map(
    [...built].map(([page, addresses]) => [
      page,
      new Map(addresses.map(({ id, kind }) => [id, kind])),
    ]),
  );
  const compared = (ledger?.pages ?? []).map((page) =>
    comparePage(ledger!, page, kinds.get(page.page), sight),
  );
  const published = new Map(
    ledger?.pages.map((page) => [page.page, idsOf(page)]),
  );
  const fresh = [...kinds].flatMap(([page, ids]) => {
    const before = published.get(page);
    return [
      ...(before ? [] : [{ address: page, kind: "page" as const }]),
      ...[...ids]
        .filter(([id]) => !before?.has(id))
        .map(([id, kind]) => ({ address: addressOf(page, id), kind })),
    ];
  });
  return {
    fresh,
    gone: compared.flatMap((page) => page.gone),
    lost: compared.flatMap((page) => page.lost),
  };
}
