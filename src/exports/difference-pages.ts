import { count } from "../model/problem.ts";
import { andMore, atMost, escape, listed, quoted } from "./difference-lines.ts";
import type { Section } from "./difference-lines.ts";
import type { DifferenceKind } from "./difference-kind.ts";
import type { DayDifference } from "./differ-pages.ts";
import type { RecordDifference } from "./record-difference.ts";

/** Each term that stands otherwise on the record's day. */
export function stateSection({ states }: RecordDifference): Section {
  return {
    heading: "What holds now and did not",
    short: `${count(states.length, "term")} in another state`,
    lines: states.map(
      ({ title, before, after }) =>
        `- ${escape(title)}: ${quoted(before)} → ${quoted(after)}`,
    ),
  };
}

/** The cells of the record's tables, before and after. */
export function cellSection({ cells }: RecordDifference): Section {
  const total = cells.reduce((sum, table) => sum + table.cells.length, 0);
  const spoken = cells
    .map((table) => ({
      ...table,
      cells: table.cells.filter(({ silent }) => !silent),
    }))
    .filter((table) => table.cells.length > 0);
  const silent =
    total - spoken.reduce((sum, table) => sum + table.cells.length, 0);
  const lines = spoken.flatMap((table) => [
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
  if (silent > 0)
    lines.push(
      `Not listed: ${count(silent, "cell")} that only say “not restated”.`,
    );
  const where = count(cells.length, "table");
  return {
    heading: "Cells",
    short: `${count(total, "cell")} in ${where}`,
    lines,
  };
}

/** The pages of two versions; those that tell of the same terms in other words in one line. */
export function redlineSection({ redlines }: RecordDifference): Section {
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

/** The pages of days, by clock. */
export function daySection({ days }: RecordDifference): Section {
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
