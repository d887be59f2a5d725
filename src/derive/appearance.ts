import { formatDate } from "./format-date.ts";
import { oncePerRecord } from "./once.ts";
import { articlePath } from "./statement.ts";
import { deriveTable } from "./table.ts";

/** A place on the site where a claim is used. */
export interface Appearance {
  kind: "table" | "explainer" | "article";
  label: string;
  href: string;
}

/** Claim id → where it appears: cells of tables, explainers, judged statements. In the order of the record. */
export const deriveAppearances = oncePerRecord(
  (record): ReadonlyMap<string, Appearance[]> => {
    // By where they lead: a claim that is used twice in one place appears there once.
    const places = new Map<string, Map<string, Appearance>>(
      record.claims.map((claim) => [claim.id, new Map()]),
    );
    const add = (id: string | undefined, appearance: Appearance) => {
      const known = places.get(id ?? "");
      if (known && !known.has(appearance.href))
        known.set(appearance.href, appearance);
    };
    for (const spec of record.tables) {
      // The statements of such a table have a page of their own, named below.
      if (spec.kind === "statements") continue;
      const table = deriveTable(record, spec);
      for (const row of table.rows) {
        for (const id of new Set(row.cells.flatMap((cell) => cell.claimIds))) {
          const holding = row.cells.filter((cell) =>
            cell.claimIds.includes(id),
          );
          const version = record.byId.claims.get(id)?.version;
          // One place a row: the claim's own column, else the first that holds it.
          const cell =
            holding.find((held) => held.id === `${row.id}.${version}`) ??
            holding[0]!;
          const column = table.columns[row.cells.indexOf(cell)]!;
          const label = `${table.title}: ${row.label}`.replace(/[.:]$/, "");
          add(id, {
            kind: "table",
            label: `${label} (${column.label})`,
            href: `/tables/${table.id}/#${cell.id}`,
          });
        }
      }
    }
    for (const explainer of record.explainers) {
      for (const { attributes } of explainer.embeds) {
        const appearance = {
          kind: "explainer" as const,
          label: explainer.title,
          href: `/${explainer.id}/`,
        };
        add(attributes["id"], appearance);
        add(attributes["of"], appearance);
      }
    }
    for (const entry of record.coverage) {
      const { publisher } = record.byId.sources.get(entry.article)!;
      for (const id of entry.claims) {
        add(id, {
          kind: "article",
          label: `Was it true? “${entry.statement}” (${publisher}, ${formatDate(entry.published)})`,
          href: `${articlePath(entry.article)}#${entry.id}`,
        });
      }
    }
    return new Map([...places].map(([id, known]) => [id, [...known.values()]]));
  },
);
