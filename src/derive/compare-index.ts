import { firstDay, lastDay } from "../model/partial-date.ts";
import type { AgreementRecord } from "../model/record.ts";
import { comparePath, deriveRedline } from "./redline.ts";
import { formatTotals, labelVersion } from "./redline-page.ts";
import type { VersionLabel } from "./redline-page.ts";
import { shortDate } from "./short-date.ts";

/** Two versions as a link: how many terms moved, and in words what happened to all. */
export interface PairLink {
  href: string;
  /** Terms that changed, were added or ended. */
  moved: number;
  totals: string;
}

export interface CompareVersion extends VersionLabel {
  short: string;
  /** The first and last day that its date can mean. */
  first: string;
  last: string;
  /** To each version in order; undefined where the two are one. */
  pairs: (PairLink | undefined)[];
}

const MOVED = new Set(["changed", "added", "removed"]);

/** Every version with its redline to every other, oldest first. */
export function deriveCompareIndex(record: AgreementRecord): CompareVersion[] {
  const links = new Map<string, PairLink>();
  const link = (href: string, a: number, b: number): PairLink => {
    const known = links.get(href);
    if (known) return known;
    const { items } = deriveRedline(
      record,
      record.timeline[Math.min(a, b)]!,
      record.timeline[Math.max(a, b)]!,
    );
    const moved = items.filter(({ kind }) => MOVED.has(kind)).length;
    const made = { href, moved, totals: formatTotals(items) };
    links.set(href, made);
    return made;
  };
  return record.timeline.map((version, a) => ({
    ...labelVersion(version),
    short: shortDate(version.date),
    first: firstDay(version.date),
    last: lastDay(version.date),
    pairs: record.timeline.map((other, b) =>
      a === b ? undefined : link(comparePath(record, version, other), a, b),
    ),
  }));
}
