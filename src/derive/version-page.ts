import { count } from "../model/problem.ts";
import type { AgreementRecord } from "../model/record.ts";
import { CHANGING } from "../model/version.ts";
import type { Version } from "../model/version.ts";
import { formatDate } from "./format-date.ts";
import { deriveNotes } from "./note.ts";
import type { Note } from "./note.ts";
import { comparePath } from "./redline.ts";
import { setsState } from "../model/claim.ts";
import { joinWords } from "./sentence-words.ts";
import { deriveStandingBefore } from "./standing.ts";
import { deriveStep } from "./term-page.ts";
import type { Step } from "./term-page.ts";

const BINDING: { [binding in Version["binding"]]: string } = {
  yes: "binding",
  no: "not itself binding",
  unknown: "not known whether binding",
};

/** A step in a version, under the term it is about. */
export type TermStep = Step & {
  term: { id: string; title: string; question: string };
};

export interface VersionPage {
  version: Version;
  date: string;
  kind: string;
  binding: string;
  parties: string[];
  previous?: { id: string; label: string } | undefined;
  next?: { id: string; label: string } | undefined;
  /** Generated: "It changed 6 terms, … and left 12 unsaid." */
  summary: string;
  /** Whether the document itself changes the agreement, or only tells of it. */
  sets: boolean;
  /** Redlines against the version before, and against the newest. */
  compared: { href: string; label: string }[];
  changed: TermStep[];
  described: TermStep[];
  unchanged: TermStep[];
  notRestated: TermStep[];
  /** Terms already known that the document does not mention and no claim speaks about. */
  silent: { id: string; title: string }[];
  /** The version's own footnote comes first. */
  notes: Note[];
}

function link(version: Version | undefined) {
  return (
    version && {
      id: version.id,
      label: `${formatDate(version.date)}: ${version.title}`,
    }
  );
}

function comparedWith(record: AgreementRecord, version: Version) {
  const previous = record.timeline[record.timeline.indexOf(version) - 1];
  const newest = record.timeline.at(-1)!;
  const others = new Set([previous, newest]);
  return [...others].flatMap((other) => {
    if (!other || other === version) return [];
    const which = other === previous ? "the version before" : "the newest";
    return [
      {
        href: comparePath(record, version, other),
        label: `${which}, ${formatDate(other.date)}`,
      },
    ];
  });
}

/** What one version set, described, left unchanged and left unsaid, as text. */
export function deriveVersionPage(
  record: AgreementRecord,
  version: Version,
): VersionPage {
  const at = record.timeline.indexOf(version);
  const steps: (TermStep & {
    effect: string;
    claim: string | undefined;
    sets: boolean;
  })[] = [];
  const silent: { id: string; title: string }[] = [];
  for (const term of record.terms) {
    const claim = record.leading
      .get(term.id)
      ?.find((leading) => leading.version === version.id);
    if (claim) {
      const { id, title, question } = term;
      steps.push({
        ...deriveStep(record, claim),
        term: { id, title, question },
        claim: claim.effect,
        sets: setsState(claim),
      });
    } else if (deriveStandingBefore(record, term.id, version.id).claim)
      silent.push({ id: term.id, title: term.title });
  }
  const changed = steps.filter((step) => step.sets);
  const described = steps.filter((step) => step.claim === "restates");
  const unchanged = steps.filter((step) => step.claim === "unchanged");
  const notRestated = steps.filter((step) => step.claim === "not-restated");
  const sets = CHANGING.has(version.kind);
  const parts = [
    changed.length > 0 &&
      `${sets ? "sets" : "is the first to state"} ${count(changed.length, "term")}`,
    described.length > 0 && `describes ${described.length} that already held`,
    unchanged.length > 0 &&
      `leaves ${unchanged.length} unchanged by a general sentence`,
    notRestated.length + silent.length > 0 &&
      `says nothing about ${notRestated.length + silent.length} known before`,
  ].filter((part) => part !== false);
  const own = { note: `version:${version.id}`, sources: version.sources };
  return {
    version,
    date: formatDate(version.date),
    kind: version.kind,
    binding: BINDING[version.binding],
    parties: version.parties.map((id) => record.byId.parties.get(id)!.name),
    previous: link(record.timeline[at - 1]),
    next: link(record.timeline[at + 1]),
    summary:
      parts.length > 0
        ? `This document ${joinWords(parts)}.`
        : "This document discloses no terms.",
    sets,
    compared: comparedWith(record, version),
    changed,
    described,
    unchanged,
    notRestated,
    silent,
    notes: deriveNotes(record, [own, ...steps.map((step) => step.entry)]),
  };
}
