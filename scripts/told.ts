import { listCslItems } from "../src/exports/cite-item.ts";
import { findEmbed } from "../src/exports/embeds.ts";
import { findFreshPin } from "../src/exports/find-pin.ts";
import { deriveShareCard } from "../src/exports/share-cards.ts";
import { listPages } from "../src/exports/sitemap.ts";
import type { AgreementRecord } from "../src/model/index.ts";

/**
 * What is derived of pages for others to make files of, by kind. Of what read nothing that changed, it is only told
 * that it is as it was.
 */
export const DERIVE_TOLD = {
  /** What the share image of a page says. */
  card: deriveShareCard,
  /** The items to cite on a page. */
  cite: listCslItems,
  /** The pin to the words of a page; null where an accepted one says the same. */
  pin: (record: AgreementRecord, page: string) =>
    findFreshPin(record, page) ?? null,
};

export type ToldKind = keyof typeof DERIVE_TOLD;

/** What the words of a kind about a page are remembered by: no file of a site has a space in its name. */
export const nameOfTold = (kind: ToldKind, page: string) => `${kind} ${page}`;

/** The pages of which there is something of a kind to tell. */
export function listTold(record: AgreementRecord, kind: ToldKind): string[] {
  const pages = listPages(record);
  return kind === "pin"
    ? pages.filter((page) => findEmbed(record, page))
    : pages;
}

/** What makes files of what is told of pages, as JSON; that is left out where it is as in the last site. */
export interface Taker {
  take(
    page: string,
    sha256: string,
    told: Uint8Array | undefined,
  ): Promise<unknown>;
  end(): Promise<unknown>;
}

/** What was told; derived again where it was left out, and what was made of it has been lost since. */
export function readTold<Kind extends ToldKind>(
  kind: Kind,
  record: AgreementRecord,
  page: string,
  told: Uint8Array | undefined,
): ReturnType<(typeof DERIVE_TOLD)[Kind]> {
  type Says = ReturnType<(typeof DERIVE_TOLD)[Kind]>;
  return told
    ? (JSON.parse(new TextDecoder().decode(told)) as Says)
    : (DERIVE_TOLD[kind](record, page) as Says);
}
