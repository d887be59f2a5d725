import { compareDates } from "../model/partial-date.ts";
import type { AgreementRecord } from "../model/record.ts";
import { setsState } from "../model/claim.ts";
import { deriveStep } from "./term-page.ts";
import type { TermStep } from "./version-page.ts";

/** The dated steps that set a term, or the terms of a topic, oldest first. */
export function deriveTimeline(
  record: AgreementRecord,
  of: { term?: string; topic?: string; [key: string]: string | undefined },
): TermStep[] {
  const terms = record.terms.filter((term) =>
    of.term ? term.id === of.term : term.topic === of.topic,
  );
  return terms
    .flatMap((term) =>
      (record.leading.get(term.id) ?? []).filter(setsState).map((claim) => ({
        claim,
        term: { id: term.id, title: term.title, question: term.question },
      })),
    )
    .sort((a, b) => compareDates(a.claim.valid_from, b.claim.valid_from))
    .map(({ claim, term }) => ({ ...deriveStep(record, claim), term }));
}
