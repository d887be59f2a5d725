import { count } from "../model/problem.ts";
import type { DayDifference } from "./differ-pages.ts";
import type { DifferenceKind } from "./difference-kind.ts";
import { isEmptyDifference } from "./record-difference.ts";
import type { RecordDifference } from "./record-difference.ts";

/** More lines of one kind than this are counted, not listed; the JSON form holds them all. */
const MOST = 20;

interface Section {
  heading: string;
  /** What the section comes to, for the first lines of the report. */
  short: string;
  lines: string[];
}

/** Words of the record as Markdown shows them, in a table too. */
function escape(text: string): string {
  return text.replace(/[\\`*_<>|[\]]/g, (sign) => `\\${sign}`);
}

function quoted(words: string | undefined): string {
  return words === undefined ? "—" : escape(words);
}

function atMost(lines: string[], more: (n: number) => string): string[] {
  const left = lines.length - MOST;
  return left > 1 ? [...lines.slice(0, MOST), more(left)] : lines;
}

const andMore = (left: number) => `- … and ${left} more`;

/** A list of addresses in one line, cut off where it would be long. */
function listed(hrefs: string[]): string {
  const shown = hrefs.slice(0, MOST).map((href) => `\`${href}\``);
  const left = hrefs.length - shown.length;
  return [...shown, ...(left > 0 ? [`… and ${left} more`] : [])].join(", ");
}

function cellSection({ cells }: RecordDifference): Section {
  const total = cells.reduce((sum, table) => sum + table.cells.length, 0);
  const lines = cells.flatMap((table) => [
    `### ${escape(table.title)} (\`/tables/${table.id}/\`)`,
    "",
    "| row | column | before | after |",
    "| --- | ------ | ------ | ----- |",
    ...atMost(
      table.cells.map(
        ({ row, column, before, after }) =>
          `| ${escape(row)} | ${escape(column)} | ${quoted(before)} | ${quoted(after)} |`,
      ),
      (left) => `| … and ${left} more | | | |`,
    ),
    "",
  ]);
  const where = count(cells.length, "table");
  return {
    heading: "Cells",
    short: `${count(total, "cell")} in ${where}`,
    lines,
  };
}

function redlineSection({ redlines }: RecordDifference): Section {
  const same = redlines.filter(
    ({ kind, before, after }) => kind === "changed" && before === after,
  );
  const moved = redlines
    .filter((redline) => !same.includes(redline))
    .map(({ kind, href, before, after, terms }) =>
      kind === "changed"
        ? `- \`${href}\`: ${before!} → ${after!} (${terms.join(", ")})`
        : `- ${kind}: \`${href}\` (${(after ?? before)!})`,
    );
  const about = new Set(same.map(({ terms }) => terms.join(", ")));
  const reworded = [...about].map((terms) => {
    const own = same.filter((redline) => redline.terms.join(", ") === terms);
    const hrefs = listed(own.map(({ href }) => href));
    return `- ${terms}, in other words in ${count(own.length, "redline")}: ${hrefs}`;
  });
  return {
    heading: "Redlines",
    short: count(redlines.length, "redline"),
    lines: [...atMost(moved, andMore), ...reworded],
  };
}

const CLOCKS: { [clock in DayDifference["clock"]]: string } = {
  "as-of": "What held on a day",
  known: "What was known on a day",
};

function daySection({ days }: RecordDifference): Section {
  const kinds: DifferenceKind[] = ["added", "removed", "changed"];
  const clocks = Object.keys(CLOCKS) as DayDifference["clock"][];
  const lines = clocks.flatMap((clock) =>
    kinds.flatMap((kind) => {
      const own = days.filter(
        (day) => day.clock === clock && day.kind === kind,
      );
      if (own.length === 0) return [];
      const hrefs = listed(own.map(({ href }) => href));
      return [`- ${CLOCKS[clock]}, ${own.length} ${kind}: ${hrefs}`];
    }),
  );
  return {
    heading: "Days",
    short: count(days.length, "page of a day", "pages of a day"),
    lines,
  };
}

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

function itemSection({ items, entries }: RecordDifference): Section {
  const own = items.map(({ kind, home, before, after, fields }) => {
    if (kind !== "changed")
      return `- ${kind}: \`${home}\` ${quoted(after ?? before)}`;
    return before === after
      ? `- \`${home}\`: ${fields.join(", ")}`
      : `- \`${home}\`: ${quoted(before)} → ${quoted(after)}`;
  });
  const others = entries.map(
    ({ kind, what, fields }) =>
      `- ${kind === "changed" ? "" : `${kind}: `}${what}${fields.length > 0 ? ` (${fields.join(", ")})` : ""}`,
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
    cellSection,
    redlineSection,
    daySection,
    verdictSection,
    unsettledSection,
    itemSection,
    addressSection,
    feedSection,
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
