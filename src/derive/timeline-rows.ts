import { compareDates, surelyBefore } from "../model/partial-date.ts";
import type { AgreementRecord } from "../model/record.ts";
import { claimEntry } from "./cell.ts";
import type { Noted } from "./note.ts";
import { formatDate } from "./format-date.ts";
import type { Run } from "./redline-words.ts";
import { setsState } from "../model/claim.ts";
import { deriveStep } from "./term-page.ts";
import { CHANGING } from "../model/version.ts";

/** A day of the timeline as words: a version and what it changed, or a day to come and what it brings. */
export interface TimelineRow {
  id: string;
  date: string;
  href: string | undefined;
  title: string;
  kind: string;
  /** The version's own footnote; a day to come has none but its claims'. */
  entry: Noted | undefined;
  changes: {
    term: { id: string; title: string } | undefined;
    entry: Noted;
    redline: Run[];
    /** Our reading of how exclusive the term is from then on; reports are named as such. */
    note: string;
  }[];
}

/** Days fixed in advance first, then the versions, newest first. */
export function deriveTimelineRows(record: AgreementRecord): TimelineRow[] {
  const titleOf = (id: string | undefined) => {
    const term = record.byId.terms.get(id ?? "");
    return term && { id: term.id, title: term.title };
  };
  const past = record.timeline.toReversed().map((version): TimelineRow => {
    const claims = record.terms.flatMap((term) =>
      (record.leading.get(term.id) ?? []).filter(
        (claim) => claim.version === version.id && setsState(claim),
      ),
    );
    return {
      id: version.id,
      date: formatDate(version.date),
      href: `/versions/${version.id}/`,
      title: version.title,
      kind: CHANGING.has(version.kind)
        ? version.kind
        : `${version.kind}, changes nothing itself`,
      entry: { note: `version:${version.id}`, sources: version.sources },
      changes: claims.map((claim) => ({
        term: titleOf(claim.term),
        entry: claimEntry(claim, claim.value ?? ""),
        redline: deriveStep(record, claim).redline,
        note: [
          claim.effect === "ends" && "ended",
          claim.degree,
          claim.confidence === "reported" && "reported only",
        ]
          .filter(Boolean)
          .join(", "),
      })),
    };
  });
  const coming = record.claims
    .filter(
      ({ valid_to }) => valid_to && surelyBefore(record.site.as_of, valid_to),
    )
    .toSorted((a, b) => compareDates(b.valid_to!, a.valid_to!));
  const days = [...new Set(coming.map((claim) => claim.valid_to!))];
  const ahead = days.map((day): TimelineRow => ({
    id: `until.${day}`,
    date: formatDate(day),
    href: undefined,
    title: "Fixed in advance",
    kind: "not yet",
    entry: undefined,
    changes: coming
      .filter((claim) => claim.valid_to === day)
      .map((claim) => ({
        term: titleOf(claim.term),
        entry: claimEntry(claim, claim.value ?? ""),
        redline: [{ kind: "same", text: claim.value ?? claim.id }],
        note: "until then",
      })),
  }));
  return [...ahead, ...past];
}

/** All footnotes of the rows, in the order in which they are read. */
export function notedInTimeline(rows: TimelineRow[]): Noted[] {
  return rows.flatMap(({ entry, changes }) => [
    ...changes.map((change) => change.entry),
    ...(entry ? [entry] : []),
  ]);
}
