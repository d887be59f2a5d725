import type { RedlinePage } from "../derive/redline-page.ts";
import type { Run } from "../derive/redline-words.ts";

const SIGNS: { [kind in Run["kind"]]: [string, string] } = {
  same: ["", ""],
  removed: ["[-", "-]"],
  added: ["{+", "+}"],
};

/** A redline's words with signs around what was removed and added, as in a word diff. */
export function formatRuns(runs: Run[]): string {
  return runs
    .map(({ kind, text }) => SIGNS[kind].join(text))
    .join("")
    .replaceAll("-]{+", "-] {+");
}

/** A redline as plain text for terminals and review: one block a kind; for each term its words, sentence and sources. */
export function formatTextRedline(page: RedlinePage): string {
  const lines = [
    `${page.title}: ${page.totals}`,
    `${page.from.title} (${page.from.id}) to ${page.to.title} (${page.to.id})`,
    "",
  ];
  for (const { heading, rows } of page.sections) {
    lines.push(`${heading.toUpperCase()} (${rows.length})`);
    for (const { term, redline, sentence, entries } of rows) {
      const notes = entries.map(({ note }) => note).join(", ");
      lines.push(
        `${term.title} — ${term.question}`,
        `  ${formatRuns(redline)}`,
        `  ${sentence}`,
        `  [${notes}]`,
      );
    }
    lines.push("");
  }
  return lines.join("\n");
}
