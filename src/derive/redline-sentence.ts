import type { Claim } from "../model/claim.ts";
import type { PartialDate } from "../model/partial-date.ts";
import type { AgreementRecord } from "../model/record.ts";
import { CHANGING } from "../model/version.ts";
import type { Version } from "../model/version.ts";
import { formatDate, formatOnDate } from "./format-date.ts";
import { deriveInterval } from "../model/interval.ts";
import type { RedlineItem } from "./redline.ts";
import { capitalise, joinWords } from "./sentence-words.ts";
import type { TermState } from "./term-state.ts";

/**
 * A version as the one that did something, with the date that counts: "the amendment announced on 27 April 2026".
 * `said` is a date that the reader has just read.
 */
function formatDoer(version: Version, said: PartialDate | undefined): string {
  const kind = { announced: "announced", reported: "reported" }[
    version.date_kind as string
  ];
  const effect = CHANGING.has(version.kind) ? "in effect since" : "of";
  const on =
    version.date === said && kind
      ? "that day"
      : kind
        ? formatOnDate(version.date)
        : formatDate(version.date);
  return `the ${version.kind} ${kind ?? effect} ${on}`;
}

function versionOf(record: AgreementRecord, claim: Claim): Version {
  return record.byId.versions.get(claim.version!)!;
}

/** What a state says; what ran out says what held. */
function wordsOf(state: TermState): string {
  if (state.kind === "not-disclosed") return `not disclosed (${state.value})`;
  return state.value || "not known";
}

/** How sure the later value is, where that needs saying. */
function doubtOf(claim: Claim | undefined): string[] {
  if (claim?.confidence === "reported")
    return ["The later value is known only from reports."];
  return claim?.confidence === "analysis"
    ? ["The later value is our reading."]
    : [];
}

/** The days on which versions in between gave the term a value that neither side has. */
function inBetween(record: AgreementRecord, item: RedlineItem): string[] {
  const { causes, before, after } = item;
  const first = before.kind === "none" ? 1 : 0;
  const last = causes.findLastIndex(({ value }) => value !== after.value) + 1;
  const dates = causes
    .slice(first, last)
    .filter(
      (claim, at) =>
        claim.value !== (causes[first + at - 1]?.value ?? before.value),
    )
    .map((claim) => formatDate(versionOf(record, claim).date));
  return dates.length > 0
    ? [`It also changed in between: ${joinWords(dates)}.`]
    : [];
}

/** "Until 30 July 2025: A. Since then: B." A gap between the two is kept. */
function beforeAndAfter(record: AgreementRecord, item: RedlineItem): string[] {
  const { before, after } = item;
  const { to } = deriveInterval(record, before.claim!);
  const end = to ?? after.claim!.valid_from;
  const since =
    after.since === end ? "Since then" : `Since ${formatDate(after.since!)}`;
  return [
    `Until ${formatDate(end)}: ${before.value || before.claim!.value!}.`,
    `${since}: ${wordsOf(after)}.`,
  ];
}

/** The claim with which the later value began, where later ones only say it again. */
function startOf({ causes, after }: RedlineItem): Claim {
  const last = causes.findLastIndex(({ value }) => value !== after.value);
  return causes[last + 1] ?? after.claim!;
}

/** What ran out by the later version, with nothing known in its place. */
function sentencesOfBlank({ before, after }: RedlineItem): string[] {
  const { value, valid_to } = after.claim!;
  const held = before.value || value!;
  return [
    `Until ${formatDate(valid_to!)}: ${held}.`,
    "That no longer held then; what took its place is not known.",
  ];
}

function sentencesOfChange(
  record: AgreementRecord,
  item: RedlineItem,
): string[] {
  if (item.after.value === "") return sentencesOfBlank(item);
  const claim = startOf(item);
  const version = versionOf(record, claim);
  const anew = item.before.kind === "ended" ? "states it anew" : "changed it";
  const sets = CHANGING.has(version.kind) && item.kind !== "unknown";
  return [
    ...beforeAndAfter(record, item),
    `${capitalise(formatDoer(version, item.after.since))} ${sets ? anew : "says so"}.`,
  ];
}

function sentencesOfFirst(
  record: AgreementRecord,
  item: RedlineItem,
): string[] {
  const { after, causes } = item;
  const first = causes[0]!;
  const later = after.claim !== first && first.value !== after.value;
  const doer = capitalise(
    formatDoer(versionOf(record, first), later ? undefined : after.since),
  );
  const value = later && after.kind !== "ended" ? `: ${first.value ?? ""}` : "";
  const told =
    item.kind === "unknown"
      ? `${doer} is the first to speak of it${value}. What held before is not known.`
      : `${doer} is the first to state it${value}.`;
  if (after.value === "") return [told, ...sentencesOfBlank(item)];
  if (after.kind === "ended") return [told, ...sentencesOfEnd(record, item)];
  const since = `Since ${formatDate(after.since!)}: ${wordsOf(after)}.`;
  return later ? [told, since] : [since, told];
}

function sentencesOfEnd(record: AgreementRecord, item: RedlineItem): string[] {
  const claim = item.after.claim!;
  // The value that the reader finds struck through, or the last before the end.
  const held = item.before.claim ?? item.causes.at(-2);
  const until = held && (deriveInterval(record, held).to ?? claim.valid_from);
  const doer = formatDoer(versionOf(record, claim), until);
  return [
    ...(held ? [`Until ${formatDate(until!)}: ${held.value!}.`] : []),
    `${capitalise(doer)} ended it. Since then: ${item.after.value}.`,
  ];
}

/** What the later version's own document says about a term that stays as it was. */
function formatOwn(own: Claim | undefined, after: TermState): string[] {
  if (!own) return [];
  const on = formatOnDate(own.valid_from);
  if (own.effect === "unchanged")
    return [`A general sentence ${on} says that nothing changes.`];
  const other = own.effect === "restates" && own.value !== after.value;
  return [
    other ? `Described again ${on}: ${own.value!}.` : `Said again ${on}.`,
  ];
}

function sentencesOfSame(item: RedlineItem): string[] {
  const { after } = item;
  if (item.kind === "not-restated")
    return [`Last known, from ${formatDate(after.since!)}: ${wordsOf(after)}.`];
  if (after.kind === "ended")
    return [
      after.value
        ? `Ended before, on ${formatDate(after.claim!.valid_from)}: ${after.value}.`
        : `Ran out before, on ${formatDate(after.claim!.valid_to!)}: ${after.claim!.value!}.`,
    ];
  const own =
    after.own === after.claim && item.causes.length === 0
      ? undefined
      : after.own;
  return [
    `Since ${formatDate(after.since!)}: ${wordsOf(after)}.`,
    ...formatOwn(own, after),
  ];
}

/** One term between two versions in sentences: what held until when, what since, and which document did it. */
export function formatRedlineItem(
  record: AgreementRecord,
  item: RedlineItem,
): string {
  const { kind, before, after } = item;
  const sentences =
    kind === "not-restated" || kind === "unchanged"
      ? sentencesOfSame(item)
      : before.kind === "none"
        ? sentencesOfFirst(record, item)
        : kind === "removed"
          ? sentencesOfEnd(record, item)
          : sentencesOfChange(record, item);
  const same = kind === "not-restated" || kind === "unchanged";
  const doubt = doubtOf(after.claim).map((said) =>
    same ? said.replace("The later value", "It") : said,
  );
  return [...sentences, ...inBetween(record, item), ...doubt].join(" ");
}
