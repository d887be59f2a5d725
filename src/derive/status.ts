import type { Claim } from "../model/claim.ts";
import type { AgreementRecord } from "../model/record.ts";
import type { Version } from "../model/version.ts";
import type { Cell } from "./cell.ts";
import { CONFIDENCE, EFFECT } from "./claim-words.ts";
import { formatDate, formatOnDate } from "./format-date.ts";
import { deriveLastChange } from "./headline.ts";
import { deriveInterval, isOver } from "../model/interval.ts";
import { deriveStanding } from "./standing.ts";

/** The line under a page's title that says whether it shows what holds. Readers assume that it does. */
export interface Status {
  kind: "current" | "historical" | "reported" | "neutral";
  label: string;
  text: string;
}

function asOf(record: AgreementRecord): string {
  return `as of ${formatDate(record.site.as_of)}`;
}

/** For pages that show what holds on the record's day. */
export function currentStatus(record: AgreementRecord): Status {
  return { kind: "current", label: "What holds", text: asOf(record) };
}

/** For pages that are not about a state, such as the glossary. */
export function neutralStatus(record: AgreementRecord): Status {
  return { kind: "neutral", label: "The record", text: asOf(record) };
}

/** For articles: judged by what held on their day and by what holds on the record's. */
export function judgedStatus(record: AgreementRecord): Status {
  return { kind: "neutral", label: "Judged", text: asOf(record) };
}

/** For a page about one day: by which of the two clocks it tells. */
export function dayStatus(clock: "as-of" | "known"): Status {
  const text =
    clock === "as-of"
      ? "by what is known today"
      : "by what was public at the end of that day";
  return { kind: "historical", label: "One day", text };
}

/** For a term: what its answer on the record's day is worth. */
export function termStatus(record: AgreementRecord, now: Cell): Status {
  const text = asOf(record);
  switch (now.state) {
    case "ended":
      return { kind: "historical", label: "Ended", text };
    case "not-restated":
      return {
        kind: "reported",
        label: "Last known value, not restated",
        text,
      };
    case "reported-only":
      return { kind: "reported", label: "Reported only", text };
    case "disputed":
      return { kind: "reported", label: "Disputed", text };
    case "not-disclosed":
      return { kind: "reported", label: "Not disclosed", text };
    default:
      return currentStatus(record);
  }
}

/** For a version: in force from the last change on; a report or clarification after it is the latest word. */
export function versionStatus(
  record: AgreementRecord,
  version: Version,
  words: string,
): Status {
  const text = `${formatDate(version.date)}, ${words}`;
  const last = deriveLastChange(record);
  const at = record.timeline.indexOf(version);
  if (version === last) return { kind: "current", label: "In force", text };
  if (last && at > record.timeline.indexOf(last))
    return { kind: "current", label: "Latest document", text };
  if (version.date_kind === "reported")
    return { kind: "reported", label: "Reported only", text };
  return { kind: "historical", label: "Historical", text };
}

function claimKind(claim: Claim): string {
  if (claim.term && claim.version) return EFFECT[claim.effect ?? "sets"];
  return claim.term ? "supports or disputes a term" : "context";
}

/** For a claim: whether it still holds on the record's day, or only others say that it does. */
export function claimStatus(record: AgreementRecord, claim: Claim): Status {
  const withdrawn = record.withdrawals.get(claim.id);
  if (withdrawn) {
    const on = formatOnDate(withdrawn.date);
    return { kind: "historical", label: "Withdrawn", text: on };
  }
  const interval = deriveInterval(record, claim);
  const replaced = record.successors.has(claim.id);
  const over = isOver(interval, record.site.as_of);
  const reported = claim.confidence === "reported";
  const text = [
    reported && !over && !replaced ? "" : CONFIDENCE[claim.confidence],
    claimKind(claim),
  ]
    .filter(Boolean)
    .join(", ");
  if (replaced || over)
    return { kind: "historical", label: "Historical", text };
  if (reported)
    return {
      kind: "reported",
      label: "Reported only",
      text: `by others than the parties; ${text}`,
    };
  if (claim.effect === "not-restated" || claim.effect === "unchanged") {
    return { kind: "neutral", label: "No value of its own", text };
  }
  const silent = deriveStanding(record, claim.term ?? "", record.site.as_of);
  if (silent.claim === claim && silent.unrestated) {
    return { kind: "reported", label: "Last known value, not restated", text };
  }
  if (!claim.term)
    return {
      kind: "neutral",
      label: "Context",
      text: CONFIDENCE[claim.confidence],
    };
  return {
    kind: "current",
    label: "Not ended",
    text: `${text}, ${asOf(record)}`,
  };
}
