import {
  claimOf,
  findSupersededEmbed,
  listOutstanding,
} from "../model/find-superseded.ts";
import type { Explainer } from "../model/explainer.ts";
import type { AgreementRecord } from "../model/record.ts";
import { claimHref } from "./cell.ts";
import { claimLink } from "./claim-page.ts";
import { formatOnDate } from "./format-date.ts";

/** What a reader must know of a sentence that rests on a claim which no longer holds. */
export interface OutstandingChange {
  /** Place among the page's embeds. */
  at: number;
  /** "superseded on 12 September 2007 by", or without "by" where nothing took its place. */
  text: string;
  /** The claim that took its place; else the claim itself, which says why it ended. */
  link: { href: string; label: string };
}

/** The sentences of a page that an exception lets stand until they are rewritten, in their order. */
export function deriveOutstanding(
  record: AgreementRecord,
  explainer: Explainer,
): OutstandingChange[] {
  return listOutstanding(record, explainer.embeds).map((embed) => {
    const { how, since, by } = findSupersededEmbed(record, embed)!;
    const on = `${how} ${formatOnDate(since)}`;
    const own = claimOf(record, embed)!.id;
    return {
      at: embed.index,
      text: by ? `${on} by` : `${on}:`,
      link: {
        href: claimHref(by ?? own),
        label: by ? claimLink(record, by).words : "the claim",
      },
    };
  });
}

/** The line above a page with such sentences; undefined where there are none. */
export function formatOutstanding(
  changes: OutstandingChange[],
): string | undefined {
  if (changes.length === 0) return undefined;
  return changes.length === 1
    ? "One sentence on this page rests on a claim that no longer holds. A note stands beside it until it is rewritten."
    : `${changes.length} sentences on this page rest on claims that no longer hold. A note stands beside each until it is rewritten.`;
}
