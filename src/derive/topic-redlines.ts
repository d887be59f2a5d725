import type { AgreementRecord } from "../model/record.ts";
import { comparePath, deriveRedline } from "./redline.ts";
import { formatPair } from "./redline-page.ts";
import type { RedlineKind } from "./redline.ts";

/** A step from one version to the next that moved terms of a topic. */
export interface TopicRedline {
  href: string;
  /** "27 February 2026 to 27 April 2026". */
  label: string;
  /** "Exclusive cloud changed; First refusal ended". */
  text: string;
}

const VERBS: { [kind in RedlineKind]?: string } = {
  changed: "changed",
  added: "is new",
  removed: "ended",
  unknown: "is first told of, or not disclosed",
};

/** The redlines from one version to the next in which a term of the topic moved, newest first. */
export function deriveTopicRedlines(
  record: AgreementRecord,
  topicId: string,
): TopicRedline[] {
  return record.timeline
    .slice(1)
    .flatMap((to, at): TopicRedline[] => {
      const from = record.timeline[at]!;
      const moved = deriveRedline(record, from, to).items.filter(
        ({ termId, kind }) =>
          VERBS[kind] && record.byId.terms.get(termId)!.topic === topicId,
      );
      if (moved.length === 0) return [];
      return [
        {
          href: `${comparePath(record, from, to)}#${moved[0]!.termId}`,
          label: formatPair(from, to),
          text: moved
            .map(
              ({ termId, kind }) =>
                `${record.byId.terms.get(termId)!.title} ${VERBS[kind]!}`,
            )
            .join("; "),
        },
      ];
    })
    .reverse();
}
