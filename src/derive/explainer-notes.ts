import type { Embed } from "../model/embed.ts";
import type { Explainer } from "../model/explainer.ts";
import type { AgreementRecord } from "../model/record.ts";
import { claimEntry } from "./cell.ts";
import { deriveNotes, notedInTable } from "./note.ts";
import type { Note, Noted } from "./note.ts";
import { dealEntry } from "./table-deals.ts";
import { deriveTable } from "./table.ts";
import { deriveTimeline } from "./timeline.ts";

function notedBy(
  record: AgreementRecord,
  { name, attributes }: Embed,
): Noted[] {
  const claim = record.byId.claims.get(
    attributes["id"] ?? attributes["of"] ?? "",
  );
  switch (name) {
    case "Claim":
    case "Value":
      return claim ? [claimEntry(claim, "")] : [];
    case "Deal":
      return [dealEntry(record, record.byId.deals.get(attributes["id"]!)!)];
    case "Redline":
      return (record.leading.get(attributes["term"]!) ?? [])
        .filter(
          ({ version }) =>
            version === attributes["from"] || version === attributes["to"],
        )
        .map((leading) => claimEntry(leading, ""));
    case "Timeline":
      return deriveTimeline(record, attributes).map((step) => step.entry);
    case "Table":
      return notedInTable(
        deriveTable(record, record.byId.tables.get(attributes["id"]!)!),
      );
    default:
      return [];
  }
}

/** The footnotes of an explainer, numbered in the order of its embeds. */
export function deriveExplainerNotes(
  record: AgreementRecord,
  explainer: Explainer,
): Note[] {
  return deriveNotes(
    record,
    explainer.embeds.flatMap((embed) => notedBy(record, embed)),
  );
}
