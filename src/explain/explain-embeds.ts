import type { Embed } from "../model/embed.ts";
import { EMBEDS } from "../model/embed.ts";
import type { NounName } from "../model/nouns.ts";
import type { AgreementRecord } from "../model/record.ts";
import type { Part } from "./explanation.ts";
import { partOf } from "./name-entry.ts";

/** What an embed names, by its attributes. */
function namedBy(record: AgreementRecord, embed: Embed): Part[] {
  const takes = EMBEDS[embed.name]?.attributes ?? {};
  return Object.entries(takes).flatMap(([name, noun]) => {
    if (noun === "text" || noun === "flag") return [];
    const id = embed.attributes[name.replace("?", "")];
    return partOf(record, "is embedded", noun as NounName | "tables", id);
  });
}

/** The embeds of an explainer or of a part of it, each with its line, then the entries that they name. */
export function explainEmbeds(
  record: AgreementRecord,
  embeds: Embed[],
): Part[] {
  const tags = embeds.map((embed): Part => {
    const attributes = Object.entries(embed.attributes).map(
      ([name, value]) => ` ${name}="${value}"`,
    );
    return {
      role: "is written",
      what: `<${embed.name}${attributes.join("")}>`,
      on: embed,
    };
  });
  const seen = new Set<object>();
  const entries = embeds
    .flatMap((embed) => namedBy(record, embed))
    .filter(({ on }) => !seen.has(on) && seen.add(on));
  return [...tags, ...entries];
}
