import { count } from "../model/problem.ts";
import { escape, listed, quoted } from "./difference-lines.ts";
import type { Section } from "./difference-lines.ts";
import {
  cellSection,
  daySection,
  redlineSection,
  stateSection,
} from "./difference-pages.ts";
import type { FieldValues } from "./differ-items.ts";
import { isEmptyDifference } from "./record-difference.ts";
import type { RecordDifference } from "./record-difference.ts";

function verdictSection({ verdicts }: RecordDifference): Section {
  return {
    heading: "Verdicts",
    short: count(verdicts.length, "verdict"),
    lines: verdicts.map(
      ({ href, statement, before, after }) =>
        `- \`${href}\` “${escape(statement)}”: ${before} → ${after}`,
    ),
  };
}

function unsettledSection({ unsettled }: RecordDifference): Section {
  return {
    heading: "To read again",
    short: `${count(unsettled.length, "passage")} to read again`,
    lines: unsettled.map(
      ({ href, line, words, claim, why }) =>
        `- \`${href}\`${line === undefined ? "" : ` (line ${line})`}: “${escape(words)}” rests on \`${claim}\`, ${why}`,
    ),
  };
}

/** A field, with what it said and says where that is a word or a few. */
function fieldLine(field: string, value: FieldValues | undefined): string {
  return value
    ? `${field}: ${escape(value.before)} → ${escape(value.after)}`
    : field;
}

function itemSection({ items, entries }: RecordDifference): Section {
  const own = items.map(({ kind, home, before, after, fields }) => {
    if (kind !== "changed")
      return `- ${kind}: \`${home}\` ${quoted(after ?? before)}`;
    return before === after
      ? `- \`${home}\`: ${fields.join(", ")}`
      : `- \`${home}\`: ${quoted(before)} → ${quoted(after)}`;
  });
  const others = entries.map(
    ({ kind, what, fields, values }) =>
      `- ${kind === "changed" ? "" : `${kind}: `}${what}${fields.length > 0 ? ` (${fields.map((field) => fieldLine(field, values[field])).join(", ")})` : ""}`,
  );
  return {
    heading: "Entries",
    short: count(own.length + others.length, "entry", "entries"),
    lines: [...own, ...others],
  };
}

function addressSection({ addresses }: RecordDifference): Section {
  const { added, moved, retired } = addresses;
  const lines = [
    ...(added.length > 0 ? [`- ${added.length} added: ${listed(added)}`] : []),
    ...moved.map(
      ({ from, to }) =>
        `- moved: \`${from}\` → ${to.length > 0 ? listed(to) : "retired"}`,
    ),
    ...(retired.length > 0
      ? [`- ${retired.length} gone: ${listed(retired)}`]
      : []),
  ];
  const total = added.length + moved.length + retired.length;
  return {
    heading: "Addresses of pages",
    short: count(total, "address of a page", "addresses of pages"),
    lines,
  };
}

function feedSection({ feed }: RecordDifference): Section {
  return {
    heading: "Feeds",
    short: count(feed.length, "feed entry", "feed entries"),
    lines: feed.map(
      ({ id, date, reason, summary, feeds }) =>
        `- ${date}, ${reason}: ${escape(summary)} (\`/changes/#${id}\`) in ${listed(feeds)}`,
    ),
  };
}

function calendarSection({ calendar }: RecordDifference): Section {
  return {
    heading: "Calendars",
    short: count(calendar.length, "calendar entry", "calendar entries"),
    lines: calendar.map(({ kind, before, after, summary, calendars }) => {
      const when = kind === "moved" ? ` from ${before!} to ${after!}` : "";
      return `- ${kind}${when}: ${escape(summary)} in ${listed(calendars)}`;
    }),
  };
}

function passageSection({ withoutPassage }: RecordDifference): Section {
  return {
    heading: "Sources without a passage",
    short: `${count(withoutPassage.length, "source")} without a passage`,
    lines: withoutPassage.map(
      ({ claim, source }) => `- \`${claim}\` rests on \`${source}\``,
    ),
  };
}

/** A difference as Markdown for a pull request: what it comes to, then each part that is not empty. */
export function formatDifference(difference: RecordDifference): string {
  const { before, after, onlyOrder } = difference;
  const title = "# What readers will see\n";
  const editions = `Edition \`${before}\` → \`${after}\``;
  if (onlyOrder)
    return `${title}\n${editions}: only the order of entries differs.\n`;
  if (isEmptyDifference(difference))
    return `${title}\nNo difference: edition \`${after}\` says the same.\n`;
  const sections = [
    stateSection,
    cellSection,
    redlineSection,
    daySection,
    verdictSection,
    unsettledSection,
    itemSection,
    addressSection,
    feedSection,
    calendarSection,
    passageSection,
  ]
    .map((make) => make(difference))
    .filter(({ lines }) => lines.length > 0);
  return [
    title,
    `${editions}: ${sections.map(({ short }) => short).join(", ")}.`,
    ...sections.map(
      ({ heading, lines }) =>
        `\n## ${heading}\n\n${lines.join("\n").trimEnd()}`,
    ),
    "",
  ].join("\n");
}
