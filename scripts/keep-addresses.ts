import { compareLedger } from "../src/ledger/compare-ledger.ts";
import type { Comparison, Gone } from "../src/ledger/compare-ledger.ts";
import type { SiteAddresses } from "../src/ledger/read-addresses.ts";
import { addStubs, renderStubPage } from "../src/ledger/render-stubs.ts";
import type { AgreementRecord } from "../src/model/index.ts";
import { count } from "../src/model/index.ts";
import { pageFile } from "./site-files.ts";
import type { SiteWriter } from "./site-writer.ts";

const MAX_LOST = 20;

export interface Kept extends Comparison {
  built: SiteAddresses;
}

/** The report on addresses that a build would lose, with the lines that would declare where they went. */
export function formatLost({ lost }: Comparison): string {
  const shown = lost
    .slice(0, MAX_LOST)
    .map(
      ({ message, lines }) =>
        `${message} [ledger-address]\n  hint: add to data/moves.yaml:\n${lines.map((line) => `    ${line}`).join("\n")}`,
    );
  const more = lost.length - shown.length;
  return [
    ...shown,
    ...(more > 0 ? [`… and ${more} more`] : []),
    `${count(lost.length, "address", "addresses")} would be lost. Nothing was published.`,
  ].join("\n");
}

/** Compares a built site with the ledger. Changes nothing. */
export function compareSite(
  record: AgreementRecord,
  built: SiteAddresses,
): Kept {
  return { built, ...compareLedger(record.ledger, built, record) };
}

/** Puts a target at every address that is gone, in the pages that are left and in the place of those that are not. */
export function writeStubs(
  record: AgreementRecord,
  site: SiteWriter,
  gone: Gone[],
): void {
  const frame = site.read("404.html");
  const whys = new Map(record.moves.map(({ from, why }) => [from, why]));
  for (const [page, left] of Map.groupBy(gone, (one) => one.page)) {
    const file = pageFile(page);
    site.write(
      file,
      site.has(file)
        ? addStubs(site.read(file), left)
        : renderStubPage(frame, left, whys.get(page)),
    );
  }
}
