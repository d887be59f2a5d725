import { didYouMean } from "./did-you-mean.ts";
import { FRAMED_FOLDER } from "./framed.ts";
import { listItems } from "./item.ts";
import { NOUNS } from "./nouns.ts";
import type { NounName } from "./nouns.ts";
import { partialDate } from "./partial-date.ts";
import type { AgreementRecord } from "./record.ts";
import { GENERATED_PAGES } from "./rules/navigation-page.ts";

/** Where files lie that are made for programs and for other sites. */
const FILES = new RegExp(`^/(?:data|feeds|${FRAMED_FOLDER})/`);

/** Ids that the layout of an explainer writes, beside its headings; what has a dot belongs to a table or an embed. */
const OF_LAYOUT =
  /\.|^(?:redlines|sources|gone|content|menu|theme|cite-this|(?:note|source)-\d+)$/;

/** What is known of the addresses of a site before it is built. */
export interface KnownAddresses {
  /** Pages that are named after something in the record, as paths with slashes at both ends. */
  pages: ReadonlySet<string>;
  /** False only where no page can stand at a path that ends with a slash. */
  mayStand: (path: string) => boolean;
  /** The ids of a page's headings and entries that the record makes, as far as they are known. */
  madeOn: (path: string) => ReadonlySet<string>;
  /** The same, and all that were published on it. */
  idsOn: (path: string) => ReadonlySet<string>;
  /** False only where nothing on a page can have an id. */
  mayHold: (path: string, id: string) => boolean;
}

/** Pages of two versions; the one in the other order leads to that which begins with the earlier. */
function listPairs({ versions }: AgreementRecord): string[] {
  return versions.flatMap((one) =>
    versions
      .filter((other) => other !== one)
      .map((other) => `/compare/${one.id}..${other.id}/`),
  );
}

function isDay(path: string): boolean {
  const day = /^\/(?:as-of|known)\/([^/]+)\/$/.exec(path)?.[1];
  return partialDate.safeParse(day).success;
}

/** Whether an id is that of a known one but for a slip; two that number the same thing are not. */
function isSlip(id: string, known: Iterable<string>): boolean {
  const near = didYouMean(id, known);
  const bare = (text: string) => text.replace(/[\d-]+$/, "");
  return near !== undefined && bare(near) !== bare(id);
}

/** Finds the addresses that the record makes, and those that were published: where a link in prose may lead. */
export function listKnownAddresses(record: AgreementRecord): KnownAddresses {
  const homes = listItems(record).map(({ home }) => home.split("#"));
  const pages = new Set([
    "/",
    "/claims/",
    ...GENERATED_PAGES.map((page) => `/${page}/`),
    ...homes.map(([page]) => page!),
    ...listPairs(record),
  ]);
  const published = new Map(
    (record.ledger?.pages ?? []).map((page) => [page.page, page]),
  );
  const explainers = new Map(
    record.explainers.map((explainer) => [`/${explainer.id}/`, explainer]),
  );
  const nouns = Object.keys(NOUNS) as NounName[];
  const entries = new Set(
    nouns.flatMap((noun) => [...record.byId[noun].keys()]),
  );
  const made = new Map<string, Set<string>>();
  for (const [page = "", id] of homes)
    if (id) made.set(page, (made.get(page) ?? new Set()).add(id));
  for (const [page, { headings }] of explainers)
    made.set(page, new Set(headings.flatMap(({ id }) => id ?? [])));
  const madeOn = (path: string) => made.get(path) ?? new Set<string>();
  const idsOn = (path: string) => {
    const before = Object.values(published.get(path)?.ids ?? {});
    return new Set([...before.flat(), ...madeOn(path)]);
  };
  return {
    pages,
    mayStand: (path) =>
      pages.has(path) ||
      published.has(path) ||
      FILES.test(path) ||
      isDay(path) ||
      /\/\.+\//.test(path),
    madeOn,
    idsOn,
    mayHold(path, id) {
      const ids = idsOn(path);
      if (id === "" || OF_LAYOUT.test(id) || ids.has(id)) return true;
      const explainer = explainers.get(path);
      // Words that an embed says are known only once it is rendered, and what the code writes on its own pages.
      return explainer
        ? explainer.headings.some((heading) => heading.id === undefined)
        : entries.has(id) || !isSlip(id, ids);
    },
  };
}
