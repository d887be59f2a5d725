import type { DateKind } from "../model/date-kind.ts";
import type { AgreementRecord } from "../model/record.ts";
import { claimEntry, claimHref, makeCell } from "./cell.ts";
import { formatDate } from "./format-date.ts";
import { formatLag } from "./format-lag.ts";
import { deriveKnowledge, deriveLag } from "./knowledge.ts";
import type { Table } from "./table.ts";

/** How many of the longest lags are shown. */
const MOST = 15;

/** Which clock the beginning of a claim is read from. */
const CLOCKS: { [kind in DateKind]: string } = {
  announced: "date as announced",
  effective: "date on which it took effect",
  reported: "date as reported",
  expires: "to run out on a fixed day",
};

/**
 * The terms that held longest before the public could know them, longest first. Only claims that say something
 * about a term, and were not withdrawn.
 */
export function deriveLongestLags(record: AgreementRecord): Table {
  const lags = record.claims
    .filter(
      ({ id, term, value }) => term && value && !record.withdrawals.has(id),
    )
    .flatMap((claim) => {
      const lag = deriveLag(record, claim);
      return lag ? [{ claim, lag }] : [];
    })
    .sort((a, b) => b.lag.least - a.lag.least || b.lag.most - a.lag.most)
    .slice(0, MOST);
  return {
    id: "lags",
    title: "Longest unknown",
    summary:
      "The terms that held longest before the first source that was read for the record. Where that source relays an older report that could not be read, the term was public sooner; the claim says so.",
    corner: "What held",
    columns: [
      { id: "held", label: "Held since" },
      { id: "public", label: "First source here" },
      { id: "lag", label: "Unknown for" },
    ],
    rows: lags.map(({ claim, lag }) => {
      const { from, by, source } = deriveKnowledge(record, claim);
      const term = record.byId.terms.get(claim.term!)!;
      const cell = (
        column: string,
        words: string,
        detail?: string,
        href?: string,
      ) =>
        makeCell(
          `${claim.id}.${column}`,
          "value",
          [{ ...claimEntry(claim, words, detail), href }],
          [claim],
        );
      return {
        id: claim.id,
        label: claim.value!,
        sublabel: term.title,
        href: claimHref(claim.id),
        cells: [
          cell("held", formatDate(claim.valid_from), CLOCKS[claim.date_kind]),
          cell("public", formatDate(from), source.publisher, `/known/${by}/`),
          cell("lag", formatLag(lag)),
        ],
      };
    }),
    legend: [],
  };
}
